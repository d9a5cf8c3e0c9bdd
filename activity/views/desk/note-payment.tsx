import { useState } from 'preact/hooks';
import type { ActionBody } from '../../../server/contract/actions.ts';
import type { LeagueView } from '../../../server/contract/league.ts';
import type { MeView } from '../../../server/contract/me.ts';
import type { AccountName, Units } from '../../../server/contract/terms.ts';
import { desk } from '../../../server/words/desk.ts';
import { moneyDesk as words } from '../../../server/words/money.ts';
import { readAmount } from '../../model/amounts.ts';
import { Choice } from './choice.tsx';
import type { DeskProps } from './desk.tsx';
import { Field } from './field.tsx';
import { MoneyField } from './money-field.tsx';
import { Previewed } from './previewed.tsx';

/** What a host may note: who paid in, who was paid out, and who gives something to a pot. */
type Kind = keyof typeof words.kinds;

interface Typed {
  kind: Kind;
  who: string;
  into: string;
  amount: string;
  why: string;
}

const blank: Typed = { kind: 'in', who: '', into: '', amount: '', why: '' };

/** Money that changed hands outside of the league. */
export function NotePayment({ view, me, currency }: DeskProps & { currency: string }) {
  const [typed, setTyped] = useState(blank);
  const set = (field: keyof Typed) => (value: string) => setTyped({ ...typed, [field]: value });
  const pots = potsIn(view);
  const units = readAmount(typed.amount, currency);
  const action = units ? noted(typed, units, pots) : undefined;
  return (
    <div class="fields">
      <p class="soft">{words.noteWhy}</p>
      <Choice
        label={words.what}
        value={typed.kind}
        choices={kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        choose={(kind) => setTyped({ ...typed, kind: kinds.find((one) => one === kind) ?? 'in', who: '' })}
      />
      <Choice
        label={words.who}
        none={words.chooseWho}
        value={typed.who}
        choices={holdersIn(view, me, typed.kind)}
        choose={set('who')}
      />
      {typed.kind === 'give' && (
        <Choice
          label={words.into}
          none={words.chooseInto}
          value={typed.into}
          choices={pots}
          why={words.giveWhy}
          choose={set('into')}
        />
      )}
      <MoneyField label={words.amount} value={typed.amount} currency={currency} change={set('amount')} />
      <Field label={words.why} why={words.whyWhy} value={typed.why} maxLength={200} change={set('why')} />
      {action && <Previewed action={action} label={words.save} pending={desk.saving} done={() => setTyped(blank)} />}
      {!action && <p class="soft">{words.needs(missingIn(typed, units))}</p>}
    </div>
  );
}

const kinds = ['in', 'out', 'give'] as const satisfies readonly Kind[];

interface Pot {
  value: string;
  label: string;
  account: 'Pot' | 'Grand prize';
  season?: string;
  race?: string;
}

/** Those that aren't paid out yet: of the open season, and of races that aren't over. */
function potsIn({ season, races }: LeagueView): Pot[] {
  if (!season) return [];
  const ofRaces = Object.entries(races).filter(([, { status }]) => status !== 'Final' && status !== 'Void');
  return [
    { value: 'prize', label: words.grandPrize(season.name), account: 'Grand prize', season: season.id },
    { value: 'season', label: words.pot(season.name), account: 'Pot', season: season.id },
    ...ofRaces.map(([race, { name }]): Pot => ({ value: race, label: words.pot(name), account: 'Pot', race })),
  ];
}

function holdersIn({ racers }: LeagueView, { sponsors = [] }: MeView, kind: Kind): { value: string; label: string }[] {
  const named = Object.entries(racers)
    .map(([id, { name }]) => ({ value: `racer:${id}`, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return [
    ...named,
    ...sponsors.map(({ id, name }) => ({ value: `sponsor:${id}`, label: name })),
    { value: 'League', label: words.league },
    ...(kind === 'give' ? [{ value: 'Outside', label: words.outside }] : []),
  ];
}

function missingIn({ kind, who, into }: Typed, units: Units | null | undefined): string[] {
  return [
    ...(who === '' ? [words.needsWho] : []),
    ...(kind === 'give' && into === '' ? [words.needsInto] : []),
    ...(units ? [] : [words.needsAmount]),
  ];
}

/** Undefined while something is missing. */
function noted({ kind, who, into, why }: Typed, amount: Units, pots: readonly Pot[]): ActionBody | undefined {
  const holder = accountOf(who);
  if (!holder) return undefined;
  const said = why.trim() === '' ? {} : { why: why.trim() };
  switch (kind) {
    case 'in':
      return { type: 'notePayment', from: 'Outside', to: holder, amount, ...said };
    case 'out':
      return { type: 'notePayment', from: holder, to: 'Outside', amount, ...said };
    case 'give': {
      const pot = pots.find(({ value }) => value === into);
      if (!pot) return undefined;
      const { account: to, season, race } = pot;
      const about = { ...(season !== undefined && { season }), ...(race !== undefined && { race }) };
      return { type: 'notePayment', from: holder, to, amount, ...about, ...said };
    }
  }
}

function accountOf(who: string): AccountName | undefined {
  if (who === 'League' || who === 'Outside') return who;
  const [, kind, id = ''] = /^(racer|sponsor):(.+)$/.exec(who) ?? [];
  return kind === 'racer' || kind === 'sponsor' ? `${kind}:${id}` : undefined;
}
