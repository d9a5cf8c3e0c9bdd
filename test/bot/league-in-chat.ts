/**
 * A league whose people are in a chat: the real desk, sync and bot, with the real discord.js over the wire to the local
 * Discord. Everything but the wire is on a clock that stands still.
 */
import { type APIMessage, MessageFlags } from 'discord.js';
import type { Member } from '../../server/actions/verb.ts';
import { openBot } from '../../server/bot/gateway/client.ts';
import { componentsOf } from '../../server/bot/gateway/components.ts';
import { openHandling } from '../../server/bot/handling.ts';
import type { Button } from '../../server/bot/message.ts';
import type { Notice } from '../../server/bot/notices.ts';
import { openConnecting } from '../../server/connect.ts';
import { openDiscord } from '../../server/discord.ts';
import { factsOf } from '../../server/facts.ts';
import { openJournal } from '../../server/journal/sqlite.ts';
import { openSeason } from '../../server/league/races.ts';
import { openLeagues } from '../../server/leagues.ts';
import { openMembers } from '../../server/members.ts';
import { type OpenLeague, openLeague } from '../../server/open-league.ts';
import { sandboxCredentials } from '../../server/sandbox/credentials.ts';
import type { Answer } from '../../server/sandbox/discord/interactions/answer.ts';
import type { ModalValues } from '../../server/sandbox/discord/interactions/modal.ts';
import type { OptionValues } from '../../server/sandbox/discord/interactions/options.ts';
import { allOf, type Component } from '../../server/sandbox/discord/messages/component.ts';
import { people } from '../../server/sandbox/people.ts';
import { createLocalSheets } from '../../sheets/local/engine.ts';
import { simulatedClock } from '../clock.ts';
import { handOn } from '../hand.ts';
import { localCalls } from '../local-calls.ts';
import { openBotStand } from '../sandbox/bot-stand.ts';
import { closedNet } from '../sponsors/nets.ts';

export type Key = (typeof people)[number]['key'];

