/** What members see of a league in which much has happened. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PreviewAnswer } from '../../server/contract/actions.ts';
import type { CorrectionView, EffectsView } from '../../server/contract/effects.ts';
import type { LeagueView } from '../../server/contract/league.ts';
import type { MeView } from '../../server/contract/me.ts';
import type { HeadToHeadView, ProfileView } from '../../server/contract/racer.ts';
import type { SeasonView } from '../../server/contract/season.ts';
import { type Eventful, eventfulLeague } from './eventful.ts';
import { post, request } from './panel.ts';

let here: Eventful;
beforeAll(async () => {
  here = await eventfulLeague();
}, 60_000);
afterAll(() => here.league.close());

async function see<T>(path: string, key = 'host'): Promise<T> {
  const { status, body } = await (await here.league.panel(key)).get<T>(path);
  expect(status, path).toBe(200);
  return body;
}
const refusalAt = async (path: string, key = 'host') => {
  const { status, body } = await (await here.league.panel(key)).get(path);
  return [status, body.error.code, body.error.message, body.error.remedy];
};
const preview = async <T = PreviewAnswer>(action: object, key = 'host') =>
  post<T>(`${here.league.url()}/api/preview`, action, (await here.league.panel(key)).token);

describe('the league', () => {
  it('has its seasons, the latest first, and who won the closed ones', async () => {
    const { seasons } = await see<LeagueView>('/api/league');
    expect(seasons).toEqual([
      { id: here.open, name: 'Spring', status: 'Open', starts: expect.any(Number) },
      {
        id: here.past,
        name: 'Season 1',
        status: 'Closed',
        ends: expect.any(Number),
        champions: [await here.racer('Ana')],
      },
    ]);
  });

  it('has the races of the latest night, those to come, and of a closed season what may still be protested against', async () => {
    const { first, spring, second, third, planned, overdue } = here.races;
    const { races } = await see<LeagueView>('/api/league');
    expect(Object.keys(races)).toEqual(expect.arrayContaining([first, second, third, planned, overdue]));
    expect(races[first]).toMatchObject({ season: here.past, protestUntil: expect.any(Number) });
    expect(Object.keys(races), 'the season goes on, the evening is over').not.toContain(spring);
    expect(races[planned]).toMatchObject({ status: 'Planned', planned: expect.any(Number), entrants: [] });
  });

  it('says who hasn’t reported when the report minutes are over, what fits so far, and who vouches for whom', async () => {
    const race = (await see<LeagueView>('/api/league')).races[here.races.overdue];
    expect(race?.overdue).toEqual({ missing: [await here.racer('Zoë')], fits: 2 });
    const ana = race?.entrants.find(({ position }) => position === 1);
    expect(ana?.confirmedBy).toEqual([await here.racer('Robin')]);
  });

  it('says until when a final race may be protested against: so many hours after it was final', async () => {
    const view = await see<LeagueView>('/api/league');
    const finished = here.league.clock.now() - 11 * 60_000;
    expect(view.protestHours).toBe(24);
    expect(view.races[here.races.third]?.protestUntil).toBe(finished + 24 * 3_600_000);
    expect(view.races[here.races.overdue]?.protestUntil).toBeUndefined();
  });

  it('has standings with what was dropped and adjusted, and what tonight brought to them', async () => {
    const { standings } = await see<LeagueView>('/api/league');
    const lines = standings.map(({ rank, points, dropped, adjustments, tonight }) => [
      rank,
      points,
      dropped,
      adjustments,
      tonight,
    ]);
    expect(lines).toEqual([
      [1, 30, 12, 0, 15], // Robin's 12 of tonight is the race that doesn't count.
      [2, 27, 12, 0, 27],
      [3, 20, 0, 0, 20],
      [4, 7, 0, -3, 0],
    ]);
  });

  it('has tonight’s own table, in which every race counts', async () => {
    const { night } = await see<LeagueView>('/api/league');
    expect(night?.name).toBe('Night 2');
    expect(night?.standings.map(({ rank, points, wins }) => [rank, points, wins])).toEqual([
      [1, 27, 1],
      [2, 27, 1],
      [3, 20, 0],
    ]);
  });

  it('has racers but not those who are the same as another, and says who is without Discord', async () => {
    const { racers } = await see<LeagueView>('/api/league');
    const named = Object.values(racers).map(({ name, placeholder }) => (placeholder ? `${name}*` : name));
    expect(named.sort()).toEqual(['Ana', 'Bartholomew*', 'Old Kiki*', 'Robin', 'Teo', 'Zoë']);
  });
});

describe('me', () => {
  it('as a racer: my protests, the latest first, and whether the page names me', async () => {
    const ana = await see<MeView>('/api/me', 'ana');
    expect(ana.onPage).toBe(true);
    expect(ana.protests).toEqual([
      {
        race: here.races.spring,
        raceName: 'Race 3',
        says: 'I was first there.',
        state: 'declined',
        answer: 'The picture says otherwise.',
      },
    ]);
    expect((await see<MeView>('/api/me', 'robin')).protests).toMatchObject([{ state: 'waiting' }]);
    expect(await see<MeView>('/api/me', 'zoe')).not.toHaveProperty('protests');
    expect((await see<MeView>('/api/me', 'zoe')).onPage).toBe(false);
  });

  it('as a racer: nothing that is for hosts', async () => {
    const ana = await see<MeView>('/api/me', 'ana');
    expect(Object.keys(ana).sort()).toEqual(['host', 'name', 'onPage', 'protests', 'racer']);
  });

  it('as a host: what waits for my word', async () => {
    const { queue } = await see<MeView>('/api/me');
    expect(queue).toEqual([
      { kind: 'takeOver', id: expect.any(String), racer: await here.racer('Old Kiki'), name: expect.any(String) },
      {
        kind: 'protest',
        id: expect.any(String),
        race: here.races.second,
        raceName: 'Race 4',
        season: here.open,
        racer: await here.racer('Robin'),
        says: 'Ana cut the last corner.',
        at: expect.any(Number),
      },
      {
        kind: 'overdue',
        race: here.races.overdue,
        raceName: 'Race 7',
        missing: [await here.racer('Zoë')],
        fits: 2,
        at: here.league.clock.now() - 60_000,
      },
    ]);
  });

  it('as somebody who says to be a racer without Discord: whom, until a host answers', async () => {
    expect((await see<MeView>('/api/me', 'kiki')).asked).toEqual([await here.racer('Old Kiki')]);
  });

  it('as a host: who is the same as whom, and which scoring tables there are', async () => {
    const { merged, scorings = [] } = await see<MeView>('/api/me');
    expect(merged).toEqual([{ racer: expect.any(String), name: 'Bart', into: await here.racer('Bartholomew') }]);
    expect(scorings.filter(({ there }) => there).map(({ name }) => name)).toEqual(['Standard', 'Season 1 (final)']);
    expect(scorings.filter(({ there }) => !there).map(({ name }) => name)).toContain('F1');
  });
});

describe('a season', () => {
  it('says of everybody why they stand where they do', async () => {
    const { standings, scoring, dropWorst } = await see<SeasonView>(`/api/seasons/${here.open}`, 'ana');
    expect([scoring, dropWorst]).toEqual(['Standard', 1]);
    expect(standings.map(({ name, rank, points }) => [name, rank, points])).toEqual([
      ['Robin', 1, 30],
      ['Ana', 2, 27],
      ['Zoë', 3, 20],
      ['Teo', 4, 7],
    ]);
    const [robin, , , teo] = standings;
    expect(robin?.why.sentence).toMatch(/^1st with 30 pts: .*Race 4 dropped.*3 pts ahead of Ana\.$/);
    expect(robin?.why.scores).toEqual([
      { race: here.races.spring, raceName: 'Race 3', position: 1, points: 15 },
      { race: here.races.second, raceName: 'Race 4', position: 2, points: 12, dropped: true },
      { race: here.races.third, raceName: 'Race 5', position: 1, points: 15 },
    ]);
    expect(teo?.why.adjustments).toEqual([{ points: -3, reason: 'cutting the track', by: 'Juno' }]);
  });

  it('has all of its races, the latest first', async () => {
    const { races } = await see<SeasonView>(`/api/seasons/${here.open}`);
    expect(races.map(({ name }) => name)).toEqual(['Race 6', 'Race 7', 'Race 5', 'Race 4', 'Race 3']);
    expect(races.map(({ status }) => status)).toEqual(['Planned', 'Reporting', 'Final', 'Final', 'Final']);
  });

  it('that is closed names its champion and counts a merged racer as one', async () => {
    const season = await see<SeasonView>(`/api/seasons/${here.past}`);
    expect(season).toMatchObject({ status: 'Closed', champions: [await here.racer('Ana')] });
    expect(season.standings.map(({ name }) => name)).toEqual(['Ana', 'Zoë', 'Robin', 'Old Kiki', 'Bartholomew']);
  });

  it('isn’t sent again while nothing changed', async () => {
    const ana = await here.league.panel('ana');
    const path = `/api/seasons/${here.past}`;
    const { headers } = await ana.get(path);
    expect(headers.get('cache-control')).toBe('private, no-cache');
    const known = { 'if-none-match': headers.get('etag') ?? '', 'cache-control': 'max-age=0' };
    expect((await ana.get(path, known)).status).toBe(304);
  });

  it('that isn’t here is a sentence', async () => {
    const nothing = [404, 'unknown_season', "That season isn't in this league.", 'Choose a season from the list.'];
    expect(await refusalAt('/api/seasons/nope')).toEqual(nothing);
    expect(await refusalAt(`/api/seasons/${here.races.first}`)).toEqual(nothing);
  });
});

describe('a racer', () => {
  it('has this season, a career over all of them, form, and a cabinet', async () => {
    const ana = await see<ProfileView>(`/api/racers/${await here.racer('Ana')}`, 'zoe');
    expect(ana).toMatchObject({
      name: 'Ana',
      season: { name: 'Spring', rank: 2, points: 27, wins: 1 },
      career: { seasons: 2, races: 5, wins: 3, podiums: 5, titles: 1 },
      form: { podiumStreak: { now: 5, best: 5 }, podiumRate: 1, bestSeason: { name: 'Season 1', rank: 1 } },
    });
    expect(ana.form.lastFive.map(({ raceName, position }) => `${raceName} ${position}`)).toEqual([
      'Race 5 2',
      'Race 4 1',
      'Race 3 2',
      'Race 2 1',
      'Race 1 1',
    ]);
    expect(ana.cabinet.map(({ metal, seasonName, raceName = 'all' }) => `${metal} ${seasonName} ${raceName}`)).toEqual([
      'silver Spring Race 5',
      'gold Spring Race 4',
      'silver Spring Race 3',
      'gold Season 1 all',
      'gold Season 1 Race 2',
      'gold Season 1 Race 1',
    ]);
  });

  it('who is the same as another is that one', async () => {
    const [bart] = (await see<MeView>('/api/me')).merged ?? [];
    const profile = await see<ProfileView>(`/api/racers/${bart?.racer}`);
    expect(profile).toMatchObject({ racer: bart?.into, name: 'Bartholomew', career: { races: 1 } });
  });

  it('who hasn’t raced in the open season has none', async () => {
    const profile = await see<ProfileView>(`/api/racers/${await here.racer('Old Kiki')}`);
    expect(profile).not.toHaveProperty('season');
    expect(profile.cabinet).toEqual([]);
  });

  it('against another: who was ahead, race by race', async () => {
    const [ana, robin] = [await here.racer('Ana'), await here.racer('Robin')];
    const own = await see<HeadToHeadView>(`/api/racers/${ana}/against/${robin}`);
    expect(own).toMatchObject({ races: 5, ahead: 3, behind: 2, level: 0 });
    expect(own.meetings[0]).toEqual({ race: here.races.third, raceName: 'Race 5', own: 2, other: 1 });
    expect(await see<HeadToHeadView>(`/api/racers/${robin}/against/${ana}`)).toMatchObject({ ahead: 2, behind: 3 });
  });

  it('against somebody they never met: nothing, rather than an error', async () => {
    const [teo, kiki] = [await here.racer('Teo'), await here.racer('Old Kiki')];
    const none = { races: 0, ahead: 0, behind: 0, level: 0, meetings: [] };
    expect(await see<HeadToHeadView>(`/api/racers/${teo}/against/${kiki}`)).toEqual(none);
  });

  it('who isn’t here is a sentence, on either side', async () => {
    const nobody = [404, 'unknown_racer', "That racer isn't in this league.", 'Choose a racer from the list.'];
    const ana = await here.racer('Ana');
    expect(await refusalAt('/api/racers/nope')).toEqual(nobody);
    expect(await refusalAt(`/api/racers/${ana}/against/nope`)).toEqual(nobody);
    expect(await refusalAt(`/api/racers/nope/against/${ana}`)).toEqual(nobody);
  });
});

describe('corrections', () => {
  it('are listed for hosts, the latest first, with what each did', async () => {
    const [merged, adjusted] = await see<CorrectionView[]>('/api/corrections');
    expect(merged?.effects).toContain('Bartholomew joins the standings: 8 pts, 5th.');
    expect(adjusted).toMatchObject({ by: 'Juno', effects: ['Teo 10 → 7 pts.'] });
    expect(adjusted?.what).toContain('cutting the track');
  });

  it('name the Sheet where a host corrected there', async () => {
    await here.league.type('Adjustments', 'Spring', 'Points', -4);
    const [first] = await see<CorrectionView[]>('/api/corrections');
    expect(first).toMatchObject({ by: 'The Sheet', effects: ['Teo 7 → 6 pts.'] });
    await here.league.type('Adjustments', 'Spring', 'Points', -3);
  });

  it('are nobody else’s business', async () => {
    expect(await refusalAt('/api/corrections', 'ana')).toEqual([
      403,
      'hosts_only',
      'Only hosts can do that.',
      'Ask a host.',
    ]);
  });
});

describe('a preview', () => {
  const swapped = async () => ({
    type: 'correct',
    race: here.races.third,
    positions: [
      { racer: await here.racer('Robin'), position: 2 },
      { racer: await here.racer('Ana'), position: 1 },
    ],
  });

  it('says what an action would do, and changes nothing', async () => {
    const before = await here.league.view();
    const { status, body } = await preview(await swapped());
    expect(status).toBe(200);
    const { effects }: { effects: EffectsView } = body;
    const robin = effects.seasons[0]?.racers.find(({ name }) => name === 'Robin');
    expect(effects.seasons[0]?.season).toBe(here.open);
    expect(robin).toMatchObject({ rank: [1, 2], points: [30, 27], wins: [2, 1] });
    expect(effects.trophies.map(({ name, metal, change }) => `${name} ${change} ${metal}`).sort()).toEqual([
      'Ana lost silver',
      'Ana won gold',
      'Robin lost gold',
      'Robin won silver',
    ]);
    expect(effects.sentences).toContain('Ana 27 → 30 pts, 2nd → 1st, wins 1 → 2.');
    expect(await here.league.view()).toEqual(before);
  });

  it('of closing a season names who would win it', async () => {
    await here.league.act('host', { type: 'voidRace', race: here.races.overdue, reason: 'The track fell apart.' });
    const closing = await preview({ type: 'closeSeason', season: here.open });
    expect(closing.body.effects.sentences.join(' ')).toMatch(/Robin.*Spring|Spring.*Robin/);
  });

  it('of what would be refused is that refusal', async () => {
    const fixed = await preview<{ error: { code: string } }>({ ...(await swapped()), race: 'nope' });
    expect([fixed.status, fixed.body.error.code]).toEqual([404, 'unknown_race']);
    const ana = await preview<{ error: { code: string } }>(await swapped(), 'ana');
    expect([ana.status, ana.body.error.code]).toEqual([403, 'hosts_only']);
  });

  it.each([
    ['nothing', {}],
    ['a type that there isn’t', { type: 'win' }],
    ['an action’s own ID', { type: 'closeRace', race: 'x', id: 'aaaaaaaa' }],
  ])('of %s can’t be understood', async (_, action) => {
    const { status, body } = await preview<{ error: { code: string } }>(action);
    expect([status, body.error.code]).toEqual([400, 'bad_request']);
  });

  it('is limited as actions are', async () => {
    const wrong = { type: 'win' };
    const statuses = new Set<number>();
    for (let asked = 0; asked < 125; asked++) statuses.add((await preview(wrong, 'mateo')).status);
    expect([...statuses]).toEqual([400, 429]);
  });
});

it('shows nothing of all this to who isn’t signed in', async () => {
  const ana = await here.racer('Ana');
  const paths = [`seasons/${here.open}`, `racers/${ana}`, `racers/${ana}/against/${ana}`, 'corrections'];
  for (const path of paths) {
    const { status, body } = await request(`${here.league.url()}/api/${path}`);
    expect([status, body.error.code], path).toEqual([401, 'sign_in']);
  }
  expect((await post(`${here.league.url()}/api/preview`, { type: 'closeRace', race: 'x' })).status).toBe(401);
});
