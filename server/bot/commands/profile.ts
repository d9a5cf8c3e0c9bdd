/** /profile: a racer's season, form and trophy case. */

import { racerOf } from '../../actions/lookup.ts';
import type { TrophyView } from '../../contract/effects.ts';
import { profileView } from '../../views/racer.ts';
import { trophySigns } from '../../words/effects.ts';
import { factsFor, namesFor } from '../asked.ts';
import { command } from '../command.ts';
import { plain } from '../markdown.ts';
import { text, toEverybody, toThem } from '../replies.ts';
import { isReply, named, naming, racersOf } from '../things.ts';

/** So many trophies are listed, the latest ones. */
const trophiesShown = 10;

export const profile = command(
  {
    name: 'profile',
    answers: 'everybody',
    options: {
      racer: naming('racer', racersOf),
    },
  },
  (asked, { racer }) => {
    const facts = factsFor(asked);
    const { words } = asked;
    const found = racer === undefined ? racerOf(facts, asked.member) : named(asked, racersOf(facts), racer);
    if (found && isReply(found)) return found;
    const view = found && profileView(asked.league.desk.state, found.id);
    if (!view) return toThem(text(words.profile.notRaced));
    const names = namesFor(asked);
    const trophy = ({ metal, season, race }: TrophyView) =>
      `${trophySigns[metal]} ${words.profile.trophy({ season: names.season(season), ...(race !== undefined && { race: names.race(race) }) })}`;
    const { season, career, cabinet, form } = view;
    return toEverybody(
      text(
        `## ${names.racer(view.racer)}`,
        season ? words.profile.season({ ...season, name: plain(season.name) }) : words.profile.noSeason,
        words.profile.career(career),
        form.lastFive.length > 0 ? words.profile.form(form.lastFive.map(({ position }) => position)) : undefined,
        words.profile.streak(form),
      ),
      text(
        words.profile.trophies,
        ...(cabinet.length === 0 ? [words.profile.noTrophies] : cabinet.slice(0, trophiesShown).map(trophy)),
        cabinet.length > trophiesShown ? words.profile.more(cabinet.length - trophiesShown) : undefined,
      ),
    );
  },
);
