import type { LeagueView } from '../../server/contract/league.ts';
import type { GrandPrizeView } from '../../server/contract/money.ts';
import { list } from '../../server/words/en.ts';
import { check as words } from '../../server/words/money.ts';
import { amount } from '../model/amounts.ts';

interface GrandPrizeProps {
  view: LeagueView;
  check: GrandPrizeView | undefined;
}

/** The check for the champion. */
export function GrandPrize({ view, check }: GrandPrizeProps) {
  if (!view.money || !check) return null;
  const { currency } = view.money;
  const { champions, sponsor = view.name } = check;
  const several = champions.length > 1;
  return (
    <figure class="check" aria-label={words.title}>
      <figcaption>{words.title}</figcaption>
      <strong>{amount(check.amount, currency)}</strong>
      <p>
        <bdi>{words.to(sponsor, list(champions.map(({ name }) => name)))}</bdi>
      </p>
      {several && (
        <ul>
          {champions.map(({ racer, name, amount: part }) => (
            <li key={racer}>
              <bdi>{words.each(name, amount(part, currency))}</bdi>
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}
