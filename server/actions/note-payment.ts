import { z } from 'zod';
import { type Account, holderOf, houseAccounts } from '../../sheets/accounts.ts';
import { makeMoney } from '../../sheets/money.ts';
import { ownAccount } from '../league/due.ts';
import type { Facts, Race, Season } from '../league/facts.ts';
import { balances } from '../league/ledger.ts';
import { openSeason } from '../league/races.ts';
import { sayNoted } from '../words/ledger.ts';
import type { Refusal } from '../words/refusals.ts';
import { personOf, raceNamed, titleOf } from './lookup.ts';
import { badAmount, isAmount, textOf } from './money-fields.ts';
import { seasonNamed } from './season-lookup.ts';
import { isRefusal, type Verb } from './verb.ts';

const takes = z.strictObject({
  type: z.literal('notePayment'),
  /** Pot, Grand prize, League, Outside, `racer:` with an ID, or `sponsor:` with one. */
  from: z.string().max(80),
  to: z.string().max(80),
  /** Minor units. */
  amount: z.number(),
  why: z.string().max(1000).optional(),
  season: z.string().max(64).optional(),
  race: z.string().max(64).optional(),
});

/**
 * A host notes that money changed hands: paid in from outside, cashed out, or what a sponsor gives. A pot is that of the
 * race that's named, else of the season that is, else of the open one.
 */
export const notePayment: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, { facts, by, now, cell, newId }) {
    if (!by.host) return { refused: 'hosts_only' };
    const { money, currency } = facts.settings;
    if (!money) return { refused: 'money_off' };
    const [from, to] = [accountOf(facts, ask.from), accountOf(facts, ask.to)];
    if (isRefusal(from)) return from;
    if (isRefusal(to)) return to;
    if (from.account === to.account) return { refused: 'same_account' };
    const { amount } = ask;
    if (!isAmount(amount) || amount === 0) return badAmount(currency);
    const about = aboutOf(facts, [from.account, to.account], ask);
    if (isRefusal(about)) return about;
    const { season, race } = about;
    if (race?.status === 'Void' && to.account === 'Pot')
      return { refused: 'race_void', given: { race: titleOf(race) } };
    const ids = { ...(season && { season: season.id }), ...(race && { race: race.id }) };
    const had = balances(facts).get(ownAccount(from.account, ids)) ?? 0;
    if (mayNotOwe(from.account, to.account) && amount > had)
      return { refused: 'not_enough', given: { account: from.account, name: from.name, had, amount, currency } };
    const why = ask.why?.trim().replace(/[\s\p{Cc}]+/gu, ' ');
    if (why !== undefined && [...why].length > 200) return { refused: 'long_why' };

    const cells = {
      when: cell(now),
      from: from.text,
      to: to.text,
      amount: makeMoney(amount, currency),
      why: why || sayNoted(from.account, to.account),
      season: season?.season ?? '',
      race: race ? titleOf(race) : '',
      by: by.name,
    };
    const accounts = { from: from.account, to: to.account, amount, currency };
    return {
      changes: [{ kind: 'add', tab: 'Ledger', id: newId(), cells }],
      happening: { what: 'noted', ...accounts, ...ids, ...(why && { why }) },
      said: { said: 'noted', given: { ...accounts, fromName: from.name, toName: to.name } },
    };
  },
};

interface Side {
  account: Account;
  /** In the Ledger's cell. */
  text: string;
  name: string;
}

function accountOf(facts: Facts, given: string): Side | Refusal {
  const house = houseAccounts.find((one) => one === given);
  if (house) return { account: house, text: house, name: house };
  const { kind, id } = holderOf(given);
  const racer = kind === 'racer' ? facts.racers.get(id) : undefined;
  const account: Account = racer ? `racer:${personOf(facts, racer).id}` : `sponsor:${id}`;
  if (!racer && !(kind === 'sponsor' && facts.sponsors.has(id))) return { refused: 'unknown_account' };
  const text = textOf(facts, account);
  const name = racer ? personOf(facts, racer).racer : facts.sponsors.get(id)?.sponsor;
  return text === undefined || name === undefined ? { refused: 'nameless_account' } : { account, text, name };
}

/** Whose pot or grand prize it is, and otherwise what it's said to be about. */
function aboutOf(
  facts: Facts,
  accounts: readonly Account[],
  ask: { season?: string | undefined; race?: string | undefined },
): { season?: Season; race?: Race } | Refusal {
  const race = ask.race === undefined ? undefined : raceNamed(facts, ask.race);
  if (race && isRefusal(race)) return race;
  const isShared = accounts.some((account) => account === 'Pot' || account === 'Grand prize');
  const id = ask.season ?? race?.season ?? (isShared ? openSeason(facts)?.id : undefined);
  if (id === undefined) return isShared ? { refused: 'no_open_season' } : {};
  const season = seasonNamed(facts, id);
  if (isRefusal(season)) return season;
  if (race && race.season !== season.id)
    return { refused: 'race_elsewhere', given: { race: titleOf(race), season: season.season } };
  return { season, ...(race && { race }) };
}

/** Racers, sponsors and the league may owe the book something; nothing leaves it that isn't there. */
function mayNotOwe(from: Account, to: Account): boolean {
  return from === 'Pot' || from === 'Grand prize' || (to === 'Outside' && from !== 'Outside');
}
