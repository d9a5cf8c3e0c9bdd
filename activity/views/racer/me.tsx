import type { LeagueView, MeView } from '../../../server/contract.ts';
import { racer as racerWords, me as words } from '../../../server/words/racer.ts';
import { ActionButton } from '../action-button.tsx';
import { ForgetButton } from '../forget-button.tsx';
import { PageFrame } from '../page-frame.tsx';
import { usePanel } from '../panel-context.ts';
import { sayState } from '../protest.tsx';
import { ProfileCards } from './profile.tsx';

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
        </div>
      </PageFrame>
    );
  }
  return (
    <PageFrame title={me.name}>
      <ProfileCards view={view} me={me} racer={racer} season={view.season?.id}>
        <Protests me={me} />
        <PublicPage me={me} />
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
