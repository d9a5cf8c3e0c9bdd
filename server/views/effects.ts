/** What a change does to everything that counts, as data and in words. */
import type { CorrectionView, EffectsView } from '../contract/effects.ts';
import { factsOf } from '../facts.ts';
import { columnOf, type State } from '../fold.ts';
import type { Effects } from '../league/effects.ts';
import { sayEffects, sayGainer } from '../words/effects.ts';
import { type Names as LogNames, sayHappening } from '../words/log.ts';
import { sheetName } from '../words/sheet.ts';
import { namesIn } from './names.ts';
import { trophyView } from './trophies.ts';

export function effectsView(state: State, effects: Effects): EffectsView {
  const { seasons, trophies, money, more } = effects;
  const names = namesIn(state);
  return {
    seasons: seasons.map(({ season, racers, champions }) => ({
      season,
      racers: racers.map((effect) => ({ ...effect, name: names.racer(effect.racer) })),
      ...(champions && { champions }),
    })),
    trophies: trophies.map((trophy) => ({
      ...trophyView(trophy, names),
      name: names.racer(trophy.racer),
      change: trophy.change,
    })),
    ...(money && { money: money.map((one) => ({ ...one, name: sayGainer(one, names) })) }),
    ...(more !== undefined && { more }),
    sentences: sayEffects(effects, names),
  };
}

/** As a racer may see it: what others gain or lose is between them and the hosts. */
export function withOwnMoney({ money, ...effects }: Effects, racer: string | undefined): Effects {
  const own = money?.filter(({ account }) => account === `racer:${racer}`) ?? [];
  return { ...effects, ...(own.length > 0 && { money: own }) };
}

/** The latest first. `logNames` is how the Log names what happened. */
export function correctionViews(state: State, logNames: LogNames): CorrectionView[] {
  const names = namesIn(state);
  const said: LogNames = {
    ...logNames,
    // A host may have typed somebody's Discord ID in the same moment: what they made of it is in the Sheet alone.
    cell: (tab, field, raw) => (columnOf(tab, field).kind === 'digits' ? '' : logNames.cell(tab, field, raw)),
  };
  return (
    factsOf(state)
      .corrections.toReversed()
      // Of races that hosts closed, which is everyday, only one that was the latest word is worth taking back here.
      .filter(({ happening }, index) => happening.what !== 'closed' || index === 0)
      .map(({ entry, at, by, happening, effects, undone }) => ({
        entry,
        at,
        by: by === '' ? sheetName : by,
        what: sayHappening(happening, said),
        effects: sayEffects(effects, names),
        ...(undone && { undone }),
      }))
  );
}
