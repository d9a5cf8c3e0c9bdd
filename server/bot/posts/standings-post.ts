/** The one message that always shows the table as it stands: for pinning. */
import type { Season } from '../../league/facts.ts';
import { finalRaces } from '../../league/races.ts';
import { nightsOf } from './nights.ts';
import { colours, type Post, text } from './post.ts';
import { carrying, tableBlock } from './table.ts';
import type { Telling } from './telling.ts';

/** Undefined until a race of the season is final. */
export function standingsPost(telling: Telling, season: Season): Post | undefined {
  const { facts, names, says, words } = telling;
  const races = finalRaces(facts, season.id);
  const latest = races.at(-1);
  if (!latest) return undefined;
  const before = nightsOf(facts, season).at(-1)?.before ?? [];
  const presenter = telling.presenter(season, races.length - 1);
  return {
    colour: colours.over,
    ...carrying(presenter),
    blocks: [
      text(says.standings.title(names.season(season.id)), says.standings.after(names.race(latest.id), races.length)),
      tableBlock(telling, season, races, before, presenter),
      { block: 'buttons', buttons: [{ id: { id: 'panel' }, label: words.buttons.panel, look: 'plain' }] },
    ],
  };
}
