/** /profile: a racer's season, form and trophy case. */

import { racerOf } from '../../actions/lookup.ts';
import type { TrophyView } from '../../contract/effects.ts';
import type { ProfileView } from '../../contract/racer.ts';
import type { Facts } from '../../league/facts.ts';
import { openSeason } from '../../league/races.ts';
import { standings } from '../../league/standings.ts';
import { profileView } from '../../views/racer.ts';
import { trophySigns } from '../../words/effects.ts';
import { factsFor, type InLeague, namesFor } from '../asked.ts';
import { command } from '../command.ts';
import { plain } from '../markdown.ts';
import { text, toThem } from '../replies.ts';
import { seasonAtHand } from '../season-at-hand.ts';
import { shared, sharing } from '../sharing.ts';
import { isReply, naming, racerCalled, racersOf } from '../things.ts';

/** So many trophies are listed, the latest ones. */
const trophiesShown = 10;

export const profile = command(
  {
    name: 'profile',
    options: {
      racer: naming('racer', racersOf),
      share: sharing,
    },
  },
  (asked, { racer, share }) => {
    const facts = factsFor(asked);
    const { words } = asked;
    const found = racer === undefined ? racerOf(facts, asked.member) : racerCalled(asked, racer);
    if (found && isReply(found)) return found;
    const view = found && profileView(asked.league.desk.state, found.id);
    if (!view) return toThem(text(words.profile.notRaced));
    const names = namesFor(asked);
    const trophy = ({ metal, season, race }: TrophyView) =>
      `${trophySigns[metal]} ${words.profile.trophy({ season: names.season(season), ...(race !== undefined && { race: names.race(race) }) })}`;
    const { career, cabinet, form } = view;
    return shared(
      share,
      text(
        `## ${names.racer(view.racer)}`,
        standing(asked, facts, view),
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

/** In the open season, or in the one that closed last while none is open. */
function standing({ words }: InLeague, facts: Facts, { racer, season }: ProfileView): string | undefined {
  if (season) return words.profile.season({ ...season, name: plain(season.name) });
  if (openSeason(facts)) return words.profile.noSeason;
  const last = seasonAtHand(facts);
  const line = last && standings(facts, last).find((one) => one.racer === racer);
  return (
    line && words.profile.season({ ...line, name: `${plain(last.season ?? '?')} (${words.season.status.Closed})` })
  );
}
