import type { Persona } from '../../people.ts';
import type { Setup } from '../contract.ts';
import { createCommands, participant } from './commands.ts';
import type { Consents } from './consent.ts';
import { openDialog } from './dialog.ts';
import { element } from './element.ts';
import { frameAddress } from './frame-address.ts';
import { icon } from './icons.ts';
import { iconButton } from './menu.ts';
import { type Device, type Layout, panelMenu } from './panel-menu.ts';
import { picture, shownName } from './person.ts';
import { openRpc, type Rpc } from './rpc.ts';
import { server } from './server.ts';
import type { Toast } from './toast.ts';

// The SDK's LayoutModeTypeObject.
const layoutModes: Record<Layout, number> = { focused: 0, pip: 1, grid: 2 };

export interface Panel {
  readonly persona: Persona;
  readonly element: HTMLElement;
  /** The page (re)connected under this id: opens the activity, or takes its place in the instance again. */
  connect(stage: string): Promise<void>;
  participantsChanged(instance: string, users: readonly string[]): void;
  /** Marks which people can't be chosen, as they're at another panel. */
  peopleOpen(open: ReadonlySet<string>): void;
  close(): void;
}

export interface PanelParts {
  persona: Persona;
  setup: Setup;
  consents: Consents;
  toast: Toast;
  /** Somebody else is to sit here. */
  choosePerson(key: string): void;
  closed(): void;
}

/** One person's Discord: the window around the activity, its controls, and the activity in an iframe. */
export function createPanel(parts: PanelParts): Panel {
  const { persona, setup, consents, toast } = parts;
  const name = shownName(persona);
  const frameId = crypto.randomUUID();
  let stage: string | null = null;
  let instance: string | null = null;
  let device: Device = 'desktop';
  let layout: Layout = 'focused';
  let cut = false;
  let closed = false;
  let rpc: Rpc | null = null;

  // By instance: who is in one may be told before the panel knows that it's the one that it's in.
  const usersIn = new Map<string, readonly string[]>();
  const personAt = (id: string) => setup.people.filter((candidate) => candidate.id === id);
  const participants = () => (usersIn.get(instance ?? '') ?? []).flatMap(personAt);
  const commands = createCommands({
    persona,
    setup,
    consents,
    participants,
    toast,
    invite: () =>
      void openDialog(glass, {
        title: `Invite friends to ${setup.channel.name}`,
        body: [element('p', {}, `In Discord, ${name} now picks who gets an invitation to ${setup.applicationName}.`)],
        actions: [{ label: 'Done', answer: null, primary: true }],
        dismissed: null,
      }),
  });

  /** A new iframe each time: reloading one in place would make the panel its own referrer. */
  const load = () => {
    if (instance === null) return;
    rpc?.close();
    commands.reset();
    glass.replaceChildren();
    const { origin, href } = frameAddress(setup, persona, { frameId, instance, device });
    const frame = element('iframe', {
      title: `${name}’s panel`,
      referrerpolicy: 'origin',
      allow: 'clipboard-write; fullscreen',
    });
    view.replaceChildren(frame);
    rpc = openRpc(frame, origin, {
      handshake: () => commands.reset(),
      answer: (command) => commands.answer(command),
      closed(code, message) {
        toast(`The panel closed itself for ${name} (${code}). ${message}`.trim());
        parts.closed();
      },
    });
    frame.src = href;
  };

  const dispatch = (event: string, data: object) => {
    if (commands.isSubscribed(event)) rpc?.dispatch(event, data);
  };

  const setDevice = (next: Device) => {
    device = next;
    panel.dataset.device = next;
    load();
  };

  const setLayout = (next: Layout) => {
    layout = next;
    panel.dataset.layout = next;
    dispatch('ACTIVITY_LAYOUT_MODE_UPDATE', { layout_mode: layoutModes[layout] });
  };

  const setCut = async (next: boolean) => {
    await server.cutWire(persona.key, next);
    cut = next;
    panel.dataset.network = cut ? 'offline' : 'online';
    networkButton.setAttribute('aria-pressed', String(cut));
    networkButton.replaceChildren(icon(cut ? 'offline' : 'online'));
    networkButton.title = cut ? `Bring ${name} back online` : `Cut ${name}’s network`;
  };

  const forgetConsent = () => {
    consents.forget(persona);
    toast(`${name} will be asked again the next time the panel signs in. Reload it to see.`);
  };

  const networkButton = iconButton('online', 'Offline', () => void setCut(!cut));
  networkButton.setAttribute('aria-pressed', 'false');
  networkButton.title = `Cut ${name}’s network`;
  if (setup.hosts === 'shared') {
    networkButton.disabled = true;
    networkButton.title = 'Here all panels share one address, so none can go offline alone.';
  }

  const more = panelMenu({ persona, setup, device, layout, setDevice, setLayout, forgetConsent });

  const who = element(
    'select',
    { 'aria-label': 'Who is at this panel', class: 'who', change: () => parts.choosePerson(who.value) },
    ...setup.people.map((candidate) =>
      element('option', { value: candidate.key, selected: candidate.key === persona.key }, labelOf(candidate)),
    ),
  );

  const view = element('div', { class: 'view' });
  const glass = element('div', { class: 'glass' });
  const panel = element(
    'section',
    { class: 'panel', 'aria-label': `${name}’s Discord` },
    element(
      'header',
      { class: 'panel-bar' },
      picture(persona),
      who,
      iconButton('reload', 'Reload', load),
      networkButton,
      more,
      iconButton('close', 'Close', parts.closed),
    ),
    element('div', { class: 'screen' }, view, glass),
  );
  Object.assign(panel.dataset, { panel: persona.key, device, layout, network: 'online' });

  return {
    persona,
    element: panel,
    async connect(nextStage) {
      stage = nextStage;
      const answer = await server.openFrame(frameId, {
        stage,
        server: setup.server,
        person: persona.key,
        cut,
        ...(instance !== null && { rejoin: instance }),
      });
      // Refused only when the page reconnected meanwhile: then connect is called again.
      if (closed || !('instance' in answer) || answer.instance === instance) return;
      instance = answer.instance;
      load();
    },
    participantsChanged(changed, users) {
      usersIn.set(changed, users);
      if (changed !== instance) return;
      dispatch('ACTIVITY_INSTANCE_PARTICIPANTS_UPDATE', { participants: participants().map(participant) });
    },
    peopleOpen(open) {
      for (const option of who.options) option.disabled = option.value !== persona.key && open.has(option.value);
    },
    close() {
      closed = true;
      rpc?.close();
      panel.remove();
      if (stage !== null) void server.closeFrame(frameId, stage);
      if (cut) void server.cutWire(persona.key, false);
    },
  };
}

function labelOf(persona: Persona): string {
  return `${shownName(persona)} · ${persona.part}`;
}
