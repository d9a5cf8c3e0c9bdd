/** /race open: a new race, or one that was planned. */
import { parseMoney } from '../../../../sheets/money.ts';
import { badAmount } from '../../../actions/money-fields.ts';
import { isRefusal } from '../../../actions/verb.ts';
import type { Facts } from '../../../league/facts.ts';
import type { Refusal } from '../../../words/refusals.ts';
import { factsFor } from '../../asked.ts';
import { command } from '../../command.ts';
import { sayRefused, toThem } from '../../replies.ts';
import { isReply, naming, raceCalled, racesOf } from '../../things.ts';
import { opened } from './opened.ts';

export const open = command(
  {
    name: 'race open',
    options: {
      race: naming('plannedRace', (facts) => racesOf(facts, ({ status }) => status === 'Planned').toReversed()),
      fee: { words: 'fee', kind: 'text', most: 30 },
    },
  },
  (asked, { race, fee }) => {
    const found = race === undefined ? undefined : raceCalled(asked, race);
    if (found && isReply(found)) return found;
    const entryFee = fee === undefined ? undefined : feeOf(factsFor(asked), fee);
    if (isRefusal(entryFee)) return toThem(sayRefused(asked, entryFee));
    return opened(asked, {
      type: 'openRace',
      ...(found && { race: found.id }),
      ...(entryFee && { entryFee: entryFee.units }),
    });
  },
);

/** As somebody typed it, in the league's currency. */
function feeOf({ settings: { money, currency } }: Facts, typed: string): { units: number } | Refusal {
  if (!money) return { refused: 'money_off' };
  const units = parseMoney(typed, currency);
  return units === undefined ? badAmount(currency) : { units };
}
