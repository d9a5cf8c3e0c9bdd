/** What is said when a season is over: its champion and podium, the Grand Prize, its sponsor. */
import type { Season } from '../../league/facts.ts';
import { finalRaces, openSeason } from '../../league/races.ts';
import { champions } from '../../league/seasons.ts';
import { standings } from '../../league/standings.ts';
import { grandPrizeView } from '../../views/money.ts';
import { plain } from '../markdown.ts';
import { colours, type Post, type PostBlock, text } from './post.ts';
import { carrying, podiumBlock, podiumOf } from './table.ts';
import type { Telling } from './telling.ts';

export function finalPost(telling: Telling, season: Season): Post {
  const { facts, names, says, words, presenter } = telling;
  const won = champions(facts, season).map(names.racer);
  const races = finalRaces(facts, season.id);
  const racers = standings(facts, season).filter(({ races: started }) => started > 0);
  const next = openSeason(facts);
  const sponsor = presenter(season, races.length);
  const prize = facts.settings.money ? grandPrizeView(facts, season, names) : undefined;
  const picture = podiumBlock(telling, season, sponsor);
  const blocks: PostBlock[] = [
    text(
      says.final.title(names.season(season.id), won),
      races.length > 0 ? says.final.raced(races.length, racers.length) : undefined,
      ...podiumOf(telling, season).map((line) => says.final.line({ ...line, name: names.racer(line.racer) })),
      prize &&
        says.final.grandPrize({
          amount: words.money(prize.amount, names.currency),
          names: prize.champions.map(({ name }) => name),
          ...(prize.sponsor !== undefined && { by: prize.sponsor }),
        }),
    ),
    ...(picture ? [picture] : []),
    text(
      next ? says.final.next(names.season(next.id)) : undefined,
      races.length > 0 ? says.final.thanks : undefined,
      sponsor ? says.final.presentedBy(plain(sponsor.name)) : undefined,
    ),
  ];
  return {
    colour: colours.over,
    ...carrying(sponsor),
    blocks: blocks.filter((block) => block.block !== 'text' || block.text !== ''),
  };
}

/** In its place, when the season was closed by mistake. */
export function goesOnPost({ names, says }: Telling, season: Season): Post {
  return { colour: colours.open, blocks: [text(says.final.goesOn(names.season(season.id)))] };
}
