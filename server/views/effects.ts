/** What a change does to everything that counts, as data and in words. */
import type { CorrectionView, EffectsView } from '../contract.ts';
import { factsOf } from '../facts.ts';
import { columnOf, type State } from '../fold.ts';
import type { Effects } from '../league/effects.ts';
import { sayEffects } from '../words/effects.ts';
import { type Names as LogNames, sayHappening } from '../words/log.ts';
import { sheetName } from '../words/sheet.ts';
import { namesIn } from './names.ts';
import { trophyView } from './trophies.ts';

export function effectsView(state: State, { seasons, trophies, more }: Effects): EffectsView {
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
    ...(more !== undefined && { more }),
    sentences: sayEffects({ seasons, trophies, ...(more !== undefined && { more }) }, names),
  };
}

/** The latest first. `logNames` is how the Log names what happened. */
export function correctionViews(state: State, logNames: LogNames): CorrectionView[] {
  const names = namesIn(state);
  const said: LogNames = {
    ...logNames,
    // A host may have typed somebody's Discord ID in the same moment: what they made of it is in the Sheet alone.
    cell: (tab, field, raw) => (columnOf(tab, field).kind === 'digits' ? '' : logNames.cell(tab, field, raw)),
  };
  return factsOf(state)
    .corrections.toReversed()
    .map(({ entry, at, by, happening, effects, undone }) => ({
      entry,
      at,
      by: by === '' ? sheetName : by,
      what: sayHappening(happening, said),
      effects: sayEffects(effects, names),
      ...(undone && { undone }),
    }));
}
