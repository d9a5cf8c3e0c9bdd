import { useEffect, useRef } from 'preact/hooks';

/** Half of it for a second: a logo that somebody scrolls past wasn't seen. */
const part = 0.5;
const milliseconds = 1_000;

/** Calls `seen` once the element with this ref was really on the screen. */
export function useSeen(seen: (() => void) | undefined) {
  const element = useRef<HTMLParagraphElement>(null);
  const tell = useRef(seen);
  tell.current = seen;
  const asked = seen !== undefined;

  useEffect(() => {
    const watched = element.current;
    if (!asked || !watched) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        clearTimeout(timer);
        if (!entry?.isIntersecting || document.visibilityState !== 'visible') return;
        timer = setTimeout(() => {
          observer.disconnect();
          if (document.visibilityState === 'visible') tell.current?.();
        }, milliseconds);
      },
      { threshold: part },
    );
    observer.observe(watched);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [asked]);

  return element;
}
