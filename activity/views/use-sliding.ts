import { useLayoutEffect, useRef } from 'preact/hooks';

const slideMilliseconds = 600;

/** Rows (marked by data-row) glide to their new place in the table, unless the person wants stillness. */
export function useSliding() {
  const body = useRef<HTMLTableSectionElement>(null);
  const tops = useRef(new Map<string, number>());

  useLayoutEffect(() => {
    const before = tops.current;
    tops.current = new Map();
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    for (const row of body.current?.rows ?? []) {
      const key = row.dataset.row ?? '';
      const top = row.offsetTop;
      tops.current.set(key, top);
      const from = before.get(key);
      if (still || from === undefined || from === top) continue;
      row.animate([{ transform: `translateY(${from - top}px)` }, { transform: 'none' }], {
        duration: slideMilliseconds,
        easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)',
      });
    }
  });

  return body;
}
