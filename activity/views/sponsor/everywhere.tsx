import type { LeagueView } from '../../../server/contract/league.ts';
import type { SponsorDeskView } from '../../../server/contract/sponsors.ts';
import { check } from '../../../server/words/money.ts';
import { sponsorDesk as words } from '../../../server/words/sponsors.ts';
import { PresentedBy } from './presented-by.tsx';

interface EverywhereProps {
  view: LeagueView;
  sponsor: SponsorDeskView['sponsors'][number];
}

/** A sponsor on every other surface, before its season as well. */
export function Everywhere({ view, sponsor }: EverywhereProps) {
  const { name, pictures } = sponsor;
  const { surfaces, pictureOf, preview } = words;
  return (
    <>
      <p class="soft">{preview(surfaces.page)}</p>
      <PresentedBy sponsor={sponsor} ground="page" />
      <p class="soft">{preview(surfaces.light)}</p>
      <PresentedBy sponsor={sponsor} ground="light" />
      <p class="soft">{preview(surfaces.standings)}</p>
      <img class="posted" src={pictures.standings} alt={pictureOf.standings(name)} loading="lazy" />
      <p class="soft">{preview(surfaces.final)}</p>
      <img class="posted" src={pictures.final} alt={pictureOf.final(name)} loading="lazy" />
      {view.money && (
        <>
          <p class="soft">{preview(surfaces.check)}</p>
          <figure class="check">
            <figcaption>{check.title}</figcaption>
            <p>
              <bdi>{check.to(name, words.champion)}</bdi>
            </p>
          </figure>
        </>
      )}
    </>
  );
}
