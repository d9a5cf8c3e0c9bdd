/** What can't be taken back with a tap is asked first: what it would change, a button for yes, and one for no. */
import { createHash } from 'node:crypto';
import { parsePosition } from '../../sheets/positions.ts';
import type { Ask } from '../actions/actions.ts';
import { entryOf } from '../actions/lookup.ts';
import type { Facts } from '../league/facts.ts';
import type { BotWords } from '../words/bot/english.ts';
import { factsFor, type InLeague, isRefusal, namesFor } from './asked.ts';
import { type CustomIdOf, fits } from './custom-ids.ts';
import { plain, plainly } from './markdown.ts';
import type { Block } from './message.ts';
import { noPlace } from './positions.ts';
import { atRef } from './refs.ts';
import { buttons, sayRefused, text } from './replies.ts';

export const confirmed = ['fix', 'closeRace', 'voidRace', 'closeSeason'] as const;
type Confirmed = (typeof confirmed)[number];
export type AskedFirst = Ask<Confirmed>;
type ConfirmId = CustomIdOf<Confirmed>;

/**
 * What would be shown now, and its fingerprint; or why it would be refused. But hosts everybody is refused, so the money
 * of all may be shown.
 */
export async function previewOf(
  asked: InLeague,
  ask: AskedFirst,
): Promise<{ blocks: Block[]; print: string; refused: boolean }> {
  const found = await asked.league.desk.preview(asked.member, ask);
  if (isRefusal(found)) return { blocks: [sayRefused(asked, found)], print: '', refused: true };
  const head = headOf(asked, ask);
  const { words } = asked;
  const notes = found.toKnow.map((note) => `- ${words.beforehand(plainly(note))}`);
  const sentences = words.effects(found.effects, namesFor(asked));
  const print = createHash('sha256')
    // Of what it says: effects also hold moments, and it's later by the time that somebody says yes.
    .update(JSON.stringify([head, notes, sentences]))
    .digest('base64url')
    .slice(0, 8);
  const yes = {
    id: idOf(ask, print),
    label: words.buttons[ask.type],
    look: ask.type === 'fix' ? 'main' : 'bad',
  } as const;
  const no = { id: { id: 'cancel' }, label: words.buttons.cancel, look: 'plain' } as const;
  const shown = text(head, ...effectLines(words, sentences), ...notes);
  return { blocks: [shown, buttons(yes, no)], print, refused: false };
}

/** Whether somebody's own words in it leave room for the rest. */
export function canAsk(ask: AskedFirst): boolean {
  return fits(idOf(ask, '12345678'));
}

/** What a button confirms; undefined where its race, racer or season is gone. */
export function askOf(facts: Facts, id: ConfirmId): AskedFirst | undefined {
  switch (id.id) {
    case 'fix': {
      const race = atRef(facts.races, id.race)?.id;
      const racer = atRef(facts.racers, id.racer)?.id;
      if (race === undefined || racer === undefined) return undefined;
      return { type: 'fix', race, racer, position: id.position === noPlace ? null : id.position };
    }
    case 'closeRace': {
      const race = atRef(facts.races, id.race)?.id;
      return race === undefined ? undefined : { type: 'closeRace', race };
    }
    case 'voidRace': {
      const race = atRef(facts.races, id.race)?.id;
      return race === undefined ? undefined : { type: 'voidRace', race, reason: id.reason };
    }
    case 'closeSeason': {
      const season = atRef(facts.seasons, id.season)?.id;
      return season === undefined
        ? undefined
        : { type: 'closeSeason', season, ...(id.next !== '' && { next: id.next }) };
    }
  }
}

function idOf(ask: AskedFirst, print: string): ConfirmId {
  switch (ask.type) {
    case 'fix':
      return { id: 'fix', print, race: ask.race, racer: ask.racer, position: String(ask.position ?? noPlace) };
    case 'closeRace':
      return { id: 'closeRace', print, race: ask.race };
    case 'voidRace':
      return { id: 'voidRace', print, race: ask.race, reason: ask.reason };
    case 'closeSeason':
      return { id: 'closeSeason', print, season: ask.season, next: ask.next ?? '' };
  }
}

function headOf(asked: InLeague, ask: AskedFirst): string {
  const facts = factsFor(asked);
  const names = namesFor(asked);
  const { words } = asked;
  switch (ask.type) {
    case 'fix': {
      const race = facts.races.get(ask.race);
      const from = race && entryOf(facts, race, facts.racers.get(ask.racer))?.position;
      const to = ask.position === null ? null : (parsePosition(ask.position) ?? null);
      const given = { racer: names.racer(ask.racer), race: names.race(ask.race), to };
      return words.ask.fix({ ...given, ...(from !== undefined && { from }) });
    }
    case 'closeRace': {
      const entrants = facts.entrants.get(ask.race) ?? [];
      const missing = entrants
        .filter(({ position }) => position === undefined)
        .map(({ racer }) => names.racer(racer ?? ''));
      return words.ask.closeRace({ race: names.race(ask.race), missing });
    }
    case 'voidRace':
      return words.ask.voidRace({ race: names.race(ask.race), reason: plain(ask.reason) });
    case 'closeSeason': {
      const next = ask.next === undefined ? {} : { next: plain(ask.next) };
      return words.ask.closeSeason({ season: names.season(ask.season), ...next });
    }
  }
}

/** More than these are counted. */
const mostLines = 12;

function effectLines(words: BotWords, sentences: readonly string[]): string[] {
  if (sentences.length === 0) return [words.ask.nothing];
  const rest = sentences.length - mostLines;
  return [
    words.ask.effects,
    ...sentences.slice(0, mostLines).map((one) => `- ${one}`),
    ...(rest > 0 ? [words.ask.more(rest)] : []),
  ];
}
