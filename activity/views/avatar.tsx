import { useState } from 'preact/hooks';
import type { RacerId } from '../../server/contract/terms.ts';
import { usePanel } from './panel-context.ts';

/** A racer's picture; their first letter stands there until it comes, and stays when there is none. */
export function Avatar({ racer, name }: { racer: RacerId; name: string }) {
  const [missing, setMissing] = useState(false);
  // Whoever isn't on Discord has no picture; nor has somebody who was forgotten, whatever the browser still has.
  const placeholder = usePanel().view.value?.racers[racer]?.placeholder;
  const [initial = '?'] = new Intl.Segmenter().segment(name.toUpperCase());
  return (
    <span class="avatar" data-initial={typeof initial === 'string' ? initial : initial.segment} aria-hidden="true">
      {!missing && !placeholder && (
        <img
          src={`/avatar/${encodeURIComponent(racer)}`}
          alt=""
          width={32}
          height={32}
          loading="lazy"
          onError={() => setMissing(true)}
        />
      )}
    </span>
  );
}
