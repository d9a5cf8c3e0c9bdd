import type { Setup } from '../contract.ts';
import { element } from './element.ts';

// The one address besides Discord's own and the panel's that the SDK takes messages from.
const STAGE_ORIGIN = 'http://localhost:3333';

/** A line across the page that says what is wrong and what to do. */
export function notice(...content: (Node | string)[]): HTMLElement {
  return element('p', { class: 'notice', role: 'alert' }, ...content);
}

/** Where the SDK wouldn't hear the stage, panels would load for ever: says so instead, once, at the top. */
export function wrongAddress(setup: Setup): HTMLElement[] {
  const panelOrigin = new URL(setup.panelUrl).origin;
  if (location.origin === STAGE_ORIGIN || (setup.hosts === 'shared' && location.origin === panelOrigin)) return [];
  const there = element('a', { href: STAGE_ORIGIN }, STAGE_ORIGIN);
  const remedy = location.port === '3333' ? 'Open the stage there.' : 'Give the stage port 3333 and open it there.';
  return [notice('A panel listens to a stage at ', there, ` only, so here it never gets past loading. ${remedy}`)];
}
