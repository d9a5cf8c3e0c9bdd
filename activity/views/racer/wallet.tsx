import type { LeagueView } from '../../../server/contract/league.ts';
import type { MeView } from '../../../server/contract/me.ts';
import { wallet as words } from '../../../server/words/money.ts';
import { amount, gain } from '../../model/amounts.ts';
import { onDay } from '../../model/dates.ts';

/** What is mine, for my eyes alone. */
export function Wallet({ view: { money, timeZone }, me: { wallet } }: { view: LeagueView; me: MeView }) {
  if (!money || !wallet) return null;
  const { currency } = money;
  const { balance, bookings, more } = wallet;
  return (
    <section class="card" aria-label={words.title}>
      <h3>{words.title}</h3>
      <dl class="figures">
        <div>
          <dt>{words.balance}</dt>
          <dd>{amount(balance, currency)}</dd>
        </div>
      </dl>
      {balance < 0 && <p>{words.owes}</p>}
      <p class="soft">{words.whose}</p>
      {bookings.length === 0 ? (
        <p class="soft">{words.empty}</p>
      ) : (
        <>
          <h4>{words.bookings}</h4>
          <ul class="lines bookings">
            {bookings.map(({ id, at, amount: units, why, about }) => (
              <li key={id} class="row">
                <span>
                  <bdi>{why}</bdi>{' '}
                  <small>
                    <bdi>{[about, at !== undefined && onDay(at, timeZone)].filter(Boolean).join(' · ')}</bdi>
                  </small>
                </span>
                <b class={units < 0 ? 'out' : 'in'}>{gain(units, currency)}</b>
              </li>
            ))}
          </ul>
          {more !== undefined && <p class="soft">{words.more(more)}</p>}
        </>
      )}
    </section>
  );
}
