import { signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import { signIn as words } from '../../server/words/panel.ts';
import { Waiting } from './waiting.tsx';

/** A view whose code is fetched when it's first shown, so that nobody else waits for it. */
export function later(load: () => Promise<FunctionComponent>): FunctionComponent {
  const view = signal<FunctionComponent | undefined>(undefined);
  const failed = signal(false);
  return function Later() {
    useEffect(() => {
      failed.value = false;
      load().then(
        (loaded) => {
          view.value = loaded;
        },
        () => {
          failed.value = true;
        },
      );
    }, []);
    const View = view.value;
    if (View) return <View />;
    return failed.value ? <Waiting trouble={words.trouble.noSdk} /> : <Waiting what={words.connecting} />;
  };
}
