import type { Persona } from '../../people.ts';
import { createChannel } from './chat/channel.ts';
import { chrome, sheetPanel } from './chrome.ts';
import { createConsents } from './consent.ts';
import { element } from './element.ts';
import { withReachableHosts } from './frame-address.ts';
import { notice, wrongAddress } from './notice.ts';
import { createPanel, type Panel } from './panel.ts';
import { createPanes, paneNames } from './panes.ts';
import { listenLive, server } from './server.ts';
import { createToasts } from './toast.ts';

const address = new URLSearchParams(location.search);
const setup = await withReachableHosts(await server.setup(address.get('server')));
const consents = createConsents(localStorage, setup.applicationName);
const { corner, toast } = createToasts();
const panels: Panel[] = [];
let stage: string | null = null;

const empty = element('p', { class: 'empty' }, 'Nobody has the activity open. “Add a panel” opens it for somebody.');
const row = element('div', { class: 'panels' }, empty);
const lost = notice('The sandbox isn’t answering. Start it again with “npm start”; this page goes on by itself.');
lost.hidden = true;
const sheet = sheetPanel(setup);
const channel = createChannel({
  setup,
  persona: whoLooks(),
  toast,
  now: Date.now,
  openPanel,
  personChosen: (as) => remember({ as }),
  heard: () => panes.news('channel'),
});
const panes = createPanes({
  elements: { panels: row, channel: channel.element, sheet },
  wanted: wantedPanes(),
  chosen: (shown) => remember({ show: shown.join(',') }),
});
const { header, footer, addButton } = chrome(setup, { panes: panes.element, addPanel, chooseServer });
document.body.append(
  header,
  ...wrongAddress(setup),
  lost,
  element('main', { class: 'stage' }, row, channel.element, sheet),
  footer,
  corner,
);

for (const key of wantedPeople()) open(key, null);

listenLive({
  hello(event) {
    lost.hidden = true;
    stage = event.stage;
    for (const panel of panels) void panel.connect(event.stage);
    void channel.hello(event.bot);
  },
  participants({ instance, users }) {
    for (const panel of panels) panel.participantsChanged(instance, users);
  },
  message: channel.message,
  removed: channel.removed,
  commands: () => void channel.commandsChanged(),
  bot: ({ connected }) => channel.botConnected(connected),
  lost() {
    lost.hidden = false;
    stage = null;
  },
});

/** Who is at a panel is in the address, so that a reload of the page keeps it: `/?server=club&panels=host,ana`. */
function wantedPeople(): string[] {
  const wanted = address.get('panels')?.split(',') ?? oneOfEach();
  return [...new Set(wanted)].filter((key) => setup.people.some((persona) => persona.key === key));
}

/** The channel is seen through a racer's eyes, or through those of whoever is in the address: `/?as=host`. */
function whoLooks(): Persona {
  const wanted = address.get('as') ?? oneOfEach().at(-1);
  const [first] = setup.people;
  const persona = setup.people.find(({ key }) => key === wanted) ?? first;
  if (!persona) throw new Error('A server without people has nothing to show.');
  return persona;
}

/** `/?show=channel,sheet`; null where nothing is asked for. */
function wantedPanes() {
  const wanted = paneNames.filter((name) => address.get('show')?.split(',').includes(name));
  return wanted.length > 0 ? wanted : null;
}

/** A host and a racer. */
function oneOfEach(): string[] {
  const first = (part: Persona['part']) => setup.people.find((persona) => persona.part === part)?.key ?? [];
  return [first('host'), first('racer')].flat();
}

/** The page begins anew with the other server's people; Back leads to these. */
function chooseServer(key: string): void {
  location.assign(`?${new URLSearchParams({ server: key })}`);
}

function open(key: string, instead: Panel | null): void {
  const persona = setup.people.find((candidate) => candidate.key === key);
  if (!persona) return;
  const panel = createPanel({
    persona,
    setup,
    consents,
    toast,
    choosePerson: (next) => open(next, panel),
    closed: () => close(panel),
  });
  if (instead) {
    instead.element.before(panel.element);
    panels.splice(panels.indexOf(instead), 1, panel);
    instead.close();
  } else {
    row.append(panel.element);
    panels.push(panel);
  }
  if (stage !== null) void panel.connect(stage);
  panelsChanged();
}

/** The bot opens somebody's panel for them, or it is open already. */
function openPanel(key: string): void {
  const isThis = (panel: Panel) => panel.persona.key === key;
  if (!panels.some(isThis)) open(key, null);
  panes.show('panels');
  const panel = panels.find(isThis)?.element;
  panel?.scrollIntoView({ block: 'nearest' });
  panel?.querySelector('iframe')?.focus();
}

function close(panel: Panel): void {
  panels.splice(panels.indexOf(panel), 1);
  panel.close();
  panelsChanged();
}

function addPanel(): void {
  const next = setup.people.find(({ key }) => panels.every((panel) => panel.persona.key !== key));
  if (next) open(next.key, null);
}

function panelsChanged(): void {
  const keys = panels.map((panel) => panel.persona.key);
  empty.hidden = keys.length > 0;
  addButton.disabled = keys.length === setup.people.length;
  for (const panel of panels) panel.peopleOpen(new Set(keys));
  remember({ panels: keys.join(',') });
}

/** What the page shows is in its address, so that a reload keeps it. */
function remember(changed: { panels?: string; show?: string; as?: string }): void {
  const now = new URLSearchParams(location.search);
  now.set('server', setup.server);
  for (const [name, value] of Object.entries(changed)) now.set(name, value);
  history.replaceState(null, '', `?${now}`.replaceAll('%2C', ','));
}
