/** An entry of the journal without a person: their name is another one everywhere, so that the same facts follow. Pure. */
import { folded } from '../../sheets/names.ts';
import type { FactTab, Raw } from '../../sheets/records.ts';
import type { Entry } from '../journal/entry.ts';
import { type Change, type Happening, isRowChange, type SheetEdit } from '../league/changes.ts';
import { isBy, type Person } from './person.ts';
import { textsIn, withoutName } from './texts.ts';

/** Stands for a Discord ID that was forgotten. */
const nobody = 'forgotten';

/** The same entry, if it holds nothing of them. */
export function redacted(entry: Entry, person: Person): Entry {
  const { asked, ...rest } = entry;
  const mine = person.user !== undefined && isBy(entry, person.user);
  const changes = entry.changes.map((change) => redactedChange(change, person, mine));
  const happening = redactedHappening(entry.happening, person);
  const by = mine ? { kind: 'member' as const, user: nobody, name: person.called } : entry.by;
  // Asking twice does it twice from now on: the key that prevented it named them.
  const kept = asked && asked.user !== person.user ? { asked: redactedAsk(asked, person) } : {};
  const next: Entry = { ...rest, by, happening, changes, ...kept };
  const all = person.user === undefined ? next : withoutId(next, person.user);
  return JSON.stringify(all) === JSON.stringify(entry) ? entry : all;
}

function redactedChange(change: Change, person: Person, mine: boolean): Change {
  if (isRowChange(change)) {
    if (change.kind !== 'add' && change.kind !== 'edit') return change;
    const { tab, id } = change;
    const own = (field: string, raw: Raw) => redactedCell(tab, id, field, raw, person, mine);
    if (change.kind === 'add') {
      const cells = Object.entries(change.cells).map(([field, raw]) => [field, own(field, raw)]);
      return { ...change, cells: Object.fromEntries(cells) };
    }
    const cells = Object.entries(change.cells).map(([field, [from, to]]) => [
      field,
      [own(field, from), own(field, to)],
    ]);
    return { ...change, cells: Object.fromEntries(cells) };
  }
  switch (change.kind) {
    case 'objection':
      return { ...change, by: named(change.by, person, mine) };
    case 'protest':
    case 'protestSettled':
      return { ...change, says: withoutName(change.says, person) };
    case 'takeOver':
      if (change.user === person.user) return { ...change, user: nobody, name: person.called, handle: '' };
      return { ...change, name: named(change.name, person, false) };
    case 'contradiction':
    case 'confirmation':
    case 'overdue':
    case 'waiting':
    case 'reminder':
    case 'reminderSeen':
    case 'takeOverSettled':
    case 'protestReopened':
    case 'undone':
      return change;
  }
}

/** `mine`: they wrote it themselves, so a name of theirs that somebody else bears today is theirs nevertheless. */
function redactedCell(tab: FactTab, id: string, field: string, raw: Raw, person: Person, mine: boolean): Raw {
  const own = tab === 'Racers' && person.rows.has(id);
  if (own && field === 'discordName') return '';
  if (field === 'discordId') return isSameId(raw, person.user) ? '' : raw;
  const text = String(raw);
  switch (field) {
    case 'racer':
    case 'sameAs':
      return person.names.get(folded(text)) ?? raw;
    case 'from':
    case 'to':
      return tab === 'Ledger' ? redactedHolder(text, raw, person) : raw;
    case 'by':
    case 'host':
      return typeof raw === 'string' ? named(raw, person, mine) : raw;
    case 'note':
    case 'reason':
    case 'why':
      return typeof raw === 'string' ? withoutName(raw, person) : raw;
    default:
      return raw;
  }
}

/** "Racer: Pot" is a racer whose name alone would mean something else. */
function redactedHolder(text: string, raw: Raw, { names }: Person): Raw {
  const [, name] = /^racer\s*:\s*(.+)$/i.exec(text.trim()) ?? [];
  const called = name === undefined ? undefined : names.get(folded(name));
  return called === undefined ? (names.get(folded(text)) ?? raw) : `Racer: ${called}`;
}

/** A number has lost digits by then: whoever that was, it isn't kept. */
function isSameId(raw: Raw, user: string | undefined): boolean {
  return user !== undefined && (String(raw) === user || (typeof raw === 'number' && raw === Number(user)));
}

/** Text that is a name and nothing else. */
function named(text: string, { names, alsoCalled, others, called }: Person, mine: boolean): string {
  const key = folded(text);
  const known = names.get(key);
  if (known !== undefined) return known;
  return alsoCalled.has(key) && (mine || !others.has(key)) ? called : text;
}

function redactedHappening(happening: Happening, person: Person): Happening {
  if (happening.what === 'undone') return { ...happening, was: redactedHappening(happening.was, person) };
  if (happening.what !== 'edited') return inFields(happening, person);
  return { ...happening, edits: happening.edits.map((edit) => redactedEdit(edit, person)) };
}

function redactedEdit(edit: SheetEdit, person: Person): SheetEdit {
  if (!('field' in edit)) return edit;
  const own = (raw: Raw) => redactedCell(edit.tab, edit.id, edit.field, raw, person, false);
  const instead = edit.instead === undefined ? {} : { instead: own(edit.instead) };
  return { ...edit, from: own(edit.from), to: own(edit.to), ...instead };
}

/** What others asked, and were answered. */
function redactedAsk(asked: NonNullable<Entry['asked']>, person: Person): NonNullable<Entry['asked']> {
  const body = JSON.stringify(inFields<unknown>(JSON.parse(asked.body), person));
  return { ...asked, body, answer: textsIn(asked.answer, (text, field) => spoken(text, field, person)) };
}

/** Names of races, seasons and tables are no names of people, though they may be alike. */
const namesOfThings: readonly string[] = ['race', 'season', 'next', 'scoring', 'tab', 'said', 'position', 'night'];

function spoken(text: string, field: string, person: Person): string {
  return namesOfThings.includes(field) ? text : named(text, person, false);
}

function inFields<T>(given: T, person: Person): T {
  return textsIn(given, (text, field) => {
    if (field === 'says' || field === 'reason' || field === 'why') return withoutName(text, person);
    return field === 'name' ? named(text, person, false) : text;
  });
}

/** Shorter than any that Discord gives out, it may be anything. */
const shortestId = 15;

function withoutId(entry: Entry, user: string): Entry {
  if (user.length < shortestId) return entry;
  return textsIn(entry, (text) => (text.includes(user) ? text.replaceAll(user, nobody) : text));
}
