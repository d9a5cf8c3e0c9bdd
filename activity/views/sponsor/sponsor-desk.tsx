import type { LeagueView } from '../../../server/contract/league.ts';
import type { SponsorDeskView } from '../../../server/contract/sponsors.ts';
import { sponsorDesk as words } from '../../../server/words/sponsors.ts';
import { Answered } from '../answered.tsx';
import { usePanel } from '../panel-context.ts';
import { useAsked } from '../use-asked.ts';
import { Everywhere } from './everywhere.tsx';
import { PresentedBy } from './presented-by.tsx';
import { SponsorWorkbook } from './sponsor-workbook.tsx';

/** For hosts: every sponsor as the screens will show them, what is wrong with them, and the way to their report. */
export function SponsorDesk({ view }: { view: LeagueView }) {
  const { ask } = usePanel();
  const { asked, again } = useAsked(ask.sponsors, { about: 'sponsors', version: `${view.version} ${view.sponsors}` });
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
                    <One view={view} sponsor={sponsor} />
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
      </section>
      {asked.step === 'ready' && (
        <SponsorWorkbook
          account={asked.value.account}
          state={asked.value.workbook}
          at={asked.value.workbookAt}
          again={again}
        />
      )}
    </>
  );
}

type DeskSponsor = SponsorDeskView['sponsors'][number];

function One({ view, sponsor }: { view: LeagueView; sponsor: DeskSponsor }) {
  const { openLink } = usePanel();
  const { name, now, leadsTo, report, mark, problems } = sponsor;
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
      {mark !== 'logo' && <p class="soft">{words.marks[mark]}</p>}
      <p class="soft">{words.preview(words.surfaces.panel)}</p>
      <PresentedBy sponsor={sponsor} />
      <details>
        <summary>{words.everywhere}</summary>
        <Everywhere view={view} sponsor={sponsor} />
      </details>
      {leadsTo !== undefined && <p class="soft breakable">{words.link(leadsTo)}</p>}
      {leadsTo === undefined && !problems.some(({ field }) => field === 'link') && <p class="soft">{words.noLink}</p>}
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
