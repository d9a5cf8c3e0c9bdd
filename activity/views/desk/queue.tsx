import { useState } from 'preact/hooks';
import type { LeagueView } from '../../../server/contract/league.ts';
import type { QueueItem } from '../../../server/contract/me.ts';
import { desk, seasons as seasonWords, queue as words } from '../../../server/words/desk.ts';
import { atTime, onDay } from '../../model/dates.ts';
import { nameOf } from '../../model/races.ts';
import { ActionButton } from '../action-button.tsx';
import { OverdueAnswers, sayOverdue } from '../overdue.tsx';
import { usePanel } from '../panel-context.ts';
import { useAct } from '../use-act.ts';
import { CloseSeason } from './close-season.tsx';
import type { DeskProps } from './desk.tsx';
import { Field, Submit } from './field.tsx';
import { Previewed } from './previewed.tsx';

/** What waits for a host's word, the oldest first. */
export function Queue({ view, me }: DeskProps) {
  const items = me.queue ?? [];
  if (items.length === 0) return <p class="card soft">{words.empty}</p>;
  return (
    <ul class="queue">
      {items.map((item) => (
        <li key={keyOf(item)} class="card">
          <Item item={item} view={view} />
        </li>
      ))}
    </ul>
  );
}

function keyOf(item: QueueItem): string {
  if ('id' in item) return item.id;
  return `${item.kind} ${item.kind === 'overdue' ? item.race : item.season}`;
}

function Item({ item, view }: { item: QueueItem; view: LeagueView }) {
  switch (item.kind) {
    case 'protest':
      return <Protested item={item} view={view} />;
    case 'overdue':
      return <Overdue item={item} view={view} />;
    case 'takeOver':
      return <TakeOver item={item} view={view} />;
    case 'closing':
      return <Closing item={item} view={view} />;
    case 'ends':
    case 'starts':
      return <Reminder item={item} view={view} />;
  }
}

type Of<K extends QueueItem['kind']> = { item: Extract<QueueItem, { kind: K }>; view: LeagueView };

function Protested({ item, view }: Of<'protest'>) {
  const { correcting, openDesk } = usePanel();
  const [declining, setDeclining] = useState(false);
  const name = nameOf(view, item.racer);
  return (
    <>
      <h3>
        <bdi>{words.protest(item.raceName)}</bdi> <small>{atTime(item.at)}</small>
      </h3>
      <p>
        <bdi>{words.says(name, item.says)}</bdi>
      </p>
      {declining ? (
        <Decline protest={item.id} name={name} close={() => setDeclining(false)} />
      ) : (
        <div class="buttons">
          <button
            type="button"
            class="primary"
            onClick={() => {
              correcting.value = { season: item.season, race: item.race, protest: item.id };
              openDesk('results');
            }}
          >
            {words.fix}
          </button>
          <button type="button" class="quiet" onClick={() => setDeclining(true)}>
            {words.decline}
          </button>
        </div>
      )}
    </>
  );
}

function Decline({ protest, name, close }: { protest: string; name: string; close(): void }) {
  const { act, busy } = useAct(close);
  const [says, setSays] = useState('');
  const ready = says.trim().length >= 3;
  return (
    <form
      class="ask"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy) act({ type: 'declineProtest', protest, says: says.trim() });
      }}
    >
      <Field label={words.declineAsk(name)} value={says} required maxLength={300} focus change={setSays} />
      <Submit label={words.declineSend} pending={desk.saving} busy={busy} ready={ready} needs={words.declineNeeded}>
        <button type="button" class="quiet" onClick={close}>
          {desk.cancel}
        </button>
      </Submit>
    </form>
  );
}

function Overdue({ item, view }: Of<'overdue'>) {
  return (
    <>
      <h3>
        <bdi>{words.overdue(item.raceName)}</bdi> <small>{atTime(item.at)}</small>
      </h3>
      <p>{sayOverdue(view, item.missing, item.fits)}</p>
      <OverdueAnswers view={view} race={item.race} missing={item.missing} />
    </>
  );
}

function TakeOver({ item, view }: Of<'takeOver'>) {
  const racer = nameOf(view, item.racer);
  return (
    <>
      <h3>
        <bdi>{words.takeOverAsk(item.name, racer)}</bdi>
      </h3>
      <p>
        <bdi>{words.takeOverWhy(racer)}</bdi>
      </p>
      <div class="buttons">
        <ActionButton
          class="primary"
          action={{ type: 'answerTakeOver', takeOver: item.id, yes: true }}
          pending={desk.saving}
        >
          {words.takeOverYes}
        </ActionButton>
        <ActionButton
          class="quiet"
          action={{ type: 'answerTakeOver', takeOver: item.id, yes: false }}
          pending={desk.saving}
        >
          {words.takeOverNo}
        </ActionButton>
      </div>
    </>
  );
}

function Closing({ item, view }: Of<'closing'>) {
  const season = view.seasons.find(({ id }) => id === item.season);
  if (!season) return null;
  return (
    <>
      <h3>
        <bdi>{words.closing(season.name)}</bdi>
      </h3>
      <p>
        <bdi>{words.closingWhy(season.name)}</bdi>
      </p>
      <CloseSeason view={view} season={season} done={() => {}} />
      <ActionButton class="quiet" action={{ type: 'keepSeasonOpen', season: item.season }} pending={desk.saving}>
        {words.keepOpen}
      </ActionButton>
    </>
  );
}

function Reminder({ item, view }: Of<'starts' | 'ends'>) {
  const [closing, setClosing] = useState(false);
  const [opening, setOpening] = useState(false);
  const season = view.seasons.find(({ id }) => id === item.season);
  if (!season) return null;
  const day = onDay(item.at, view.timeZone);
  const ends = item.kind === 'ends';
  return (
    <>
      <h3>
        <bdi>{ends ? words.ends(season.name) : words.starts(season.name)}</bdi>
      </h3>
      <p>{ends ? words.endsWhy(day) : words.startsWhy(day)}</p>
      {!ends && view.season && (
        <p>
          <bdi>{words.startsAfter(view.season.name)}</bdi>
        </p>
      )}
      {opening && (
        <Previewed
          action={{ type: 'openSeason', season: item.season }}
          label={seasonWords.open}
          pending={seasonWords.opening}
          done={() => setOpening(false)}
        />
      )}
      {closing && <CloseSeason view={view} season={season} done={() => setClosing(false)} />}
      <div class="buttons">
        {!ends && !view.season && !opening && (
          <button
            type="button"
            class="primary"
            aria-label={seasonWords.openLabel(season.name)}
            onClick={() => setOpening(true)}
          >
            {seasonWords.open}
          </button>
        )}
        {ends && !closing && (
          <button
            type="button"
            class="primary"
            aria-label={seasonWords.closeLabel(season.name)}
            onClick={() => setClosing(true)}
          >
            {seasonWords.close}
          </button>
        )}
        <ActionButton class="quiet" action={{ type: 'dismissReminder', season: item.season }} pending={desk.saving}>
          {words.leave}
        </ActionButton>
      </div>
    </>
  );
}
