import { useState } from 'preact/hooks';
import type { LeagueView } from '../../../server/contract/league.ts';
import type { MeView } from '../../../server/contract/me.ts';
import type { RacerId } from '../../../server/contract/terms.ts';
import { placeholder, racer as racerWords, me as words } from '../../../server/words/racer.ts';
import { ActionButton } from '../action-button.tsx';
import { ForgetButton } from '../forget-button.tsx';
import { PageFrame } from '../page-frame.tsx';
import { usePanel } from '../panel-context.ts';
import { sayState } from '../protest.tsx';
import { RacerSelect } from '../racer-select.tsx';
import { Asked, ThatsMe } from '../thats-me.tsx';
import { ProfileCards } from './profile.tsx';
import { Wallet } from './wallet.tsx';

/** My own trophies, and what is mine to decide. */
export function Me({ view, me }: { view: LeagueView; me: MeView }) {
  const { racer } = me;
  if (racer === undefined) {
    return (
      <PageFrame title={me.name}>
        <div class="board">
          <div class="card">
            <p>{racerWords.noRacer}</p>
            <p class="soft">{racerWords.noRacerWhy}</p>
          </div>
          <Before view={view} me={me} />
        </div>
      </PageFrame>
    );
  }
  return (
    <PageFrame title={me.name}>
      <ProfileCards view={view} me={me} racer={racer} season={view.season?.id}>
        <Wallet view={view} me={me} />
        <Protests me={me} />
        <PublicPage me={me} />
        <Before view={view} me={me} />
        <Forget />
      </ProfileCards>
    </PageFrame>
  );
}

function Protests({ me: { protests = [] } }: { me: MeView }) {
  if (protests.length === 0) return null;
  return (
    <section class="card" aria-label={words.protests}>
      <h3>{words.protests}</h3>
      <ul class="lines">
        {protests.map((protest) => (
          <li key={`${protest.race} ${protest.says}`}>
            <b>
              <bdi>{protest.raceName}</bdi>
            </b>
            <p>
              <bdi>{sayState(protest)}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whoever has raced here without Discord says which racer they were. */
function Before({ view, me }: { view: LeagueView; me: MeView }) {
  const [chosen, choose] = useState<RacerId | undefined>(undefined);
  const asked = me.asked ?? [];
  const without = Object.keys(view.racers).filter((id) => view.racers[id]?.placeholder && !asked.includes(id));
  const racer = without.find((id) => id === chosen);
  if (without.length === 0 && asked.length === 0) return null;
  return (
    <section class="card" aria-label={placeholder.before}>
      <h3>{placeholder.before}</h3>
      {asked.map((one) => (
        <Asked key={one} view={view} racer={one} />
      ))}
      {without.length > 0 && (
        <>
          <p class="soft">{placeholder.beforeWhy}</p>
          <RacerSelect
            view={view}
            label={placeholder.whom}
            none={placeholder.choose}
            value={racer}
            among={without}
            choose={choose}
          />
        </>
      )}
      {racer !== undefined && <ThatsMe view={view} me={me} racer={racer} />}
    </section>
  );
}

function PublicPage({ me: { onPage } }: { me: MeView }) {
  if (onPage === undefined) return null;
  return (
    <section class="card" aria-label={words.page}>
      <h3>{words.page}</h3>
      <p>{onPage ? words.shown : words.hidden}</p>
      <div class="buttons">
        <ActionButton
          class="quiet"
          action={{ type: 'setOnPage', on: !onPage }}
          pending={onPage ? words.hiding : words.showing}
        >
          {onPage ? words.hide : words.show}
        </ActionButton>
      </div>
    </section>
  );
}

function Forget() {
  const { forget } = usePanel();
  return (
    <section class="card" aria-label={words.forget}>
      <h3>{words.forget}</h3>
      <p>{words.forgetWhy}</p>
      <ForgetButton
        label={words.forget}
        ask={words.forgetAsk}
        yes={words.forgetYes}
        no={words.keep}
        pending={words.forgetting}
        forget={() => forget()}
      />
    </section>
  );
}
