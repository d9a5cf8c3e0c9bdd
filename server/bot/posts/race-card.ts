/** The card of a race, which people join, start and report by, and which becomes its result. */
import { type Position, placeOf } from '../../../sheets/positions.ts';
import type { Race, Result } from '../../league/facts.ts';
import { byTime, checkRace, countedPositions, finalAt, racesUnderWay } from '../../league/races.ts';
import { score, scoringOf } from '../../league/scoring.ts';
import { moment, plain } from '../markdown.ts';
import type { Button } from '../message.ts';
import { colours, type Post, type PostBlock, text } from './post.ts';
import type { Telling } from './telling.ts';

/** Undefined for a race that isn't open yet. */
export function raceCard(telling: Telling, race: Race): Post | undefined {
  const { status = 'Planned' } = race;
  switch (status) {
    case 'Open':
      return openCard(telling, race);
    case 'Running':
    case 'Reporting':
      return runningCard(telling, race);
    case 'Final':
      return resultCard(telling, race);
    case 'Void': {
      const said = text(telling.says.card.void(telling.names.race(race.id)), where(telling, race));
      return { colour: colours.void, blocks: [said, buttons(telling, 'panel')] };
    }
    case 'Planned':
      return undefined;
  }
}

function openCard(telling: Telling, race: Race): Post {
  const { facts, names, says } = telling;
  const { places, pingRole } = facts.settings;
  const racers = namesOf(telling, checkRace(facts, race.id).entrants);
  const taken = racers.length === 0 ? says.card.nobody(places) : says.card.in(racers, places);
  const full = racers.length >= places;
  return {
    colour: colours.open,
    blocks: [
      text(says.card.open(names.race(race.id)), where(telling, race), taken),
      buttons(telling, full ? undefined : join(telling, race, 'good'), start(telling, race), 'panel'),
    ],
    ...(pingRole !== '' && { pings: { role: pingRole } }),
  };
}

function runningCard(telling: Telling, race: Race): Post {
  const { facts, names, says, words } = telling;
  const check = checkRace(facts, race.id);
  const name = names.race(race.id);
  const missing = check.entrants.filter(({ position }) => position === undefined);
  const begun = check.reported > 0;
  const final = finalAt(facts, race);
  const objection = facts.memory.get(race.id)?.objection;
  const lines = begun
    ? [
        said(telling, check.entrants),
        missing.length > 0 ? says.card.waitsFor(namesOf(telling, missing)) : undefined,
        ...check.contradictions.map(({ position, results }) => words.race.clash(namesOf(telling, results), position)),
        check.gaps.length > 0 ? words.race.gaps(check.gaps) : undefined,
        objection === undefined ? undefined : says.card.objection(plain(objection)),
        final === undefined ? undefined : says.card.finalIn(moment(final, 'R')),
      ]
    : [says.card.racing(namesOf(telling, check.entrants)), says.card.hint];
  const report: Button = { id: { id: 'report', race: race.id }, label: words.buttons.report, look: 'main' };
  const object: Button = { id: { id: 'object', race: race.id }, label: words.buttons.object, look: 'plain' };
  const room = check.entrants.length < facts.settings.places;
  const third = final === undefined ? (room ? join(telling, race, 'plain') : undefined) : object;
  return {
    colour: colours.running,
    blocks: [
      text((begun ? says.card.reporting : says.card.running)(name), where(telling, race), ...lines),
      buttons(telling, report, third, 'panel'),
    ],
  };
}

function resultCard(telling: Telling, race: Race): Post {
  const { facts, names, says, words } = telling;
  const table = scoringOf(facts, facts.seasons.get(race.season ?? ''));
  const lines = countedPositions(facts, race.id)
    .sort(byPlace)
    .map(({ racer, position }) => ({ name: names.racer(racer), position, points: score(position, table) }));
  const winners = lines.filter(({ position }) => placeOf(position) === 1).map(({ name }) => name);
  const protest: Button = { id: { id: 'protest', race: race.id }, label: words.buttons.protest, look: 'plain' };
  const next: Button = { id: { id: 'next', race: race.id }, label: words.buttons.next, look: 'main' };
  return {
    colour: colours.over,
    blocks: [
      text(
        says.card.won(names.race(race.id), winners),
        where(telling, race),
        ...lines.map((line) => says.card.line(line, placeOf(line.position))),
      ),
      buttons(
        telling,
        isLatest(telling, race) ? next : undefined,
        facts.settings.protestHours > 0 ? protest : undefined,
        'panel',
      ),
    ],
  };
}

/** What was reported so far, the best place first. */
function said({ names, says }: Telling, entrants: readonly Result[]): string {
  return entrants
    .flatMap(({ racer = '', position }) => (position === undefined ? [] : [{ name: names.racer(racer), position }]))
    .sort(byPlace)
    .map((one) => says.card.said(one))
    .join(' · ');
}

function byPlace(a: { position: Position }, b: { position: Position }): number {
  return (placeOf(a.position) ?? Number.MAX_VALUE) - (placeOf(b.position) ?? Number.MAX_VALUE);
}

function where({ names, says }: Telling, { season, night = '' }: Race): string | undefined {
  const line = [season === undefined ? '' : names.season(season), plain(night)] as const;
  return line.every((part) => part === '') ? undefined : says.card.where(...line);
}

function namesOf({ names }: Telling, results: readonly Result[]): string[] {
  return results.map(({ racer = '' }) => names.racer(racer));
}

/** After this race nothing has been opened: the next one may begin from here. */
function isLatest({ facts }: Telling, race: Race): boolean {
  if (racesUnderWay(facts).length > 0 || facts.seasons.get(race.season ?? '')?.status !== 'Open') return false;
  const raced = [...facts.races.values()].filter(({ status }) => status === 'Final' || status === 'Void');
  return raced.sort(byTime).at(-1)?.id === race.id;
}

function join({ words }: Telling, { id: race }: Race, look: Button['look']): Button {
  return { id: { id: 'join', race }, label: words.buttons.join, look };
}

function start({ words }: Telling, { id: race }: Race): Button {
  return { id: { id: 'start', race }, label: words.buttons.start, look: 'plain' };
}

function buttons({ words }: Telling, ...all: readonly (Button | 'panel' | undefined)[]): PostBlock {
  const panel: Button = { id: { id: 'panel' }, label: words.buttons.panel, look: 'plain' };
  return {
    block: 'buttons',
    buttons: all.flatMap((one) => (one === undefined ? [] : one === 'panel' ? [panel] : [one])),
  };
}
