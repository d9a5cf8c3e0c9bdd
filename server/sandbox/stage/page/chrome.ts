import type { Setup } from '../contract.ts';
import { element } from './element.ts';
import { icon } from './icons.ts';
import { choice, menu, toggle } from './menu.ts';
import { shownName } from './person.ts';
import { server } from './server.ts';

/** What stands around the panels: header with the four steps, the Sheet beside, the addresses below. */
export function chrome(setup: Setup, addPanel: () => void) {
  const addButton = element('button', { type: 'button', class: 'plain', click: addPanel }, icon('add'), 'Add a panel');
  const sheet = sheetPanel(setup);
  const sheetButton = element(
    'button',
    {
      type: 'button',
      class: 'plain',
      'aria-pressed': 'true',
      click: () => {
        sheet.hidden = !sheet.hidden;
        sheetButton.setAttribute('aria-pressed', String(!sheet.hidden));
      },
    },
    'Show the Sheet',
  );
  const header = element(
    'header',
    { class: 'top' },
    element('img', { src: '/stage/page/mark.svg', alt: '', class: 'mark' }),
    element('h1', {}, setup.applicationName),
    element(
      'p',
      { class: 'sandbox' },
      element('strong', {}, 'Sandbox'),
      ' Made-up people. Nothing leaves this laptop.',
    ),
    addButton,
    sheetButton,
    discordMenu(setup),
  );
  return { header: element('div', {}, header, steps(setup)), footer: footer(setup), sheet, addButton };
}

function steps({ people }: Setup): HTMLElement {
  const nameOf = (key: string) =>
    people
      .filter((persona) => persona.key === key)
      .map(shownName)
      .join();
  const [host, racer] = [nameOf('host'), nameOf('ana')];
  return element(
    'section',
    { class: 'steps', 'aria-label': 'Try this' },
    element('h2', {}, 'Try this'),
    element(
      'ol',
      {},
      element('li', {}, `As ${racer}, join Race 6.`),
      element('li', {}, `As ${host}, start it.`),
      element('li', {}, `Tap a place in ${racer}’s panel; as ${host}, set places for Robin and Kiki.`),
      element('li', {}, 'In the Sheet’s Results tab, change a Position to DNF; watch both panels.'),
    ),
  );
}

function discordMenu(setup: Setup): HTMLElement {
  const delays = [
    ['0', 'As usual'],
    ['2000', '2 seconds'],
    ['8000', '8 seconds'],
  ] as const;
  const chosen = delays.find(([ms]) => Number(ms) === setup.faults.delayMs)?.[0] ?? '0';
  return menu(
    { label: 'Discord’s servers' },
    toggle('Down: every call is refused', setup.faults.offline, (offline) => void server.setFaults({ offline })),
    choice('Answers take', delays, chosen, (ms) => void server.setFaults({ delayMs: Number(ms) })),
  );
}

function sheetPanel(setup: Setup): HTMLElement {
  return element(
    'section',
    { class: 'sheet', 'aria-label': 'The league’s Sheet' },
    element(
      'header',
      { class: 'panel-bar' },
      element('h2', {}, 'The Sheet'),
      element('span', { class: 'hint' }, 'edit a cell: the panels follow'),
      element(
        'a',
        {
          class: 'icon-button',
          href: setup.sheetUrl,
          target: '_blank',
          'aria-label': 'Open the Sheet in a tab of its own',
          title: 'Open in a tab of its own',
        },
        icon('open'),
      ),
    ),
    element('iframe', { title: 'The league’s Sheet', src: atResults(setup.sheetUrl) }),
  );
}

/** Where the four steps begin. */
function atResults(sheetUrl: string): string {
  const url = new URL(sheetUrl);
  url.searchParams.set('tab', 'Results');
  return url.href;
}

function footer(setup: Setup): HTMLElement {
  const link = (label: string, href: string) =>
    element('span', {}, `${label} `, element('a', { href, target: '_blank' }, href));
  return element(
    'footer',
    { class: 'bottom' },
    link('Public page, and the panel outside Discord:', setup.panelUrl),
    link('Sheet and Sheets API:', new URL(setup.sheetUrl).origin),
  );
}
