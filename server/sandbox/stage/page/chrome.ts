import type { Setup } from '../contract.ts';
import { element } from './element.ts';
import { icon } from './icons.ts';
import { choice, menu, toggle } from './menu.ts';
import { server } from './server.ts';
import { steps } from './steps.ts';

interface Choices {
  /** The buttons that show panels, channel and Sheet. */
  panes: HTMLElement;
  addPanel(): void;
  chooseServer(key: string): void;
}

/** What stands around panels, channel and Sheet: header with what to try, the addresses below. */
export function chrome(setup: Setup, { panes, addPanel, chooseServer }: Choices) {
  const addButton = element('button', { type: 'button', class: 'plain', click: addPanel }, icon('add'), 'Add a panel');
  const header = element(
    'header',
    { class: 'top' },
    element('img', { src: '/stage/page/mark.svg', alt: '', class: 'mark' }),
    element('h1', {}, setup.applicationName),
    element(
      'p',
      { class: 'sandbox' },
      element('strong', {}, 'Sandbox'),
      element('span', {}, ' Made-up people. Nothing leaves this laptop.'),
    ),
    serverChoice(setup, chooseServer),
    addButton,
    panes,
    discordMenu(setup),
  );
  return { header: element('div', {}, header, steps(setup)), footer: footer(setup), addButton };
}

function serverChoice(setup: Setup, choose: (key: string) => void): HTMLElement {
  const select = element(
    'select',
    {
      class: 'plain',
      change: () => {
        const { value } = select;
        // Should Back bring this page back as it was left, it says whose panels these are.
        select.value = setup.server;
        choose(value);
      },
    },
    ...setup.servers.map(({ key, name }) => element('option', { value: key, selected: key === setup.server }, name)),
  );
  return element('label', { class: 'server' }, element('span', {}, 'Server '), select);
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

/** The Sheet's own page, beside the panels. */
export function sheetPanel(setup: Setup): HTMLElement {
  return element(
    'section',
    { class: 'sheet', 'aria-label': 'The league’s Sheet' },
    element(
      'header',
      { class: 'panel-bar' },
      element('h2', {}, 'The Sheet'),
      element(
        'span',
        { class: 'hint' },
        setup.prepared ? 'edit a cell: the panels follow' : 'make one, connect it in the panel',
      ),
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
    element('iframe', {
      title: 'The league’s Sheet',
      src: setup.prepared ? atResults(setup.sheetUrl) : setup.sheetUrl,
      allow: 'clipboard-write',
    }),
  );
}

/** Where a position is changed. */
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
