import { useState } from 'preact/hooks';
import type { LeagueView, RaceView } from '../../../server/contract/league.ts';
import type { RaceId } from '../../../server/contract/terms.ts';
import { desk } from '../../../server/words/desk.ts';
import { moneyDesk as words } from '../../../server/words/money.ts';
import { readAmount, typedAmount } from '../../model/amounts.ts';
import { MoneyField } from './money-field.tsx';
import { Previewed } from './previewed.tsx';

interface RaceFeeProps {
  view: LeagueView;
  race: { id: RaceId; race: RaceView };
  done(): void;
}

/** What a race costs, of one that's over too: then first what that changes. */
export function RaceFee({ view: { money }, race: { id, race }, done }: RaceFeeProps) {
  const { currency = '' } = money ?? {};
  const before = typedAmount(race.stakes?.entryFee, currency);
  const [fee, setFee] = useState(before);
  const units = readAmount(fee, currency);
  if (!money) return null;
  return (
    <div class="fields">
      <MoneyField label={words.raceFee} value={fee} currency={currency} change={setFee} />
      {fee.trim() !== before && units !== undefined && (
        <Previewed
          action={{ type: 'setFee', race: id, entryFee: units }}
          label={words.raceFeeSave}
          pending={desk.saving}
          done={done}
        />
      )}
    </div>
  );
}
