import { useState } from 'preact/hooks';
import type { LeagueView } from '../../../server/contract/league.ts';
import type { MeView } from '../../../server/contract/me.ts';
import type { RacerId } from '../../../server/contract/terms.ts';
import { desk, forgetting, racers as words } from '../../../server/words/desk.ts';
import { nameOf } from '../../model/races.ts';
import { ForgetButton } from '../forget-button.tsx';
import { usePanel } from '../panel-context.ts';
import { RacerSelect } from '../racer-select.tsx';
import { useAct } from '../use-act.ts';
import type { DeskProps } from './desk.tsx';
import { Field, Submit } from './field.tsx';
import { Previewed } from './previewed.tsx';

/** Racers without Discord, and people who are here twice. */
export function Racers({ view, me }: DeskProps) {
  return (
    <>
      <section class="card" aria-label={words.add}>
        <h3>{words.add}</h3>
        <Add />
        <Placeholders view={view} />
      </section>
      <section class="card" aria-label={words.merge}>
        <h3>{words.merge}</h3>
        <p class="soft">{words.mergeWhy}</p>
        <Merge view={view} />
        <Merged view={view} me={me} />
      </section>
      <section class="card" aria-label={forgetting.title}>
        <h3>{forgetting.title}</h3>
        <p class="soft">{forgetting.why}</p>
        <Forget view={view} />
      </section>
    </>
  );
}

function Add() {
  const [name, setName] = useState('');
  const { act, busy } = useAct(() => setName(''));
  const typed = name.trim();
  return (
    <form
      class="fields"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== '' && !busy) act({ type: 'addRacer', name: typed });
      }}
    >
      <Field label={words.name} why={words.addWhy} value={name} required maxLength={32} change={setName} />
      <Submit label={words.addSave} pending={desk.saving} busy={busy} ready={typed !== ''} needs={words.nameNeeded} />
    </form>
  );
}

function Placeholders({ view }: { view: LeagueView }) {
  const names = Object.values(view.racers).filter(({ placeholder }) => placeholder);
  if (names.length === 0) return null;
  return (
    <>
      <h4>{words.placeholders}</h4>
      <ul class="lines">
        {names.map(({ name }) => (
          <li key={name}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

function Merge({ view }: { view: LeagueView }) {
  const [racer, setRacer] = useState<RacerId | undefined>(undefined);
  const [into, setInto] = useState<RacerId | undefined>(undefined);
  return (
    <div class="fields">
      <div class="labelled">
        <span aria-hidden="true">{words.mergeThis}</span>
        <RacerSelect view={view} label={words.mergeThis} none={words.choose} value={racer} choose={setRacer} />
      </div>
      <div class="labelled">
        <span aria-hidden="true">{words.mergeInto}</span>
        <RacerSelect
          view={view}
          label={words.mergeInto}
          none={words.choose}
          value={into}
          without={racer === undefined ? [] : [racer]}
          choose={setInto}
        />
      </div>
      {racer !== undefined && into !== undefined && racer !== into && (
        <Previewed
          action={{ type: 'mergeRacers', racer, into }}
          label={words.mergeSave}
          pending={words.merging}
          done={() => {
            setRacer(undefined);
            setInto(undefined);
          }}
        />
      )}
      {(racer === undefined || into === undefined) && <small>{words.mergeNeeded}</small>}
    </div>
  );
}

function Merged({ view, me }: { view: LeagueView; me: MeView }) {
  const [ending, setEnding] = useState<RacerId | undefined>(undefined);
  const merged = me.merged ?? [];
  if (merged.length === 0) return null;
  return (
    <>
      <h4>{words.merged}</h4>
      <ul class="lines">
        {merged.map(({ racer, name, into }) => (
          <li key={racer}>
            <div class="row">
              <bdi>{words.mergedLine(name, nameOf(view, into))}</bdi>
              {ending !== racer && (
                <button
                  type="button"
                  class="quiet small"
                  aria-label={words.endLabel(name)}
                  onClick={() => setEnding(racer)}
                >
                  {words.end}
                </button>
              )}
            </div>
            {ending === racer && (
              <div class="ask">
                <Previewed
                  action={{ type: 'mergeRacers', racer, into: null }}
                  label={words.end}
                  pending={desk.saving}
                  done={() => setEnding(undefined)}
                />
                <button type="button" class="quiet small" onClick={() => setEnding(undefined)}>
                  {desk.cancel}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Forget({ view }: { view: LeagueView }) {
  const { forget } = usePanel();
  const [racer, setRacer] = useState<RacerId | undefined>(undefined);
  const name = racer === undefined ? '' : nameOf(view, racer);
  return (
    <div class="fields">
      <div class="labelled">
        <span aria-hidden="true">{forgetting.racer}</span>
        <RacerSelect view={view} label={forgetting.racer} none={forgetting.choose} value={racer} choose={setRacer} />
      </div>
      {racer !== undefined && (
        <ForgetButton
          key={racer}
          label={forgetting.yes(name)}
          ask={forgetting.ask(name)}
          yes={forgetting.yes(name)}
          no={desk.cancel}
          pending={forgetting.pending}
          forget={async () => {
            if (await forget(racer)) setRacer(undefined);
          }}
        />
      )}
    </div>
  );
}
