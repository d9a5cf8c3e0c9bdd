import type { ComponentChildren } from 'preact';
import type { RacerId, SeasonId } from '../../server/contract/terms.ts';
import { Avatar } from './avatar.tsx';
import { Name } from './name.tsx';
import { usePanel } from './panel-context.ts';

/** Where somebody was when they went to a racer's profile. */
let left: { racer: RacerId; y: number } | undefined;

interface RacerButtonProps {
  racer: RacerId;
  name: string;
  season: SeasonId | undefined;
  children?: ComponentChildren;
}

/** A racer in a table; a tap opens their profile. */
export function RacerButton({ racer, name, season, children }: RacerButtonProps) {
  const { page } = usePanel();
  return (
    <button
      type="button"
      class="who"
      ref={(element) => comeBack(racer, element)}
      onClick={() => {
        left = { racer, y: scrollY };
        page.value = { page: 'racer', racer, season };
      }}
    >
      <Avatar racer={racer} name={name} />
      <Name name={name} />
      {children}
    </button>
  );
}

/** Whoever comes back from a profile finds the table as it was, and the focus where they left it. */
function comeBack(racer: RacerId, element: HTMLElement | null): void {
  if (!element || left?.racer !== racer) return;
  const { y } = left;
  left = undefined;
  requestAnimationFrame(() => {
    scrollTo(0, y);
    element.focus({ preventScroll: true });
  });
}
