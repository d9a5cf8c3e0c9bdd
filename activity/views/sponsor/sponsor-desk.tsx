import type { LeagueView } from '../../../server/contract/league.ts';
import type { SponsorDeskView } from '../../../server/contract/sponsors.ts';
import { sponsorDesk as words } from '../../../server/words/sponsors.ts';
import { Answered } from '../answered.tsx';
import { usePanel } from '../panel-context.ts';
import { useAsked } from '../use-asked.ts';
import { PresentedBy } from './presented-by.tsx';
import { SponsorWorkbook } from './sponsor-workbook.tsx';

/** For hosts: every sponsor as the screens will show them, what is wrong with them, and the way to their report. */
export function SponsorDesk({ view }: { view: LeagueView }) {
  const { ask } = usePanel();
  const { asked, again } = useAsked(ask.sponsors, { about: 'sponsors', version: view.version });
  return (
    <>
      <section class="card" aria-label={words.title}>
        <h2>{words.title}</h2>
        <p class="soft">{words.why}</p>
        <Answered asked={asked} again={again}>
          {({ sponsors }) =>
            sponsors.length === 0 ? (
              <p class="soft">{words.none}</p>
            ) : (
              <ul class="plain">
                {sponsors.map((sponsor) => (
                  <li key={sponsor.id} class="sponsor">
                    <One sponsor={sponsor} />
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
      </section>
      {asked.step === 'ready' && (
        <SponsorWorkbook account={asked.value.account} state={asked.value.workbook} again={again} />
      )}
    </>
  );
}

function One({ sponsor }: { sponsor: SponsorDeskView['sponsors'][number] }) {
  const { openLink } = usePanel();
  const { name, now, leadsTo, report, picture, problems } = sponsor;
  return (
    <>
      <h3>
        <bdi>{name}</bdi> <small class="soft">{now ? words.now : words.notNow}</small>
      </h3>
      {problems.map(({ what, remedy }) => (
        <p key={what} role="alert">
          <strong>{what}</strong> {remedy}
        </p>
      ))}
      <p class="soft">{words.preview(words.surfaces.dark)}</p>
      <PresentedBy sponsor={sponsor} />
      <p class="soft">{words.preview(words.surfaces.light)}</p>
      <PresentedBy sponsor={sponsor} ground="light" />
      <p class="soft">{words.preview(words.surfaces.picture)}</p>
      <img class="posted" src={picture} alt={words.pictureOf(name)} loading="lazy" />
      <p class="soft breakable">{leadsTo === undefined ? words.noLink : words.link(leadsTo)}</p>
      <p>
        <a
          href={report}
          target="_blank"
          rel="noreferrer"
          onClick={(event) => {
            event.preventDefault();
            void openLink(report);
          }}
        >
          {words.report}
        </a>{' '}
        <small class="soft">{words.reportWhy}</small>
      </p>
    </>
  );
}