export async function leagueInChat() {
  const clock = simulatedClock();
  const stand = await openBotStand({ now: clock.now, after: clock.after });
  const { discord } = stand;
  // The clock stands still, so nobody's limits would ever be over.
  discord.faults.unlimited = true;
  const errors: unknown[] = [];
  const said: string[] = [];
  const onError = (error: unknown) => void errors.push(error);

  const real = openJournal(':memory:');
  let gate = Promise.resolve();
  let holding = 0;
  const journal: typeof real = {
    ...real,
    async append(...entry) {
      holding += 1;
      await gate;
      holding -= 1;
      return real.append(...entry);
    },
  };
  const sheets = createLocalSheets({ now: clock.now, random: Math.random });
  sheets.ensureSpreadsheet('cozy-kart-league', 'Cozy-Kart League');
  sheets.ensureSpreadsheet('a-blank-sheet-of-theirs', 'Moonlight');
  const calls = localCalls(sheets);
  const account = 'league@example.com';
  const leagues = await openLeagues(
    journal,
    (league) =>
      openLeague({
        league,
        journal,
        calls,
        account,
        clock,
        random: Math.random,
        sandbox: true,
        guildName: async () => 'Cozy-Kart Club',
        net: closedNet,
        secret: 'the secret of a test',
        onError,
      }),
    (_, error) => void errors.push(error),
  );
  let ids = 0;
  const connecting = openConnecting({
    leagues,
    calls: () => calls,
    account,
    secret: 'the secret of a test',
    newId: () => `id${++ids}`,
    guildName: async () => undefined,
    onError,
  });
  const club = await leagues.add({
    id: 'league',
    slug: 'league',
    guild: discord.guild.plan.id,
    workbook: 'cozy-kart-league',
  });
  await clock.advance(10_000);

  let posts: Notice | undefined;
  const handling = openHandling({ leagues, connecting, clock, posts: () => posts, onError });
  /** `root` where another Discord than the local one is meant. */
  const openOurs = (token: string = sandboxCredentials.botToken, root = stand.root) => {
    const urls = { api: `${root}/api`, cdn: `${root}/cdn` };
    const members = openMembers(openDiscord({ ...sandboxCredentials, ...urls }), clock);
    return openBot({
      clientId: sandboxCredentials.clientId,
      token,
      ...urls,
      other: urls.api,
      handling,
      vouch: members.find,
      publicUrl: 'https://league.example.com',
      clock,
      say: (words) => void said.push(words),
      onError,
    });
  };
  let bot = openOurs();
  await bot.declared;

  const shown = (id: string): APIMessage => {
    const found = discord.channels.in(discord.guild).flatMap((channel) => discord.chat.messages(channel.id));
    const message = found.find((one) => one.id === id);
    if (!message) throw new Error(`nobody sees the message ${id}`);
    return message;
  };

  const chat = {
    clock,
    discord,
    sheets,
    leagues,
    club,
    handling,
    errors,
    said,
    stand,
    bot: () => bot,
    openOurs,
    facts: (league: OpenLeague = club) => factsOf(league.desk.state),

    seasonId: (): string => openSeason(factsOf(club.desk.state))?.id ?? '',

    /** Somebody as the panel knows them. */
    memberOf(key: Key): Member {
      const person = people.find((one) => one.key === key);
      if (!person) throw new Error(`nobody is called ${key}`);
      const name = person.nick ?? person.globalName ?? person.username;
      return { user: person.id, name, handle: person.username, host: person.part === 'host' };
    },

    /** Ends the bot and begins anew at that other Discord. */
    async moveTo(root: string): Promise<void> {
      await bot.close();
      bot = openOurs(sandboxCredentials.botToken, root);
    },

    /** Ends the bot and starts it anew, as after an update. */
    async restartBot(): Promise<void> {
      await bot.close();
      bot = openOurs();
      await bot.declared;
    },

    /** Keeps every entry from the journal until what it returns is called. */
    slowJournal(): () => void {
      const held = Promise.withResolvers<void>();
      gate = held.promise;
      return held.resolve;
    },

    /** Nobody shares the Sheet with the league any more, and it has noticed. */
    async loseSheet(): Promise<void> {
      sheets.setAccess('cozy-kart-league', 'none');
      await clock.advance(60_000);
    },

    /** Types into the first cell of a spreadsheet. */
    type: (spreadsheet: string, text: string) => handOn(sheets, spreadsheet).type('Sheet1!A1', [text]),

    /** Whether the desk has somebody's action in hand: until it has, a slow journal keeps nobody waiting. */
    held: () => holding,

    /** That guild has a league whose journal can't be read. */
    async breakLeague(guild: string): Promise<void> {
      const [first] = await real.entries('league');
      if (!first) throw new Error('nothing was written');
      await real.append('broken', 0, [{ ...first, changes: null as never }]);
      await leagues.add({ id: 'broken', slug: 'broken', guild, workbook: 'a-broken-sheet' }).catch(() => {});
      if (!leagues.isBroken(guild)) throw new Error('it could be opened');
    },

    keepPosts(notice: Notice | undefined): void {
      posts = notice;
    },

    /** A command line, as somebody sends it; answers the message that they see. */
    command: (person: Key, name: string, options: OptionValues = {}, guild = 'club') =>
      discord.chat.slash(guild, person, name, options).message,

    /** The same, as text. */
    say: async (person: Key, name: string, options: OptionValues = {}, guild = 'club') =>
      textOf(await chat.command(person, name, options, guild)),

    /** The bot's first answer to a command, be it a form or a message. */
    answer: (person: Key, name: string, options: OptionValues = {}, guild = 'club'): Promise<Answer> =>
      discord.chat.slash(guild, person, name, options).answer,

    /** The choices that come up, as they read. */
    async choices(person: Key, name: string, focused: string, typed = '', guild = 'club'): Promise<string[]> {
      const line = { name, options: { [focused]: typed } };
      const answer = await discord.chat.autocomplete(guild, person, line, focused).answer;
      if (answer.kind !== 'choices') throw new Error(`choices were asked for, and the answer is ${answer.kind}`);
      return answer.choices.map((choice) => choice.name);
    },

    /** Presses the button with that label. */
    press: (person: Key, message: APIMessage, label: string) =>
      discord.chat.press(person, message, buttonOn(message, label)),

    /** Opens a form by a button, or takes the one that a command answered, and sends it in. */
    async fill(person: Key, answer: Answer, values: ModalValues): Promise<string> {
      // A person finds what the form offers already there.
      if (answer.kind !== 'modal') throw new Error(`a form was expected, and the answer is ${answer.kind}`);
      const fields: readonly Component[] = answer.modal.components;
      const offered = allOf(fields).flatMap(({ component }) =>
        component.custom_id && 'value' in component ? [[component.custom_id, String(component.value)]] : [],
      );
      const filled = { ...Object.fromEntries(offered), ...values };
      return textOf(await discord.chat.submitModal(person, answer.modal, filled).message);
    },

    /** A message with these buttons that everybody sees. */
    async card(...all: Button[]): Promise<APIMessage> {
      const channel = await bot.client.channels.fetch(discord.guild.plan.textChannelId);
      if (!channel?.isSendable()) throw new Error('the club has a text channel');
      const components = componentsOf({ blocks: [{ block: 'buttons', buttons: all }] });
      const { id } = await channel.send({ components, flags: MessageFlags.IsComponentsV2 });
      return shown(id);
    },

    /** The message as it is by now. */
    shown,

    /** Opens a race by command, and answers its ID and a card with the buttons of a race. */
    async openRace(): Promise<{ race: string; card: APIMessage }> {
      await chat.command('host', 'race open');
      const race = [...factsOf(club.desk.state).races.keys()].at(-1) ?? '';
      const kinds = ['join', 'report', 'object', 'protest', 'next'] as const;
      return {
        race,
        card: await chat.card(...kinds.map((id): Button => ({ id: { id, race }, label: id, look: 'plain' }))),
      };
    },

    /** Joins by the card; whoever is new here keeps the name that the form offers. */
    async join(person: Key, card: APIMessage): Promise<string> {
      const asked = chat.press(person, card, 'join');
      const answer = await asked.answer;
      return answer.kind === 'modal' ? chat.fill(person, answer, {}) : textOf(await asked.message);
    },

    /** A race that those people are in and that has started. */
    async start(...racers: Key[]): Promise<{ race: string; card: APIMessage }> {
      const opened = await chat.openRace();
      for (const racer of racers) await chat.join(racer, opened.card);
      await chat.say('host', 'race start');
      return opened;
    },

    /** A whole race from opening to final, with its finishers in order. */
    async play(...finish: Key[]): Promise<{ race: string; card: APIMessage }> {
      const opened = await chat.start(...finish);
      for (const [index, racer] of finish.entries()) await chat.say(racer, 'result', { position: String(index + 1) });
      await clock.advance(60_000);
      return opened;
    },

    async close(): Promise<void> {
      await bot.close();
      await stand.close();
      await leagues.close();
      await real.close();
    },
  };
  return chat;
}

/** What a message says, a line each; buttons as `[Join]`, a list as `[1st|2nd|…]`. */
export function textOf({ components = [] }: Pick<APIMessage, 'components'>): string {
  const all: readonly Component[] = components;
  return allOf(all)
    .flatMap(({ component }) => [component.content ?? '', component.label ? `[${component.label}]` : ''])
    .filter((line) => line !== '')
    .join('\n');
}

function buttonOn({ components = [] }: APIMessage, label: string): string {
  const all: readonly Component[] = components;
  const found = allOf(all).find(({ component }) => component.label === label)?.component;
  if (!found?.custom_id) throw new Error(`There's no button “${label}” on that message.`);
  return found.custom_id;
}
