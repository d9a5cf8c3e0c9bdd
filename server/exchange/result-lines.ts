/** Lines of a CSV → results, bonuses and penalties, each cell by itself. */
import { serialOf } from '../../sheets/moments.ts';
import { folded } from '../../sheets/names.ts';
import { type Position, parsePosition } from '../../sheets/positions.ts';
import { tabs } from '../../sheets/records.ts';
import { parseCell } from '../../sheets/table.ts';
import type { FileNote, FileProblem } from '../words/exchange.ts';
import type { Line } from './csv.ts';
import { looksLikeFormula, withoutApostrophe } from './harmless.ts';

/** What an import reads, and results.csv has. The order of the columns doesn't matter. */
export const resultColumns = {
  season: 'Season',
  race: 'Race',
  racer: 'Racer',
  position: 'Position',
  night: 'Night',
  date: 'Date',
  scoring: 'Scoring',
  dropWorst: 'Drop worst',
  points: 'Points',
  reason: 'Reason',
} as const;
type ResultColumn = keyof typeof resultColumns;
const needed: readonly ResultColumn[] = ['season', 'race', 'racer', 'position'];

export interface ResultLine {
  line: number;
  season: string;
  race: string;
  racer: string;
  /** Missing for a bonus or a penalty: then there are points and a reason. */
  position: Position | undefined;
  night: string | undefined;
  /** By the wall clock of the league, as the Sheet holds it. */
  date: number | undefined;
  scoring: string | undefined;
  dropWorst: number | undefined;
  points: number | undefined;
  reason: string | undefined;
}

export interface ReadLines {
  lines: ResultLine[];
  problems: FileProblem[];
  notes: FileNote[];
}

/** A bonus or a penalty without a reason, where only a reason tells it from a result without a position. */
export const noReason = '—';

/** Letters: of names as the Sheet takes them, and of whatever else is text. */
export const longestName = 100;
const longestText = 1_000;
const lastPlace = 24;

export function readResults([header, ...rest]: readonly Line[]): ReadLines {
  const problems: FileProblem[] = [];
  const notes: FileNote[] = [];
  const at = columnsIn(header ?? { line: 1, cells: [] }, problems, notes);
  if (problems.length > 0) return { lines: [], problems, notes };
  const width = header?.cells.length ?? 0;
  const lines = rest.flatMap((line) => {
    const wrong: FileProblem[] = [];
    if (line.cells.slice(width).some((cell) => cell.trim() !== '')) wrong.push({ problem: 'cellsBeyond' });
    const read = wrong.length > 0 ? undefined : readLine(line, at, (problem) => wrong.push(problem));
    problems.push(...wrong.map((problem) => ({ ...problem, line: line.line })));
    return read && wrong.length === 0 ? [read] : [];
  });
  return { lines, problems, notes };
}

function columnsIn({ cells, line }: Line, problems: FileProblem[], notes: FileNote[]): Map<ResultColumn, number> {
  const at = new Map<ResultColumn, number>();
  const known = Object.entries(resultColumns) as [ResultColumn, string][];
  for (const [index, cell] of cells.entries()) {
    const column = known.find(([, header]) => folded(header) === folded(cell))?.[0];
    if (column === undefined) {
      if (cell.trim() !== '') notes.push({ note: 'columnUnused', given: { header: shortened(cell.trim()) } });
    } else if (at.has(column)) {
      problems.push({ problem: 'columnTwice', given: { header: resultColumns[column] }, line });
    } else at.set(column, index);
  }
  for (const column of needed) {
    if (!at.has(column)) problems.push({ problem: 'columnMissing', given: { header: resultColumns[column] }, line });
  }
  return at;
}

