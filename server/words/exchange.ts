/** What is said of files that come in, in English: what is wrong in which line, and what they make. */
import { count, place, points } from './en.ts';

interface Said {
  what: string;
  remedy: string;
}

const said = (what: string, remedy: string): Said => ({ what, remedy });

const saveAsUtf8 = 'Save it again: in Excel as “CSV UTF-8”, in Google Sheets with File > Download > CSV.';

export const fileProblems = {
  empty: () => said('The file has no results.', 'Choose a file with a line of headers and a line for each result.'),
  utf16: () => said('The file is in UTF-16, which many programs call Unicode.', saveAsUtf8),
  notUtf8: () => said("This line isn't in UTF-8: its letters can't be read.", saveAsUtf8),
  lostLetter: ({ text }: { text: string }) =>
    said(
      `A letter of “${text}” was lost when the file was saved.`,
      'Save the original as UTF-8, or type it again here.',
    ),
  notText: () => said("That file isn't a CSV file.", 'Open it in a spreadsheet, and save the sheet as CSV.'),
  quotes: () =>
    said(
      "A quotation mark in this line doesn't end, or ends too early.",
      'Put the whole cell in quotation marks, and double those inside it.',
    ),
  tooMany: ({ most }: { most: number }) => said(`The file has more than ${most} lines.`, 'Split it, season by season.'),
  columnMissing: ({ header }: { header: string }) =>
    said(
      `The file has no column ${header}.`,
      `Write ${header} into its first line, above the cells that belong to it.`,
    ),
  columnTwice: ({ header }: { header: string }) =>
    said(`The file has two columns ${header}.`, 'Take one of them out, or call it something else.'),
  cellsBeyond: () =>
    said('This line has more cells than there are headers.', 'Put a name with a comma in it in quotation marks.'),
  cellMissing: ({ header }: { header: string }) => said(`${header} is empty.`, 'Fill it in, or take the line out.'),
  formula: ({ text }: { text: string }) =>
    said(
      `“${text}” looks like a formula.`,
      "Take the first sign away. If it belongs to the name, write an apostrophe (') before it.",
    ),
  unseen: ({ text }: { text: string }) => said(`“${text}” holds signs that can't be seen.`, 'Type it anew.'),
  formulaError: ({ text }: { text: string }) =>
    said(
      `“${text}” is what a formula shows that doesn't work.`,
      'Mend it in your spreadsheet, and save the file again.',
    ),
  tooLong: ({ text, most }: { text: string; most: number }) =>
    said(`“${text}…” is too long.`, `Use ${most} letters at most.`),
  position: ({ text, last }: { text: string; last: number }) =>
    said(`“${text}” is not a position.`, `Use 1 to ${last}, DNF, DSQ or DNS.`),
  date: ({ text }: { text: string }) =>
    said(`“${text}” is not a date.`, 'Write it as 2024-03-01, or with a time as 2024-03-01 20:30.'),
  number: ({ text, header }: { text: string; header: string }) =>
    said(`“${text}” in ${header} is not a number.`, 'Use a number, such as 12 or 2.5.'),
  dropWorst: ({ text, most }: { text: string; most: number }) =>
    said(`“${text}” in Drop worst is not possible.`, `Use a whole number from 0 to ${most}.`),
  differs: ({ header, of, one, other }: { header: string; of: string; one: string; other: string }) =>
    said(`${header} of ${of} is “${one}” in an earlier line, but “${other}” here.`, 'Make them the same.'),
  racerTwice: ({ racer, race, line }: { racer: string; race: string; line: number }) =>
    said(`${racer} is in ${race} twice, first in line ${line}.`, 'Take one of the two lines out.'),
  placeTwice: ({ racers, position, race }: { racers: string; position: number; race: string }) =>
    said(
      `${racers} both hold ${place(position)} in ${race}.`,
      `Change one of them. If it was a dead heat, write ${position}= for both.`,
    ),
  reasonWithoutPoints: () =>
    said(
      'A line with a reason and no position is a bonus or a penalty, but this one has no points.',
      'Fill in Points, below zero for a penalty.',
    ),
  unknownScoring: ({ scoring, position }: { scoring: string; position: string }) =>
    said(
      `No scoring table here is called “${scoring}”, so nobody knows what ${position} scores.`,
      'Add it to the Scoring tab first, or give each line its Points.',
    ),
  pointsDiffer: ({
    scoring,
    position,
    here,
    there,
  }: {
    scoring: string;
    position: string;
    here: number;
    there: number;
  }) =>
    said(
      `${position} scores ${points(here)} in ${scoring}, but ${there} in the file.`,
      'The season is scored by that table already: make the points the same, or leave the column Points out.',
    ),
  pointsTwice: ({ position, one, other }: { position: string; one: number; other: number }) =>
    said(
      `${position} scores ${points(one)} in an earlier line of this season, but ${other} here.`,
      'One table counts for a season: give a bonus a line of its own, with Points and a Reason and no Position.',
    ),
  seasonClosed: ({ season, race }: { season: string; race: string }) =>
    said(`${season} is closed here, and ${race} isn't in it.`, 'Reopen the season first, or leave this race out.'),
  closedAdjustment: ({ season, racer }: { season: string; racer: string }) =>
    said(
      `${season} is closed here, and knows nothing of this bonus or penalty for ${racer}.`,
      'Reopen the season first, or leave this line out.',
    ),
  seasonScores: ({ season, here, there }: { season: string; here: string; there: string }) =>
    said(
      `${season} is scored by ${here} here, but by ${there} in the file.`,
      'Change one of the two, or leave the column Scoring out.',
    ),
  seasonDrops: ({ season, here, there }: { season: string; here: number; there: number }) =>
    said(
      `${season} drops ${here} here, but ${there} in the file.`,
      'Change one of the two, or leave the column Drop worst out.',
    ),
  seasonFormula: ({ season, header }: { season: string; header: string }) =>
    said(`${header} of ${season} is a formula in the Sheet.`, 'Type the value there first.'),
  raceDiffers: ({ race, season, racer }: { race: string; season: string; racer: string }) =>
    said(
      `${race} of ${season} is here already with another result for ${racer}.`,
      'Correct it in the panel, or leave this race out.',
    ),
  raceNotFinal: ({ race, season }: { race: string; season: string }) =>
    said(
      `${race} of ${season} is here already, but it isn't final.`,
      'Finish it in the panel, or leave this race out.',
    ),
  raceVoid: ({ race, season }: { race: string; season: string }) =>
    said(
      `${race} of ${season} is here already, but it was voided.`,
      'Take that back in the panel, or leave this race out.',
    ),
  unknownRace: ({ season, race }: { season: string; race: string }) =>
    said(`No race of ${season} is called “${race}”.`, 'Use the name of one of its races, or leave Race empty.'),
  notJson: () => said("That isn't a file that a league exported.", 'Choose the league.json of an export.'),
  newerFormat: ({ version }: { version: number }) =>
    said(`The file has format ${version}, which this server doesn't know yet.`, 'Bring this server up to date first.'),
  tabMissing: ({ tab }: { tab: string }) => said(`The file has no tab ${tab}.`, 'Export the league again.'),
  idTwice: ({ tab, id }: { tab: string; id: string }) =>
    said(`${tab} has two rows with the ID ${id}.`, 'Export the league again.'),
  idMissing: ({ tab, row }: { tab: string; row: number }) =>
    said(`Row ${row} of ${tab} has no ID.`, 'Export the league again.'),
  leagueNotNew: () =>
    said(
      'This league has races or racers of its own, so a whole league has no room in it.',
      'Import it into a new league. Past seasons alone come in from results.csv.',
    ),
} satisfies Record<string, (given: never) => Said>;

