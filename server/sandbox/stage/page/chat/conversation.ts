import type { Persona } from '../../../people.ts';
import type { Outcome, Setup, ShownMessage } from '../../contract.ts';
import { shownName } from '../person.ts';
import { type Line, type Refused, server } from '../server.ts';
import type { createDismissed } from './dismissed.ts';
import { openForm } from './form.ts';
import type { Log } from './log.ts';
import { messageElement } from './message.ts';
import { noteElement } from './note.ts';
import type { Viewer } from './viewer.ts';

interface ConversationParts {
  setup: Setup;
  viewer(): Viewer;
  channel(): Setup['channels'][number];
  log: Log;
  /** Forms open in it, over the channel. */
  glass: HTMLElement;
  dismissed: ReturnType<typeof createDismissed>;
  toast(text: string): void;
  openPanel(person: string): void;
}

export interface Conversation {
  /** All is asked anew: what arrives from here on is newer than the answer. */
  empty(): void;
  /** That answer. */
  fill(messages: readonly ShownMessage[]): void;
  /** A message is new, or isn't what it was. */
  take(shown: ShownMessage): void;
  remove(messageId: string): void;
  isSeen(shown: ShownMessage): boolean;
  pinned(): ShownMessage[];
  goTo(messageId: string): void;
  /** Sends a command as whoever looks; `shown` is how they typed it. */
  send(typed: Omit<Line, 'channel'>, shown: string): Promise<void>;
  /** Somebody else looks. */
  personChanged(): void;
}

// As Discord's client says it.
const NO_RESPONSE = 'The application did not respond';
const FAILED = 'This interaction failed';
const FORM_FAILED = 'Something went wrong. Try again.';

/** What is said in a channel, as one person sees it, and what comes of what they do with it. */
export function createConversation(parts: ConversationParts): Conversation {
  const { setup, viewer, channel, log, glass, dismissed, toast, openPanel } = parts;
  const messages = new Map<string, ShownMessage>();
  /** By message: the button or list that waits for the bot. */
  const busy = new Map<string, string>();
  const failures = new Map<string, string>();
  let closeForm = () => {};
  let notes = 0;

  const isSeen = ({ to, message }: ShownMessage) =>
    (to === null || to === viewer().persona.id) && !dismissed.has(message.id) && message.channel_id === channel().id;

  const draw = (shown: ShownMessage) => {
    if (!isSeen(shown)) return;
    const { id } = shown.message;
    const entry = messageElement({
      shown,
      viewer: viewer(),
      busy: busy.get(id) ?? null,
      failure: failures.get(id) ?? null,
      press: (customId) => void use(id, customId, null),
      choose: (customId, values) => void use(id, customId, values),
      dismiss() {
        dismissed.add(id);
        log.remove(id);
      },
      goTo,
    });
    log.put(id, entry);
  };
  const drawAll = () => {
    log.clear();
    // Snowflakes of one length: the order of their digits is that of time.
    const inOrder = [...messages.values()].sort((a, b) => (a.message.id < b.message.id ? -1 : 1));
    for (const one of inOrder) draw(one);
  };
  const goTo = (messageId: string) => {
    if (!log.goTo(messageId)) toast('That message isn’t there any more.');
  };

  /** A button is pressed, or with `values` something is chosen of a list. */
  const use = async (message: string, customId: string, values: string[] | null) => {
    const by = viewer().persona;
    const redraw = (waits: boolean, wrong: string | null) => {
      if (by !== viewer().persona) return;
      if (waits) busy.set(message, customId);
      else busy.delete(message);
      if (wrong === null) failures.delete(message);
      else failures.set(message, wrong);
      const shown = messages.get(message);
      if (shown) draw(shown);
    };
    const body = { channel: channel().id, message, customId };
    redraw(true, null);
    const outcome = await (values === null
      ? server.press(setup.server, by.key, body)
      : server.select(setup.server, by.key, { ...body, values }));
    // Before a form opens over it, which leads back to this button when it closes.
    redraw(false, null);
    const wrong = followed(outcome, by, FAILED);
    if (wrong !== null) redraw(false, wrong);
  };

  /** Does what an answer asks for; answers what went wrong, in words, or null. */
  const followed = (outcome: Outcome | Refused, by: Persona, failed: string): string | null => {
    switch (outcome.kind) {
      case 'taken':
      case 'choices':
        return null;
      case 'form': {
        const { form } = outcome;
        // Whose form it is has gone; it isn't anybody else's.
        if (by !== viewer().persona) return null;
        closeForm();
        closeForm = openForm(glass, {
          form,
          viewer: viewer(),
          submit: async (values) => {
            const body = { interaction: form.interactionId, values };
            return followed(await server.sendForm(setup.server, by.key, body), by, FORM_FAILED);
          },
        });
        return null;
      }
      case 'launched':
        openPanel(by.key);
        return null;
      case 'failed':
        return failed;
      case 'refused':
        return outcome.message;
    }
  };

  return {
    isSeen,
    goTo,
    empty: () => messages.clear(),
    fill(answered) {
      for (const one of answered) if (!messages.has(one.message.id)) messages.set(one.message.id, one);
      drawAll();
    },
    take(shown) {
      messages.set(shown.message.id, shown);
      draw(shown);
    },
    remove(messageId) {
      messages.delete(messageId);
      log.remove(messageId);
    },
    pinned: () => [...messages.values()].filter(({ message }) => message.pinned),
    async send(typed, shown) {
      const by = viewer().persona;
      notes += 1;
      const id = `note ${notes}`;
      const note = (text: string, bad: boolean) =>
        log.put(id, noteElement({ name: shownName(by), command: shown, text, bad, dismiss: () => log.remove(id) }));
      note('Sending command…', false);
      const outcome = await server.slash(setup.server, by.key, { channel: channel().id, ...typed, shown });
      const wrong = followed(outcome, by, NO_RESPONSE);
      if (wrong === null) log.remove(id);
      else if (by === viewer().persona) note(wrong, true);
    },
    personChanged() {
      closeForm();
      busy.clear();
      failures.clear();
      drawAll();
    },
  };
}