function readLine(
  { line, cells }: Line,
  at: ReadonlyMap<ResultColumn, number>,
  wrong: (problem: FileProblem) => void,
): ResultLine {
  const cell = (column: ResultColumn) => (cells[at.get(column) ?? -1] ?? '').trim();
  const text = (column: ResultColumn, most = longestName) => readText(cell(column), most, wrong);
  const name = (column: ResultColumn) => {
    if (cell(column) === '') wrong({ problem: 'cellMissing', given: { header: resultColumns[column] } });
    return text(column) ?? '';
  };
  const season = name('season');
  const racer = name('racer');
  const reason = text('reason', longestText);
  // A penalty may be of the season as a whole.
  const isAdjustment = cell('position') === '' && reason !== undefined;
  const race = isAdjustment ? (text('race') ?? '') : name('race');
  const points = readNumber(cell('points'), wrong);
  if (isAdjustment && cell('points') === '') wrong({ problem: 'reasonWithoutPoints' });
  const position = isAdjustment ? undefined : readPosition(cell('position'), wrong);
  return {
    line,
    season,
    race,
    racer,
    position,
    night: text('night', longestText),
    date: readDate(cell('date'), wrong),
    scoring: text('scoring', longestText),
    dropWorst: readDrops(cell('dropWorst'), wrong),
    points,
    reason,
  };
}

/** A name or a sentence as it may stand in a cell of the Sheet. */
function readText(cell: string, most: number, wrong: (problem: FileProblem) => void): string | undefined {
  if (cell === '') return undefined;
  const text = withoutApostrophe(cell).normalize('NFC').trim().replace(/\s+/g, ' ');
  const given = { text: shortened(text) };
  const parsed = parseCell(tabs.Results.columns.note, text, nobody);
  if (looksLikeFormula(cell)) wrong({ problem: 'formula', given });
  else if (text.includes('\ufffd')) wrong({ problem: 'lostLetter', given });
  // A joiner holds the parts of an emoji together.
  else if (/\p{C}/u.test(text.replaceAll('\u200d', ''))) wrong({ problem: 'unseen', given });
  else if ('wrong' in parsed) wrong({ problem: 'formulaError', given });
  else if ([...text].length > most) wrong({ problem: 'tooLong', given: { ...given, most } });
  return text;
}

function readPosition(cell: string, wrong: (problem: FileProblem) => void): Position | undefined {
  const position = parsePosition(cell);
  if (position === undefined) wrong({ problem: 'position', given: { text: shortened(cell), last: lastPlace } });
  return position;
}

function readNumber(cell: string, wrong: (problem: FileProblem) => void): number | undefined {
  const parsed = parseCell(tabs.Adjustments.columns.points, cell, nobody);
  if ('value' in parsed) return parsed.value === undefined ? undefined : Number(parsed.value);
  wrong({ problem: 'number', given: { text: shortened(cell), header: resultColumns.points } });
  return undefined;
}

function readDrops(cell: string, wrong: (problem: FileProblem) => void): number | undefined {
  const parsed = parseCell(tabs.Seasons.columns.dropWorst, cell, nobody);
  if ('value' in parsed) return parsed.value === undefined ? undefined : Number(parsed.value);
  const most = parsed.wrong === 'whole' ? parsed.to : 0;
  wrong({ problem: 'dropWorst', given: { text: shortened(cell), most } });
  return undefined;
}

/** ISO 8601 by the wall clock: a day, or a minute or second of it. A serial number, as a cell of the Sheet has it. */
function readDate(cell: string, wrong: (problem: FileProblem) => void): number | undefined {
  if (cell === '') return undefined;
  const [, day, time = '00:00'] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?$/.exec(cell) ?? [];
  const iso = `${day}T${time.length === 5 ? `${time}:00` : time}`;
  const ms = Date.parse(`${iso}Z`);
  // Some days that don't exist are read as others: 2023-02-30 is one.
  const exists = !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 19) === iso;
  const serial = exists ? serialOf(ms, 'UTC') : 0;
  if (serial > 0) return serial;
  wrong({ problem: 'date', given: { text: shortened(cell) } });
  return undefined;
}

/** No name means anything yet, and neither zone nor currency is needed. */
const nobody = { timeZone: 'UTC', currency: 'EUR', idOf: () => undefined, nameOf: () => undefined };

export function shortened(text: string, to = 40): string {
  const letters = [...text];
  return letters.length > to ? letters.slice(0, to).join('') : text;
}
