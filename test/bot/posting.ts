/** A league whose posts go to the local Discord, over discord.js's own REST client, on a clock that stands still. */
import { type APIMessage, REST } from 'discord.js';
import { expect } from 'vitest';
import type { Ask } from '../../server/actions/actions.ts';
import { isRefusal, type Member } from '../../server/actions/verb.ts';
import type { Channel } from '../../server/bot/posts/channel.ts';
import { type KnownGuilds, openDiscordChannel } from '../../server/bot/posts/discord-channel.ts';
import { openPosts, type PostsOptions } from '../../server/bot/posts/posts.ts';
import { openDesk } from '../../server/desk.ts';
import { factsOf } from '../../server/facts.ts';
import { openJournal } from '../../server/journal/sqlite.ts';
import type { Cells, Wanted } from '../../server/league/changes.ts';
import { newLeague } from '../../server/new-league.ts';
import { sandboxCredentials } from '../../server/sandbox/credentials.ts';
import { people } from '../../server/sandbox/people.ts';
import { sayRefusal } from '../../server/words/refusals.ts';
import { folded } from '../../sheets/names.ts';
import { simulatedClock } from '../clock.ts';
import { openBotStand } from '../sandbox/bot-stand.ts';

export type Person = 'host' | 'ana' | 'robin' | 'zoe' | 'mateo' | 'kiki' | 'bart' | 'sam';

export function personCalled(key: Person): Member {
  const persona = people.find((one) => one.key === key);
  if (!persona) throw new Error(`nobody is called ${key}`);
  const name = persona.globalName ?? persona.username;
  return { user: persona.id, name, handle: persona.username, host: persona.key === 'host' };
}

export type Posting = Awaited<ReturnType<typeof openPosting>>;

/** No gateway tells anything here: everything is asked for. */
const nothingKnown: KnownGuilds = { channels: () => undefined, roles: () => undefined, history: () => undefined };

interface Options extends Partial<Pick<PostsOptions, 'presenter'>> {
  /** Whether the bot may read what was posted before; unknown unless said otherwise. */
  history?: () => boolean;
  /** As typed into Settings; it posts to #results unless said otherwise. */
  settings?: Record<string, string>;
  start?: number;
  file?: string;
}

export async function openPosting({ settings = {}, start, file = ':memory:', presenter, history }: Options = {}) {
  const clock = simulatedClock(start);
  const stand = await openBotStand({ now: clock.now });
  stand.discord.faults.unlimited = true;
  const { plan } = stand.discord.guild;
  const errors: unknown[] = [];
  const troubles: string[] = [];
  const onError = (error: unknown) => void errors.push(error);
  const journal = openJournal(file);
  let rows = 0;
  const desk = await openDesk({ league: 'cozy', journal, clock, newId: () => `row-${++rows}`, onError });
  await desk.note((state) => ({ notes: newLeague(state, { name: 'Cozy-Kart Club' }) }));
  let asked = 0;
  let race = '';

  const rest = new REST({ api: `${stand.root}/api`, version: '10' }).setToken(sandboxCredentials.botToken);
  const closing = new AbortController();
  const real = openDiscordChannel(rest, sandboxCredentials.clientId, closing.signal, {
    ...nothingKnown,
    ...(history && { history }),
  });
  const open = (channel: Channel = real) =>
    openPosts({
      league: { id: 'cozy', guild: plan.id },
      desk,
      journal,
      channel,
      clock,
      presenter: presenter ?? (() => undefined),
      onTrouble: ({ what }) => void troubles.push(what),
      onError,
    });
  await type({ Channel: '#results', ...settings });
  let posts = await open();

  async function type(cells: Record<string, string>): Promise<void> {
    const changes = Object.entries(cells).map(
      ([setting, value]): Wanted => ({ kind: 'edit', tab: 'Settings', id: folded(setting), cells: { value } }),
    );
    await edit(...changes);
  }

  async function edit(...changes: Wanted[]): Promise<void> {
    const happening = { what: 'edited' as const, edits: [], more: 0 };
    await desk.note(() => ({ notes: [{ by: { kind: 'sheet' }, happening, changes }] }));
  }

  const league = {
    clock,
    stand,
    desk,
    journal,
    errors,
    /** What hosts type into the Sheet: into Settings, and anywhere. */
    type,
    edit,
    facts: () => factsOf(desk.state),
    posts: () => posts,
    /** What hosts were told that keeps it from posting, each time that it began. */
    troubles,
    race: () => race,
    raceCalled: (name: string) => [...league.facts().races.values()].find((one) => one.race === name)?.id ?? '',
    resultOf: (person: Person, of = race) =>
      league
        .facts()
        .entrants.get(of)
        ?.find(({ racer = '' }) => league.facts().racers.get(racer)?.racer === personCalled(person).name)?.id ?? '',

    async ask(person: Person, ask: Ask): Promise<void> {
      const done = await desk.act(personCalled(person), `ask-${++asked}`, ask);
      if (isRefusal(done)) throw new Error(sayRefusal(done).message);
      race = done.race ?? race;
    },

    /** Lets that many milliseconds pass, and whatever they bring be posted. */
    async pass(ms = 2_000): Promise<void> {
      const step = 60_000;
      for (let left = ms; left > 0; left -= step) {
        await clock.advance(Math.min(step, left));
        await posts.settled();
      }
    },

    async openRace(...racers: Person[]): Promise<void> {
      await league.ask('host', { type: 'openRace' });
      for (const person of racers) await league.ask(person, { type: 'join', race });
    },

    /** From opening to final, with its finishers in order. */
    async play(...finish: Person[]): Promise<void> {
      await league.openRace(...finish);
      await league.ask('host', { type: 'startRace', race });
      for (const [index, person] of finish.entries())
        await league.ask(person, { type: 'report', race, position: index + 1 });
      await league.pass(40_000);
    },

    fix: (person: Person, position: number | null, of = race) => {
      const racer = [...league.facts().racers.values()].find((one) => one.racer === personCalled(person).name)?.id;
      return league.ask('host', { type: 'fix', race: of, racer: racer ?? '', position });
    },

    plan: (cells: Cells) => edit({ kind: 'add', tab: 'Races', id: `planned-${++rows}`, cells }),

    /** Everything in the channel, oldest first. */
    channel: (): APIMessage[] => stand.discord.chat.messages(plan.textChannelId),
    /** The text of each message there. */
    said: (): string[] => league.channel().map(textOf),
    channelId: plan.textChannelId,

    /** Ends what posts and begins anew, over that channel. */
    async restart(channel?: Channel): Promise<void> {
      await posts.close();
      posts = await open(channel);
      await posts.settled();
    },
    /** As discord.js has it, and what goes over it. */
    rest,
    real,

    /** Nothing is posted until the next restart. */
    stop: () => posts.close(),

    async close(): Promise<void> {
      closing.abort();
      await posts.close();
      await desk.close();
      await journal.close();
      await stand.close();
      expect(errors).toEqual([]);
    },
  };
  await posts.settled();
  return league;
}

/** What somebody reads of a message: its texts, its buttons in brackets, what its pictures say. */
export function textOf({ components = [] }: APIMessage): string {
  return components.map(read).join('\n');
}

function read(component: object): string {
  const { content, label, components, items } = component as Readable;
  if (content !== undefined) return content;
  if (label !== undefined) return `[${label}]`;
  if (items) return items.map(({ description }) => `(${description})`).join(' ');
  return (components ?? []).map(read).join('\n');
}

interface Readable {
  content?: string;
  label?: string;
  components?: object[];
  items?: { description?: string }[];
}
