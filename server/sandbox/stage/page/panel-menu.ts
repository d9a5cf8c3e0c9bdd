import type { Persona, RoleKey } from '../../people.ts';
import type { Setup } from '../contract.ts';
import { element } from './element.ts';
import { choice, menu, toggle } from './menu.ts';
import { shownName } from './person.ts';
import { server } from './server.ts';

export type Device = 'desktop' | 'mobile';
export type Layout = 'focused' | 'pip' | 'grid';

interface PanelMenuParts {
  persona: Persona;
  setup: Setup;
  device: Device;
  layout: Layout;
  setDevice(device: Device): void;
  setLayout(layout: Layout): void;
  forgetConsent(): void;
}

/** What one changes at a panel now and then: screen, layout, the person's roles, their consent. */
export function panelMenu(parts: PanelMenuParts): HTMLDetailsElement {
  const { persona, setup } = parts;
  const devices = [
    ['desktop', 'Laptop'],
    ['mobile', 'Phone'],
  ] as const;
  const layouts = [
    ['focused', 'Focused'],
    ['pip', 'Picture in picture'],
    ['grid', 'Grid'],
  ] as const;
  const roles = element('fieldset');

  const details = menu(
    { label: `More for ${shownName(persona)}`, icon: 'more' },
    choice('Screen', devices, parts.device, parts.setDevice),
    choice('Layout', layouts, parts.layout, parts.setLayout),
    roles,
    element('button', { type: 'button', class: 'plain', click: parts.forgetConsent }, 'Forget consent'),
  );
  details.addEventListener('toggle', () => {
    if (details.open) void showRoles(roles, setup, persona);
  });
  return details;
}

// Either makes a host: by the role that the league's Settings name, or by Manage Server where they name none.
const offeredRoles: readonly (readonly [RoleKey, string])[] = [
  ['host', 'League host'],
  ['manager', 'Server manager (may manage the server)'],
];

/** As they are now: another page may have changed them. */
async function showRoles(fieldset: HTMLFieldSetElement, setup: Setup, persona: Persona): Promise<void> {
  const { roles } = await server.standing(setup.server, persona.key);
  const held = new Set<RoleKey>(roles);
  const toggles = offeredRoles.map(([role, label]) =>
    toggle(label, held.has(role), (on) => {
      if (on) held.add(role);
      else held.delete(role);
      void server.setRoles(setup.server, persona.key, [...held]);
    }),
  );
  fieldset.replaceChildren(element('legend', {}, 'Roles in the server'), ...toggles);
}
