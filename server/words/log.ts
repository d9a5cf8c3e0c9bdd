/** What happened, as the Log and the panels say it, in English. */
import { type FactTab, type Raw, tabs } from '../../sheets/records.ts';
import type { Happening, SheetEdit } from '../league/changes.ts';
import { count, money, place, signed } from './en.ts';
import { type AccountNames, sayAccount } from './ledger.ts';

/** How whoever writes the sentence finds names. */
export interface Names extends AccountNames {
  race(id: string): string;
  season(id: string): string;
  /** ISO 4217. */
  currency: string;
  /** A row of a tab by what people call it. */
  row(tab: FactTab, id: string): string;
  /** What a cell shows: a date rather than its number. */
  cell(tab: FactTab, field: string, raw: Raw): Raw;
}

export const andMore = (n: number) => `And ${n} more.`;

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
    case 'corrected': {
      const { race, positions } = happening;
      const said = positions.map(
        ({ racer, from, to }) => `${names.racer(racer)} from ${saidOf(from)} to ${saidOf(to)}`,
      );
      // A protest that an earlier correction had answered.
      if (said.length === 0) return `A protest against ${names.race(race)} was answered: its result is right by now.`;
      return `${names.race(race)} was corrected: ${said.join(', ')}.`;
    }
    case 'confirmed': {
      const { race, racer, by } = happening;
      return `${names.racer(by)} vouches for the place of ${names.racer(racer)} in ${names.race(race)}.`;
    }
    case 'deadHeat':
      return `${names.race(happening.race)}: a dead heat for ${place(happening.position)}.`;
    case 'planned':
      return `${names.race(happening.race)} was planned.`;
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
    case 'overdue':
      return `${names.race(happening.race)} waits for racers who haven't reported.`;
    case 'waited':
      return `${names.race(happening.race)} waits a while longer.`;
    case 'protested':
      return `${names.racer(happening.racer)} protests against ${names.race(happening.race)}: ${happening.says}`;
    case 'declined': {
      const { race, racer, says } = happening;
      return `${names.race(race)}: the protest of ${names.racer(racer)} was declined: ${says}`;
    }
    case 'undone': {
      const { was } = happening;
      return was.what === 'undone'
        ? `Done again: ${sayHappening(was.was, names)}`
        : `Taken back: ${sayHappening(was, names)}`;
    }
    case 'imported': {
      const { seasons, races, results } = happening;
      return `${count(seasons, 'season')}, ${count(races, 'race')} and ${count(results, 'result')} were imported.`;
    }
    case 'forgotten':
      return `${happening.racer === undefined ? 'Somebody' : names.racer(happening.racer)} was forgotten, as they asked.`;
    case 'swept':
      return 'Nothing of whoever was forgotten is left in the Sheet.';
    case 'setUp':
      return 'The league was set up.';
    case 'contradicted':
      return `${names.race(happening.race)} contradicts itself.`;
    case 'protestsAnswered':
      return `${names.race(happening.race)} was voided: protests against it are answered.`;
    case 'rulesKept':
      return `${names.season(happening.season)} keeps its rules in a scoring table of its own, ${happening.scoring}.`;
    case 'seasonPlanned':
      return `${names.season(happening.season)} was planned.`;
    case 'seasonOpened':
      return `${names.season(happening.season)} opened.`;
    case 'seasonClosed': {
      const next = happening.next === undefined ? '' : ` ${names.season(happening.next)} opened.`;
      return `${names.season(happening.season)} was closed.${next}`;
    }
    case 'seasonReopened':
      return `${names.season(happening.season)} was reopened.`;
    case 'seasonKept':
      return `${names.season(happening.season)} stays open.`;
    case 'seasonEdited':
      return `${names.season(happening.season)} was changed.`;
    case 'reminded':
      return `${names.season(happening.season)} was to ${happening.of === 'starts' ? 'start' : 'end'}: hosts are asked.`;
    case 'reminderSeen':
      return `${names.season(happening.season)} stays as it is.`;
    case 'adjusted': {
      const { season, racer, race, points, reason } = happening;
      const where = race === undefined ? names.season(season) : `${names.race(race)} of ${names.season(season)}`;
      return `${names.racer(racer)}: ${signed(points)} in ${where}: ${reason}`;
    }
    case 'scoringAdded':
      return `The scoring table ${happening.scoring} was added.`;
    case 'racerAdded':
      return `${names.racer(happening.racer)} was added.`;
    case 'merged':
      return `${names.racer(happening.racer)} counts as ${names.racer(happening.into)} now.`;
    case 'unmerged':
      return `${names.racer(happening.racer)} counts for themselves again.`;
    case 'takeOverAsked':
      return `${happening.name} says that they are ${names.racer(happening.racer)}.`;
    case 'takenOver':
      return `${names.racer(happening.racer)} has found their owner.`;
    case 'takeOverDeclined':
      return `${names.racer(happening.racer)} isn't who asked.`;
    case 'hid':
      return `${names.racer(happening.racer)} isn't named on the public page any more.`;
    case 'shown':
      return `${names.racer(happening.racer)} is named on the public page.`;
    case 'booked':
      return `${count(happening.rows, 'booking')} in the Ledger.`;
    case 'noted': {
      const { from, to, amount, currency, season, race, why } = happening;
      const about =
        race !== undefined ? `, ${names.race(race)}` : season !== undefined ? `, ${names.season(season)}` : '';
      const said = why === undefined ? '.' : `: ${why}`;
      return `${money(amount, currency)} from ${sayAccount(from, names)} to ${sayAccount(to, names)}${about}${said}`;
    }
    case 'feeSet': {
      const { race, fee, currency } = happening;
      const cost = fee === 0 ? 'costs nothing to enter' : `costs ${money(fee, currency)} to enter`;
      return `${names.race(race)} ${cost}.`;
    }
    case 'deleted':
      return `${happening.rows} missing rows of ${happening.tab} were let go.`;
    case 'putBack':
      return `${happening.rows} missing rows of ${happening.tab} were put back.`;
    case 'edited': {
      const said = happening.edits.map((edit) => sayEdit(edit, names));
      if (happening.more > 0) said.push(andMore(happening.more));
      return said.join(' ');
    }
  }
}

function sayEdit(edit: SheetEdit, names: Names): string {
  if ('rows' in edit) return `${edit.rows} rows of ${edit.tab} are ${edit.are}.`;
  const row = `${edit.tab}, ${shortened(names.row(edit.tab, edit.id))}`;
  if ('row' in edit) return `${row}: ${rowEdits[edit.row]}.`;
  const header = (tabs[edit.tab].columns as Record<string, { header: string }>)[edit.field]?.header ?? edit.field;
  const said = (raw: Raw) => saidOf(names.cell(edit.tab, edit.field, raw));
  const ours = edit.instead === undefined ? '' : ` (instead of the league's ${said(edit.instead)})`;
  return `${row}: ${header} from ${said(edit.from)} to ${said(edit.to)}${ours}.`;
}

const rowEdits = {
  added: 'added',
  removed: 'removed',
  restored: 'restored',
  putBack: 'put back. The Ledger is only added to: write a row the other way round instead',
} as const;

/** A cell's text in a sentence. */
function saidOf(raw: Raw): string {
  const text = String(raw);
  return text === '' ? 'empty' : shortened(text);
}

/** A host may type a name of 50,000 letters; a cell of the Log takes no more than that in all. */
function shortened(text: string): string {
  return [...text].length > 60 ? `${[...text].slice(0, 60).join('')}…` : text;
}
