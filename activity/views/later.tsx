import { signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import { asked, signIn as words } from '../../server/words/panel.ts';
import { Waiting } from './waiting.tsx';

interface Unloaded {
  failed: boolean;
  again(): void;
}

/**
 * A view whose code is fetched when it's first shown, so that nobody else waits for it. `early`: everybody will need
 * it, but not for the first paint.
 */
export function later<P extends object>(
  load: () => Promise<FunctionComponent<P>>,
  Meanwhile: FunctionComponent<Unloaded>,
  { early = false } = {},
): FunctionComponent<P> {
  const view = signal<FunctionComponent<P> | undefined>(undefined);
  const failed = signal(false);
  const fetchIt = () => {
    failed.value = false;
    load().then(
      (loaded) => {
        view.value = loaded;
      },
      () => {
        failed.value = true;
      },
    );
  };
  if (early) fetchIt();
  return function Later(props: P) {
    useEffect(() => {
      if (!view.peek() && (!early || failed.peek())) fetchIt();
    }, []);
    const View = view.value;
    return View ? <View {...props} /> : <Meanwhile failed={failed.value} again={fetchIt} />;
  };
}

/** In place of everything else. */
export function WholeScreen({ failed }: Unloaded) {
  return failed ? <Waiting trouble={words.trouble.noSdk} /> : <Waiting what={words.connecting} />;
}

/** In place of a part of the screen. */
export function Part({ failed, again }: Unloaded) {
  if (!failed) {
    return (
      <p class="soft loading" role="status">
        {asked.loading}
      </p>
    );
  }
  const { message, remedy, button } = words.trouble.noSdk;
  return (
    <div role="alert" class="row">
      <p>
        <strong>{message}</strong> {remedy}
      </p>
      <button type="button" class="quiet" onClick={again}>
        {button}
      </button>
    </div>
  );
}
