import type { Persona } from '../../people.ts';
import { openDialog } from './dialog.ts';
import { element } from './element.ts';
import { scopeSentence } from './permission.ts';
import { shownName } from './person.ts';

export interface Consents {
  /**
   * Whether the person lets the app have these scopes: at once when they said so before, else by asking them. With
   * `silent` (the SDK's prompt 'none') nobody is asked and what wasn't agreed to is refused.
   */
  ask(persona: Persona, scopes: readonly string[], silent: boolean): Promise<boolean>;
  forget(persona: Persona): void;
}

/** Kept by the browser, so that starting the sandbox again doesn't ask everybody anew. */
export function createConsents(storage: Storage, application: string): Consents {
  const keyOf = ({ id }: Persona) => `stage consent ${id}`;
  const granted = (persona: Persona) => (storage.getItem(keyOf(persona)) ?? '').split(' ').filter(Boolean);

  return {
    async ask(persona, scopes, silent) {
      const before = granted(persona);
      if (scopes.every((scope) => before.includes(scope))) return true;
      if (silent || !(await askPerson(persona, scopes, application))) return false;
      storage.setItem(keyOf(persona), [...new Set([...before, ...scopes])].join(' '));
      return true;
    },
    forget: (persona) => storage.removeItem(keyOf(persona)),
  };
}

function askPerson(persona: Persona, scopes: readonly string[], application: string): Promise<boolean> {
  const host = document.querySelector<HTMLElement>(`[data-panel="${persona.key}"] .glass`);
  if (!host) return Promise.resolve(false);
  return openDialog<boolean>(host, {
    title: `${application} wants to access ${shownName(persona)}’s account`,
    body: [
      element('p', {}, 'This will let it:'),
      element('ul', {}, ...scopes.map((scope) => element('li', {}, scopeSentence(scope)))),
    ],
    actions: [
      { label: 'Refuse', answer: false },
      { label: 'Authorize', answer: true, primary: true },
    ],
    dismissed: false,
  });
}
