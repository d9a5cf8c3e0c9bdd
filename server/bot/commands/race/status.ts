/** /race status: how the races under way are doing. */

import { placeOf } from '../../../../sheets/positions.ts';
import type { Facts, Race, Result } from '../../../league/facts.ts';
import { checkRace, finalAt, nextPlanned, racesUnderWay } from '../../../league/races.ts';
import { factsFor, type InLeague, namesFor } from '../../asked.ts';
import { command } from '../../command.ts';
import { moment, plain } from '../../markdown.ts';
import { buttons, text, toThem } from '../../replies.ts';

/** More at once nobody reads. */
const mostShown = 4;
/** A race that was to begin no longer ago is still awaited. Milliseconds. */
const lateMs = 3 * 3_600_000;

export const status = command({ name: 'race status', options: {} }, (asked) => {
  const facts = factsFor(asked);
  const races = racesUnderWay(facts).slice(0, mostShown);
  const planned = nextPlanned(facts, asked.now - lateMs);
  const { words } = asked;
  const toCome = planned && words.race.nextPlanned(plain(planned.race ?? ''), moment(planned.planned ?? 0, 'f'));
  if (races.length === 0) return toThem(text(words.race.none, toCome));
  const [race] = races;
  const report = race && race.status !== 'Open';
  return toThem(
    ...races.map((one) => text(...lines(asked, facts, one))),
    toCome === undefined ? undefined : text(toCome),
    race &&
      buttons(
        report
          ? { id: { id: 'report', race: race.id }, label: words.buttons.report, look: 'main' }
          : { id: { id: 'join', race: race.id }, label: words.buttons.join, look: 'main' },
        { id: { id: 'panel' }, label: words.buttons.panel, look: 'plain' },
      ),
  );
});

function lines(asked: InLeague, facts: Facts, race: Race): (string | undefined)[] {
  const { words } = asked;
  const names = namesFor(asked);
  const nameOf = ({ racer }: Result) => names.racer(racer ?? '');
  const { entrants, contradictions, gaps } = checkRace(facts, race.id);
  const head = words.race.head({ race: names.race(race.id), status: words.race.status[race.status ?? 'Planned'] });
  if (race.status === 'Open') return [head, words.race.racers(entrants.map(nameOf), facts.settings.places)];
  const held = entrants
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .flatMap((one) => (one.position === undefined ? [] : `${nameOf(one)} ${words.place(one.position)}`));
  const missing = entrants.filter(({ position }) => position === undefined);
  const final = finalAt(facts, race);
  const objection = facts.memory.get(race.id)?.objection;
  return [
    head,
    held.join(' · '),
    missing.length > 0 ? words.race.waitsFor(missing.map(nameOf)) : undefined,
    ...contradictions.map(({ position, results }) => words.race.clash(results.map(nameOf), position)),
    gaps.length > 0 ? words.race.gaps(gaps) : undefined,
    objection === undefined ? undefined : words.race.objection(plain(objection)),
    final === undefined ? undefined : words.race.finalIn(moment(final, 'R')),
  ];
}

/** First to last, then those without a place. */
function rankOf({ position }: Result): number {
  return placeOf(position) ?? Number.MAX_SAFE_INTEGER;
}
