import type { Position } from '../../server/contract/terms.ts';
import { place } from '../../server/words/en.ts';
import { host } from '../../server/words/panel.ts';
import { isShared, outcomes } from '../../sheets/positions.ts';

interface PositionSelectProps {
  label: string;
  value: Position | null;
  /** The last place there is. */
  of: number;
  busy?: boolean;
  choose(position: Position | null): void;
}

/** Any position, or none. Places that are shared come last: a dead heat is rare. */
export function PositionSelect({ label, value, of, busy = false, choose }: PositionSelectProps) {
  const places = Array.from({ length: of }, (_, index) => index + 1);
  const shared = places.slice(0, -1).map((it): Position => `${it}=`);
  const choices: Position[] = [...places, ...outcomes];
  const all: Position[] = [...choices, ...shared];
  // What stands there already can be chosen, even where there are no such places any more.
  if (value !== null && !all.includes(value)) (isShared(value) ? shared : choices).push(value);
  return (
    <select
      aria-label={label}
      aria-busy={busy}
      value={value === null ? '' : String(value)}
      onChange={({ currentTarget }) =>
        choose([...choices, ...shared].find((it) => String(it) === currentTarget.value) ?? null)
      }
    >
      <option value="">{host.none}</option>
      {choices.map((choice) => (
        <option key={choice} value={String(choice)}>
          {place(choice)}
        </option>
      ))}
      {shared.length > 0 && (
        <optgroup label={host.shared}>
          {shared.map((choice) => (
            <option key={choice} value={String(choice)}>
              {place(choice)}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
}
