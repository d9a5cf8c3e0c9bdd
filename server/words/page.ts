/** The public page's words, in English. */
import { count, list, money, points } from './en.ts';

/** Whoever hides from the page. */
export const nobodyNamed = 'A racer';

export const page = {
  leagues: 'Leagues',
  noneShown: 'No league here shows its page.',
  standings: 'Standings',
  latest: 'Latest races',
  races: 'Races',
  trophies: "The leaders' trophies",
  seasons: 'Seasons',
  nobody: 'No race is final yet. The standings begin with the first one.',
  nobodyRaced: 'No race of this season was raced to its end.',
  noSeason: 'No season is open just now.',
  headers: {
    rank: '#',
    racer: 'Racer',
    points: 'Points',
    wins: 'Wins',
    podiums: 'Podiums',
    races: 'Races',
    won: 'Won',
  },
  join: 'Race with us: open the activity in our Discord server.',
  sandbox: 'This is the sandbox: made-up people, and nothing leaves this laptop.',
  asOf: (when: string) => `As of ${when}`,
  /** Above the season's table; `racers` may be several. */
  champions: (racers: readonly string[]) => `${racers.length > 1 ? 'Champions' : 'Champion'}: ${list(racers)}`,
  noChampion: 'No champion',
  /** Below the champions, or above the open season's table. Minor units. */
  grandPrize: (amount: number, currency: string, by: string) =>
    `Grand prize: ${money(amount, currency)}, presented by ${by}`,
  goesOn: 'Being raced now',
  /** "5 pts dropped", beside the points that count. */
  dropped: (n: number) => `${points(n)} dropped`,
  /** "3 pts bonus", "3 pts penalty". */
  adjusted: (n: number) => `${points(Math.abs(n))} ${n < 0 ? 'penalty' : 'bonus'}`,
  /** Read out instead of the cups. */
  titles: (n: number) => count(n, 'season'),
  places: (n: number, place: string) => count(n, `${place} place`),
  back: (league: string) => `To ${league} today`,
};
