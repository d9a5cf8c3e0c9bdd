import type { ComponentChildren } from 'preact';
import type { LeagueView } from '../../../server/contract/league.ts';
import type { MeView } from '../../../server/contract/me.ts';
import type { ProfileView } from '../../../server/contract/racer.ts';
import type { RacerId, SeasonId } from '../../../server/contract/terms.ts';
import { wallet } from '../../../server/words/money.ts';
import { placeholder, racer as words } from '../../../server/words/racer.ts';
import { amount } from '../../model/amounts.ts';
import { nameOf } from '../../model/races.ts';
import { Answered } from '../answered.tsx';
import { PageFrame } from '../page-frame.tsx';
import { usePanel } from '../panel-context.ts';
import { ThatsMe } from '../thats-me.tsx';
import { useAsked } from '../use-asked.ts';
import { Cabinet } from './cabinet.tsx';
import { Form } from './form.tsx';
import { HeadToHead } from './head-to-head.tsx';
import { Why } from './why.tsx';

interface ProfileProps {
  view: LeagueView;
  me: MeView;
  racer: RacerId;
  /** Whose standings led here: they are explained first. */
  season: SeasonId | undefined;
}

/** A racer's trophy case. */
export function Profile({ view, me, racer, season }: ProfileProps) {
  const { page } = usePanel();
  return (
    <PageFrame title={nameOf(view, racer)} back={() => (page.value = { page: 'night' })}>
      <ProfileCards view={view} me={me} racer={racer} season={season} />
    </PageFrame>
  );
}

/** `children` stand below the rest of the second column. */
export function ProfileCards({ view, me, racer, season, children }: ProfileProps & { children?: ComponentChildren }) {
  const { ask } = usePanel();
  const { asked, again } = useAsked(() => ask.racer(racer), { about: racer, version: view.version });
  return (
    <div class="board">
      <div class="side">
        {view.racers[racer]?.placeholder && <Placeholder view={view} me={me} racer={racer} />}
        {season !== undefined && <Why view={view} me={me} racer={racer} season={season} />}
        <section class="card" aria-label={words.career}>
          <Answered asked={asked} again={again} loading={words.fetching}>
            {(profile) => <Career profile={profile} currency={view.money?.currency} />}
          </Answered>
        </section>
        {asked.step === 'ready' && <Form form={asked.value.form} />}
      </div>
      <div class="side">
        {asked.step === 'ready' && <Cabinet cabinet={asked.value.cabinet} timeZone={view.timeZone} />}
        <HeadToHead view={view} me={me} racer={racer} />
        {children}
      </div>
    </div>
  );
}

interface CareerProps {
  profile: ProfileView;
  /** While money is played for. */
  currency: string | undefined;
}

/** Nobody's on Discord: whoever looks may be the one. */
function Placeholder({ view, me, racer }: Pick<ProfileProps, 'view' | 'me' | 'racer'>) {
  return (
    <section class="card" aria-label={placeholder.title}>
      <h3>{placeholder.title}</h3>
      <p>
        <bdi>{placeholder.why(nameOf(view, racer))}</bdi>
      </p>
      <ThatsMe view={view} me={me} racer={racer} />
    </section>
  );
}

function Career({ profile: { season, career, earnings }, currency }: CareerProps) {
  return (
    <>
      <h3>{words.season}</h3>
      <p>
        <bdi>{season ? words.seasonLine(season) : words.seasonNone}</bdi>
      </p>
      <h3>{words.career}</h3>
      <dl class="figures">
        {words.careerLines(career).map(([what, n]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{n}</dd>
          </div>
        ))}
        {earnings !== undefined && currency !== undefined && (
          <div>
            <dt>{wallet.earnings}</dt>
            <dd>{amount(earnings, currency)}</dd>
          </div>
        )}
      </dl>
    </>
  );
}
