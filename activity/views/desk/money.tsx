import type { LeagueView } from '../../../server/contract/league.ts';
import type { AccountView, LedgerView } from '../../../server/contract/money.ts';
import { moneyDesk as words } from '../../../server/words/money.ts';
import { amount } from '../../model/amounts.ts';
import { onDay } from '../../model/dates.ts';
import { Answered } from '../answered.tsx';
import { usePanel } from '../panel-context.ts';
import { useAsked } from '../use-asked.ts';
import type { DeskProps } from './desk.tsx';
import { NotePayment } from './note-payment.tsx';

/** What everybody has, what hosts note, and the book itself; while money is off, what turning it on means. */
export function Money({ view, me }: DeskProps) {
  if (view.money) return <Book view={view} me={me} currency={view.money.currency} />;
  return (
    <>
      <section class="card" aria-label={words.season}>
        <p>{words.off}</p>
      </section>
      <BookedBefore view={view} />
    </>
  );
}

/** What was booked before money was turned off; nothing where nothing was. */
function BookedBefore({ view }: { view: LeagueView }) {
  const { ask } = usePanel();
  const { asked } = useAsked(ask.ledger, { about: 'ledger', version: view.version });
  if (asked.step !== 'ready') return null;
  const { currency, accounts } = asked.value;
  return (
    <>
      <section class="card" aria-label={words.accounts}>
        <h3>{words.accounts}</h3>
        <p class="soft">{words.whileOff}</p>
        <Accounts accounts={accounts} currency={currency} />
      </section>
      <section class="card" aria-label={words.ledger}>
        <h3>{words.ledger}</h3>
        <Rows ledger={asked.value} currency={currency} timeZone={view.timeZone} />
      </section>
    </>
  );
}

function Book({ view, me, currency }: DeskProps & { currency: string }) {
  const { ask } = usePanel();
  const { asked, again } = useAsked(ask.ledger, { about: 'ledger', version: view.version });
  return (
    <>
      <div class="side">
        <section class="card" aria-label={words.accounts}>
          <h3>{words.accounts}</h3>
          <Answered asked={asked} again={again} loading={words.ledgerFetching}>
            {({ accounts }) => <Accounts accounts={accounts} currency={currency} />}
          </Answered>
        </section>
        <section class="card" aria-label={words.note}>
          <h3>{words.note}</h3>
          <NotePayment view={view} me={me} currency={currency} />
        </section>
      </div>
      <section class="card" aria-label={words.ledger}>
        <h3>{words.ledger}</h3>
        {asked.step === 'ready' && <Rows ledger={asked.value} currency={currency} timeZone={view.timeZone} />}
      </section>
    </>
  );
}

function Accounts({ accounts, currency }: { accounts: readonly AccountView[]; currency: string }) {
  if (accounts.length === 0) return <p class="soft">{words.accountsEmpty}</p>;
  return (
    <>
      <ul class="lines bookings">
        {accounts.map(({ account, name, about, balance }) => (
          <li key={`${account} ${about}`} class="row">
            <bdi>{words.account(name, about)}</bdi>
            <b class={balance < 0 ? 'out' : ''}>{amount(balance, currency)}</b>
          </li>
        ))}
      </ul>
      <p class="soft">{words.accountsWhy}</p>
    </>
  );
}

interface RowsProps {
  ledger: LedgerView;
  currency: string;
  timeZone: string;
}

function Rows({ ledger: { rows, more }, currency, timeZone }: RowsProps) {
  if (rows.length === 0) return <p class="soft">{words.ledgerEmpty}</p>;
  return (
    <>
      <ol class="lines bookings">
        {rows.map(({ id, at, from, to, amount: units, why, about, by }) => (
          <li key={id} class="row">
            <span>
              <bdi>{words.moved(from, to)}</bdi>{' '}
              <small>
                <bdi>{words.said(why, about, by, at === undefined ? undefined : onDay(at, timeZone))}</bdi>
              </small>
            </span>
            <b>{amount(units, currency)}</b>
          </li>
        ))}
      </ol>
      {more !== undefined && <p class="soft">{words.more(more)}</p>}
    </>
  );
}
