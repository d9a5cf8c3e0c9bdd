/** What the panel says about one racer, in English: their trophies, their form, and why they stand where they do. */
import type { TrophyView } from '../contract/effects.ts';
import type { FormView, HeadToHeadView, ProfileView } from '../contract/racer.ts';
import type { Position } from '../contract/terms.ts';
import { count, place, points, signed } from './en.ts';

export const racer = {
  fetching: 'Fetching the trophies…',
  noRacer: 'You have not raced here yet.',
  noRacerWhy: 'Join a race, and your results and trophies collect here.',
  season: 'This season',
  seasonNone: 'Not in the standings of the open season yet.',
  seasonLine: ({ name, rank, points: total, wins }: NonNullable<ProfileView['season']>) =>
    `${name}: ${place(rank)} with ${points(total)}, ${count(wins, 'win')}`,
  career: 'Career',
  careerLines: ({ seasons, races, wins, podiums, titles }: ProfileView['career']): [string, number][] => [
    ['Seasons', seasons],
    ['Races', races],
    ['Wins', wins],
    ['Podiums', podiums],
    ['Titles', titles],
  ],
  cabinet: 'Trophies',
  cabinetEmpty: 'No trophies yet. The top three of every race and season get one.',
  cabinetAll: (n: number) => `Show all ${n}`,
  metal: {
    gold: { sign: '🏆', label: 'Winner' },
    silver: { sign: '🥈', label: 'Second' },
    bronze: { sign: '🥉', label: 'Third' },
  } satisfies Record<TrophyView['metal'], { sign: string; label: string }>,
  trophy: ({ raceName, seasonName }: TrophyView) => (raceName === undefined ? seasonName : raceName),
  trophyIn: ({ raceName, seasonName }: TrophyView) => (raceName === undefined ? 'The season' : seasonName),
  form: 'Form',
  formNone: 'No race yet.',
  lastFive: 'Last five, the latest first',
  streak: ({ winStreak, podiumStreak }: Pick<FormView, 'winStreak' | 'podiumStreak'>): string[] =>
    [
      sayStreak(winStreak, 'win'),
      // A streak of wins is one of podiums too.
      podiumStreak.best > winStreak.best || podiumStreak.now > winStreak.now ? sayStreak(podiumStreak, 'podium') : '',
    ].filter((line) => line !== ''),
  podiumRate: (rate: number) => `On the podium in ${Math.round(rate * 100)} % of races`,
  bestSeason: ({ name, rank, points: total }: NonNullable<FormView['bestSeason']>) =>
    `Best season: ${name}, ${place(rank)} with ${points(total)}`,
  against: 'Against',
  againstWhom: 'Against whom',
  againstNobody: 'Choose a racer',
  againstFetching: 'Comparing…',
  neverMet: 'They have not met in a race yet.',
  met: (name: string, other: string, { races, ahead, behind, level }: HeadToHeadView) =>
    `${name} was ahead in ${ahead} and ${other} in ${behind} of ${count(races, 'race')}${level > 0 ? `; ${level} level` : ''}.`,
  meetings: 'Races they both started, the latest first',
  meetingsAll: (n: number) => `Show all ${n}`,
  whyTitle: (name: string, mine: boolean, rank: number) =>
    mine ? `Why am I ${place(rank)}?` : `Why is ${name} ${place(rank)}?`,
  whyFetching: 'Looking at the races…',
  scores: 'Races',
  race: 'Race',
  result: 'Result',
  points: 'Points',
  position: (position: Position | undefined) => (position === undefined ? 'not raced' : place(position)),
  dropped: 'dropped',
  adjustments: 'By hosts',
  adjustment: ({ points: n, reason, by, raceName }: Adjustment) =>
    `${signed(n)}: ${reason}${raceName === undefined ? '' : ` (${raceName})`}, by ${by}`,
};

type Adjustment = { points: number; reason: string; by: string; raceName?: string };

function sayStreak({ now, best }: FormView['winStreak'], what: string): string {
  if (best < 2) return '';
  const most = `the most: ${best}`;
  if (now < 2) return `Longest streak: ${count(best, what)} in a row`;
  return now === best ? `${count(now, what)} in a row, the most so far` : `${count(now, what)} in a row (${most})`;
}

export const placeholder = {
  title: 'Is this you?',
  why: (name: string) => `${name} has no Discord here. Say so if that is you.`,
  before: 'Raced here before?',
  beforeWhy: 'Racers who have no Discord here yet: if one of them is you, say so, and a host confirms it.',
  choose: 'Choose a racer',
  whom: 'Which racer you are',
};

export const me = {
  title: 'Me',
  protests: 'What I told the hosts',
  page: 'The public page',
  shown: 'The public page shows your name.',
  hidden: 'The public page calls you “A racer”.',
  hide: 'Hide me from the page',
  hiding: 'Hiding you…',
  show: 'Show me on the page',
  showing: 'Showing you…',
  forget: 'Forget me',
  forgetWhy:
    'Your name, picture and Discord account are taken out of the league for good. Your results stay, without a name.',
  forgetAsk:
    'Really forget you? Nobody can bring this back. If you race again, you begin as somebody new. What Google keeps of older versions of the Sheet is beyond us.',
  forgetYes: 'Yes, forget me',
  forgetting: 'Forgetting you…',
  keep: 'No, keep me',
};
