import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../api.ts';
import { type Asked, createAsked } from '../model/asked.ts';
import { usePanel } from './panel-context.ts';

/**
 * Asks the server when this is first shown, and again whenever `version` changes or the connection is back. Another `about` makes it another
 * question: what was known is gone from the screen at once.
 */
export function useAsked<T>(
  call: () => Promise<Answer<T>>,
  { about, version }: { about: string; version: unknown },
): { asked: Asked<T>; again(): void } {
  const [question] = useState(() => createAsked<T>());
  const lost = usePanel().connection.value === 'lost';
  const latest = useRef(call);
  latest.current = call;
  const before = useRef<string | undefined>(undefined);

  useEffect(() => {
    const anew = before.current !== about;
    if (lost && !anew) return;
    before.current = about;
    void question.ask(() => latest.current(), anew);
  }, [question, about, version, lost]);

  return { asked: question.state.value, again: () => void question.ask(() => latest.current(), true) };
}
