import { describe, expect, it } from 'vitest';
import type { Posted } from '../../server/journal/posted.ts';
import type { Sponsor } from '../../server/league/facts.ts';
import { reportOf } from '../../server/sponsors/report.ts';
import { league, played } from '../league/played.ts';

const now = Date.UTC(2026, 2, 1);
const orbit: Sponsor = { id: 'orbit', sponsor: 'Orbit' };
const race = { ana: 1, bob: 2, cyd: 'DNF', dee: 'DSQ', eve: 'DNS' } as const;
const post = (subject: string, at: number, sponsors: string[]): Posted => ({
  subject,
  state: 'posted',
  channel: '1',
  message: '2',
  print: '',
  textPrint: '',
  nonce: '',
  sponsors,
  at,
});

const spring = (sponsor: Sponsor) => ({
  ...played([race], { sponsor: 'orbit', starts: Date.UTC(2026, 0, 1) }),
  sponsors: new Map([[sponsor.id, sponsor]]),
});

describe("a sponsor's report", () => {
  it('counts as racers those who took part, so not who did not start', () => {
    const [season] = reportOf(spring(orbit), orbit, [], [], now);
    expect(season?.racers).toBe(4);
  });

  it('counts the weekly summaries that it stood on, and none of a quiet week, which carries nobody', () => {
    const posts = [
      post('weekly 2026-02-01', Date.UTC(2026, 1, 1), ['orbit']),
      post('weekly 2026-02-08', Date.UTC(2026, 1, 8), []),
      post('weekly 2026-02-15', Date.UTC(2026, 1, 15), ['teapot']),
    ];
    expect(reportOf(spring(orbit), orbit, [], posts, now)[0]?.posts).toBe(1);
  });

  it('says nothing of seasons that were over before a sponsor came who has an Until alone', () => {
    const until: Sponsor = { ...orbit, until: Date.UTC(2026, 3, 1), came: Date.UTC(2026, 0, 5) };
    const facts = league(
      {
        Old: { status: 'Closed', starts: Date.UTC(2024, 0, 1), ends: Date.UTC(2024, 5, 1), races: [race] },
        Now: { status: 'Open', starts: Date.UTC(2026, 0, 1), races: [race] },
      },
      { sponsors: new Map([['orbit', until]]) },
    );
    const told = (...posts: Posted[]) => reportOf(facts, until, [], posts, now).map(({ season }) => season);
    expect(told()).toEqual(['Now']);
    expect(told(post('final Old', Date.UTC(2024, 5, 2), ['orbit']))).toEqual(['Now', 'Old']);
  });
});
