/** The one message that always shows the table as it stands: for pinning. */
import type { Season } from '../../league/facts.ts';
import { finalRaces } from '../../league/races.ts';
import { nightsOf } from './nights.ts';
import { colours, type Post, type PostBlock, text } from './post.ts';
import { carrying, tableBlock } from './table.ts';
import type { Telling } from './telling.ts';

export function standingsPost(telling: Telling, season: Season): Post {
  const { facts, names, says } = telling;
  const races = finalRaces(facts, season.id);
  const latest = races.at(-1);
  const title = says.standings.title(names.season(season.id));
  if (!latest) return { colour: colours.over, blocks: [text(title, says.standings.none), panel(telling)] };
  const before = nightsOf(facts, season).findLast((night) => night.races.length > 0)?.before ?? [];
  const presenter = telling.presenter(season, races.length - 1);
  return {
    colour: colours.over,
    ...carrying(presenter),
    blocks: [
      text(title, says.standings.after(names.race(latest.id), races.length)),
      tableBlock(telling, season, races, before, presenter),
      panel(telling),
    ],
  };
}

function panel({ words }: Telling): PostBlock {
  return { block: 'buttons', buttons: [{ id: { id: 'panel' }, label: words.buttons.panel, look: 'plain' }] };
}
