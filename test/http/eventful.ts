/** A league in which everything has happened that a view may show: a season closed, another in the middle. */
import type { MeView } from '../../server/contract/me.ts';
import { type LeagueOverHttp, leagueOverHttp } from './league-over-http.ts';

const minute = 60_000;

export type Eventful = Awaited<ReturnType<typeof eventfulLeague>>;

/**
 * Season 1 is closed, and Ana won it. In Spring, of which the worst race doesn't count, Robin and Ana have raced three
 * times and Zoë, who hides from the page, twice; Mateo has a penalty. Robin's protest waits and Ana's was declined;
 * Kiki says to be Old Kiki, and Bart is Bartholomew; a race is overdue and another planned.
 */
export async function eventfulLeague() {
  const league = await leagueOverHttp();
  const racer = await namesOf(league);
  const seasonCalled = async (name: string) => {
    const found = (await league.view()).seasons.find((season) => season.name === name);
    if (!found) throw new Error(`no season is called ${name}`);
    return found.id;
  };

  for (const name of ['Old Kiki', 'Bart', 'Bartholomew']) await league.act('host', { type: 'addRacer', name });
  const first = await league.play('ana', 'robin', 'zoe');
  await league.act('host', {
    type: 'correct',
    race: first,
    positions: [
      { racer: await racer('Old Kiki'), position: 4 },
      { racer: await racer('Bart'), position: 5 },
    ],
  });
  await league.play('ana', 'zoe', 'robin');
  const past = await seasonCalled('Season 1');
  await league.act('host', { type: 'closeSeason', season: past, next: 'Spring' });
  const open = await seasonCalled('Spring');
  await league.act('host', { type: 'editSeason', season: open, dropWorst: 1 });

  const spring = await league.play('robin', 'ana', 'mateo');
  await league.clock.advance(12 * 60 * minute);
  league.signOut();
  const second = await league.play('ana', 'robin', 'zoe');
  const third = await league.play('robin', 'ana', 'zoe');
  await league.act('host', {
    type: 'adjust',
    racer: await racer('Teo'),
    points: -3,
    reason: 'cutting the track',
  });
  await league.act('host', { type: 'mergeRacers', racer: await racer('Bart'), into: await racer('Bartholomew') });
  await league.act('kiki', { type: 'takeOver', racer: await racer('Old Kiki') });
  await league.act('zoe', { type: 'setOnPage', on: false });

  await league.act('ana', { type: 'protest', race: spring, says: 'I was first there.' });
  const { queue = [] } = (await (await league.panel('host')).get<MeView>('/api/me')).body;
  const waiting = queue.find((item) => item.kind === 'protest');
  const answer = { type: 'declineProtest', protest: waiting?.kind === 'protest' ? waiting.id : '' };
  await league.act('host', { ...answer, says: 'The picture says otherwise.' });
  await league.act('robin', { type: 'protest', race: second, says: 'Ana cut the last corner.' });

  const planned = await league.act('host', { type: 'planRace', at: league.clock.now() + 48 * 60 * minute });
  const overdue = await league.start('ana', 'robin', 'zoe');
  await league.act('ana', { type: 'report', race: overdue, position: 1 });
  await league.act('robin', { type: 'confirm', race: overdue, racer: await racer('Ana') });
  await league.act('robin', { type: 'report', race: overdue, position: 2 });
  await league.clock.advance(11 * minute);
  return { league, racer, past, open, races: { first, spring, second, third, planned, overdue } };
}

/** Finds a racer's ID by their name. */
async function namesOf(league: LeagueOverHttp): Promise<(name: string) => Promise<string>> {
  return async (name) => {
    const found = Object.entries((await league.view()).racers).find(([, one]) => one.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found[0];
  };
}
