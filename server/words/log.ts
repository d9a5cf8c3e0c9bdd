/** What happened, as the Log and the panels say it, in English. */
import { type FactTab, type Raw, tabs } from '../../sheets/records.ts';
import type { Happening, SheetEdit } from '../league/changes.ts';
import { place } from './en.ts';

/** How whoever writes the sentence finds names. */
export interface Names {
  race(id: string): string;
  racer(id: string): string;
  /** A row of a tab by what people call it. */
  row(tab: FactTab, id: string): string;
  /** What a cell shows: a date rather than its number. */
  cell(tab: FactTab, field: string, raw: Raw): Raw;
}

export function sayHappening(happening: Happening, names: Names): string {
  switch (happening.what) {
    case 'joined':
      return `${names.racer(happening.racer)} joined ${names.race(happening.race)}.`;
    case 'joinedLate':
      return `${names.racer(happening.racer)} joined ${names.race(happening.race)} late.`;
    case 'left':
      return `${names.racer(happening.racer)} left ${names.race(happening.race)}.`;
    case 'objected':
      return `${names.racer(happening.racer)} says the result of ${names.race(happening.race)} is wrong.`;
    case 'reported':
      return `${names.racer(happening.racer)} reported ${place(happening.position)} in ${names.race(happening.race)}.`;
    case 'fixed': {
      const { race, racer, from, to } = happening;
      return `${names.race(race)}: ${names.racer(racer)} from ${saidOf(from)} to ${saidOf(to)}.`;
    }
    case 'opened':
      return `${names.race(happening.race)} opened.`;
    case 'started':
      return `${names.race(happening.race)} started.`;
    case 'reporting':
      return `${names.race(happening.race)} is being reported.`;
    case 'closed':
      return `${names.race(happening.race)} was closed.`;
    case 'becameFinal':
      return `${names.race(happening.race)} is final: everybody agrees.`;
    case 'voided':
      return `${names.race(happening.race)} was voided: ${happening.reason}`;
    case 'setUp':
      return 'The league was set up.';
    case 'contradicted':
      return `${names.race(happening.race)} contradicts itself.`;
    case 'deleted':
      return `${happening.rows} missing rows of ${happening.tab} were let go.`;
    case 'putBack':
      return `${happening.rows} missing rows of ${happening.tab} were put back.`;
    case 'edited': {
      const said = happening.edits.map((edit) => sayEdit(edit, names));
      if (happening.more > 0) said.push(`And ${happening.more} more.`);
      return said.join(' ');
    }
  }
}

function sayEdit(edit: SheetEdit, names: Names): string {
  if ('rows' in edit) return `${edit.rows} rows of ${edit.tab} are ${edit.are}.`;
  const row = `${edit.tab}, ${shortened(names.row(edit.tab, edit.id))}`;
  if ('row' in edit) return `${row}: ${edit.row}.`;
  const header = (tabs[edit.tab].columns as Record<string, { header: string }>)[edit.field]?.header ?? edit.field;
  const said = (raw: Raw) => saidOf(names.cell(edit.tab, edit.field, raw));
  const ours = edit.instead === undefined ? '' : ` (instead of the league's ${said(edit.instead)})`;
  return `${row}: ${header} from ${said(edit.from)} to ${said(edit.to)}${ours}.`;
}

/** A cell's text in a sentence. */
function saidOf(raw: Raw): string {
  const text = String(raw);
  return text === '' ? 'empty' : shortened(text);
}

/** A host may type a name of 50,000 letters; a cell of the Log takes no more than that in all. */
function shortened(text: string): string {
  return [...text].length > 60 ? `${[...text].slice(0, 60).join('')}…` : text;
}
