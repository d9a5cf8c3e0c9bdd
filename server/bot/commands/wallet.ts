/** /wallet: one's own balance and its latest bookings, which nobody else sees. */
import { racerOf } from '../../actions/lookup.ts';
import { factsFor } from '../asked.ts';
import { command } from '../command.ts';
import { moment, plain } from '../markdown.ts';
import { text, toThem } from '../replies.ts';
import { walletOf } from '../wallet.ts';

export const wallet = command({ name: 'wallet', options: {} }, (asked) => {
  const facts = factsFor(asked);
  const { words } = asked;
  const own = walletOf(facts, racerOf(facts, asked.member)?.id);
  if (!own) return toThem(text(words.wallet.off));
  const { balance, currency, latest } = own;
  const bookings = latest.map(({ row: { when, why = '', booked }, amount }) =>
    words.wallet.booking({
      when: when === undefined ? '' : moment(when, 'D'),
      amount: words.gain(amount, currency),
      why: booked ? words.wallet.booked(booked, plain(why)) : plain(why),
    }),
  );
  return toThem(
    text(
      words.wallet.balance(words.money(balance, currency)),
      ...(bookings.length > 0 ? bookings : [words.wallet.empty]),
    ),
  );
});
