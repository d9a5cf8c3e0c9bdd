import type { Persona } from '../../../people.ts';
import type { Deniable, LiveEvents, Setup } from '../../contract.ts';
import { element } from '../element.ts';
import { picture, shownName } from '../person.ts';
import { server } from '../server.ts';
import type { Toast } from '../toast.ts';
import { channelBar } from './channel-bar.ts';
import { commandLine } from './command-line.ts';
import { createConversation } from './conversation.ts';
import { createDismissed } from './dismissed.ts';
import { createLog } from './log.ts';
import { excerptOf } from './message.ts';
import { refreshMoments } from './text.ts';
import { localeOf, type Viewer } from './viewer.ts';

interface ChannelParts {
  setup: Setup;
  /** Who looks at it first. */
  persona: Persona;
  toast: Toast;
  /** Milliseconds since 1970. */
  now(): number;
  openPanel(person: string): void;
  /** Somebody else looks at it. */
  personChosen(person: string): void;
  /** Something was said that this person sees. */
  heard(): void;
}

export interface ChannelPane {
  readonly element: HTMLElement;
  /** The page is connected (again): everything is asked anew. */
  hello(bot: boolean): Promise<void>;
  message(event: LiveEvents['message']): void;
  removed(event: LiveEvents['removed']): void;
  commandsChanged(): Promise<void>;
  botConnected(connected: boolean): void;
}

const MOMENTS_EVERY_MS = 10_000;

/** A channel of the server as one of its people sees it, and where they type commands. */
export function createChannel(parts: ChannelParts): ChannelPane {
  const { setup, toast, now } = parts;
  const [firstChannel] = setup.channels;
  if (!firstChannel) throw new Error('A server has at least one channel that can be shown.');
  let { persona } = parts;
  let channel = firstChannel;
  let denied: readonly Deniable[] = [];

  const viewer = (): Viewer => ({ persona, setup, now, typeCommand: (name) => line.begin(name) });
  const log = createLog('Messages', 'Nothing has been said here yet.');
  const spoken = element('p', { class: 'unseen', role: 'status' });
  const away = element('p', { class: 'away', role: 'status', hidden: true });
  const glass = element('div', { class: 'glass' });
  const talk = createConversation({
    setup,
    viewer,
    channel: () => channel,
    log,
    glass,
    dismissed: createDismissed(sessionStorage),
    toast,
    openPanel: parts.openPanel,
  });
  const who = element(
    'select',
    { class: 'who', 'aria-label': 'As', change: () => choosePerson(who.value) },
    ...setup.people.map((one) =>
      element('option', { value: one.key, selected: one.key === persona.key }, labelOf(one)),
    ),
  );
  const face = element('span', { class: 'face' }, picture(persona));
  const line = commandLine({
    viewer,
    channelName: () => channel.name,
    send: (typed, shown) => void talk.send(typed, shown),
    autocomplete: (typed, focused) =>
      server.autocomplete(setup.server, persona.key, { channel: channel.id, ...typed, focused }),
  });
  const bar = channelBar({
    setup,
    channel: () => channel,
    denied: () => denied,
    chooseChannel(id) {
      channel = setup.channels.find((one) => one.id === id) ?? channel;
      void reload();
    },
    pinned: talk.pinned,
    goTo: talk.goTo,
    toast,
  });
  const pane = element(
    'section',
    { class: 'channel', 'aria-label': 'The channel' },
    bar,
    away,
    log.element,
    element('div', { class: 'composer' }, element('label', { class: 'as' }, face, 'As', who), line.element),
    spoken,
    glass,
  );
  setInterval(() => refreshMoments(log.element, localeOf(persona), now()), MOMENTS_EVERY_MS);

  async function reload(): Promise<void> {
    const shown = channel;
    talk.empty();
    const [answer, commands] = await Promise.all([
      server.channel(setup.server, channel.id),
      server.commands(setup.server, persona.key),
    ]);
    if (shown !== channel) return;
    denied = answer.denied;
    line.offer(commands);
    talk.fill(answer.messages);
  }

  function choosePerson(key: string): void {
    persona = setup.people.find((one) => one.key === key) ?? persona;
    face.replaceChildren(picture(persona));
    talk.personChanged();
    parts.personChosen(persona.key);
    void offerCommands();
  }

  async function offerCommands(): Promise<void> {
    const { key } = persona;
    const commands = await server.commands(setup.server, key);
    if (key === persona.key) line.offer(commands);
  }

  function showBot(connected: boolean): void {
    away.hidden = connected;
    away.textContent = connected ? '' : 'The bot isn’t connected: commands and buttons get no answer.';
  }

  return {
    element: pane,
    async hello(bot) {
      showBot(bot);
      await reload();
    },
    message({ posted, ...shown }) {
      if (shown.message.channel_id !== channel.id) return;
      talk.take(shown);
      if (!posted || !talk.isSeen(shown)) return;
      spoken.textContent = `${setup.applicationName}: ${excerptOf(shown.message)}`;
      parts.heard();
    },
    removed: ({ messageId }) => talk.remove(messageId),
    commandsChanged: offerCommands,
    botConnected: showBot,
  };
}

function labelOf(persona: Persona): string {
  const language = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' }).of(
    localeOf(persona).slice(0, 2),
  );
  return [shownName(persona), persona.part, ...(localeOf(persona).startsWith('en') ? [] : [language])].join(' · ');
}