type ProblemKey = keyof typeof fileProblems;
/** What is wrong with a file, as data; `line` counts from 1, the headers included. */
export type FileProblem = {
  [P in ProblemKey]: Parameters<(typeof fileProblems)[P]> extends [infer G] ? { problem: P; given: G } : { problem: P };
}[ProblemKey] & { line?: number };

export function sayFileProblem(problem: FileProblem): Said {
  const say = fileProblems[problem.problem] as (given: unknown) => Said;
  return say('given' in problem ? problem.given : undefined);
}

export const fileNotes = {
  columnUnused: ({ header }: { header: string }) => `The column ${header} isn't used.`,
  tabUnused: ({ tab }: { tab: string }) => `The tab ${tab} isn't used.`,
  undated: ({ season, races }: { season: string; races: number }) =>
    races === 1
      ? `A race of ${season} has no date: it counts as raced where it stands in the file.`
      : `${races} races of ${season} have no date: they count as raced in the order of the file.`,
  renamed: ({ race, as }: { race: string; as: string }) =>
    `${race} comes in as “${as}”: each race has a name of its own.`,
  tableMade: ({ scoring }: { scoring: string }) => `The scoring table ${scoring} is made from the points in the file.`,
  standardTaken: () => 'The table Standard takes the points of the file: no race here was scored by it yet.',
  tableApart: ({ scoring, season, as }: { scoring: string; season: string; as: string }) =>
    `${scoring} has other points in the file than here: ${season} is scored by “${as}”, which is made from the file.`,
  hostRole: ({ role }: { role: string }) => `From then on hosts are those with the Discord role “${role}”.`,
} satisfies Record<string, (given: never) => string>;

type NoteKey = keyof typeof fileNotes;
export type FileNote = {
  [N in NoteKey]: Parameters<(typeof fileNotes)[N]> extends [infer G] ? { note: N; given: G } : { note: N };
}[NoteKey];

export function sayFileNote(note: FileNote): string {
  return (fileNotes[note.note] as (given: unknown) => string)('given' in note ? note.given : undefined);
}

interface Counts {
  seasons: number;
  races: number;
  racers: number;
  results: number;
}

function summed({ seasons, races, racers, results }: Counts): string {
  return `${count(seasons, 'season')}, ${count(races, 'race')}, ${count(racers, 'racer')}, ${count(results, 'result')}`;
}

export const exchange = {
  would: (counts: Counts) => `New: ${summed(counts)}. Nothing is changed yet.`,
  imported: (counts: Counts) => `Imported: ${summed(counts)}.`,
  nothingNew: 'All of it is here already.',
  problems: (problems: number) => `${count(problems, 'problem')}. Nothing was changed.`,
  /** The answer to "forget me". The Sheet's own history is Google's. */
  forgotten: (name: string) =>
    `Done. Your results stay as “${name}”. The Sheet follows within a minute, or as soon as Google can be reached. Its version history is Google's: ask the Sheet's owner to make a copy and delete the old one if that has to go too.`,
  racerForgotten: (name: string) =>
    `Done: they are “${name}” now. The Sheet follows within a minute, or as soon as Google can be reached. Its version history is Google's: copy the Sheet and delete the old one if that has to go too.`,
  nothingToForget: 'Nothing here is about you any more.',
  /** Who is forgotten and had no racer: a host, mostly. */
  somebody: 'Somebody',
};
