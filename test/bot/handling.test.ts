/** The bot without any transport: a plain request in, a plain answer out. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../server/bot/message.ts';
import type { Asks, Reply, Request } from '../../server/bot/request.ts';
import { leagueInChat } from './league-in-chat.ts';

let chat: Awaited<ReturnType<typeof leagueInChat>>;
beforeEach(async () => {
  chat = await leagueInChat();
});
afterEach(() => chat.close());

let asked = 0;
function ask(asks: Asks, more: Partial<Request> = {}) {
  const member = {
    user: { id: '301877254093348864', username: 'ana_drifts', displayName: 'Ana' },
    roles: [],
    manages: false,
  };
  const from = { guild: chat.discord.guild.plan.id, member };
  return chat.handling.handle({ id: `interaction-${++asked}`, from, locale: 'en-GB', asks, ...more });
}

const command = (name: string, values = {}): Asks => ({ kind: 'command', command: name, values });

describe('a request', () => {
  it('is answered in the language of whoever asks, English where we don’t speak theirs', async () => {
    const said = async (locale: string) => textIn(await ask(command('race status'), { locale }).reply);
    expect(await said('es-419')).toMatch('Ahora no hay carrera.');
    expect(await said('es-ES')).toMatch('Ahora no hay carrera.');
    expect(await said('de')).toMatch('No race is on.');
    expect(await said('est')).toMatch('No race is on.');
  });

  it('from outside of a server, or from one without our bot, says where to go', async () => {
    expect(textIn(await ask(command('standings'), { from: 'nowhere' }).reply)).toBe(
      'The league lives in a server: ask me there.',
    );
    expect(textIn(await ask(command('standings'), { from: 'withoutBot' }).reply)).toBe(
      "The league's bot isn't in this server. Ask whoever manages the server to add it.",
    );
    const choices: Asks = { kind: 'choices', command: 'why', option: 'racer', typed: '' };
    expect(await ask(choices, { from: 'nowhere' }).reply).toEqual({ kind: 'choices', choices: [] });
  });

  it('for a command that is gone, or half of one, is answered plainly', async () => {
    expect(textIn(await ask(command('an-older-command')).reply)).toBe(
      "I don't know that command any more. Type / to see those there are.",
    );
    expect(textIn(await ask(command('result')).reply)).toMatch('Pick one from the list');
    const choices: Asks = { kind: 'choices', command: 'why', option: 'an-older-option', typed: '' };
    expect(await ask(choices).reply).toEqual({ kind: 'choices', choices: [] });
  });

  it('says beforehand who will see an answer that takes its time', () => {
    const button = (customId: string): Asks => ({ kind: 'button', customId, message: '1' });
    expect(ask(command('standings')).meanwhile).toBe('them');
    expect(ask(command('standings', { share: 'yes' })).meanwhile).toBe('everybody');
    expect(ask(command('result', { position: '1' })).meanwhile).toBe('them');
    expect(ask(button('join:a')).meanwhile).toBe('them');
    expect(ask(button('closeRace:12345678:a')).meanwhile).toBe('instead');
    expect(ask(button('nobody knows')).meanwhile).toBe('them');
    expect(ask({ kind: 'launch' }).meanwhile).toBe('nothing');
  });

  it('that comes twice is done once', async () => {
    const { race } = await chat.start('ana', 'robin');
    const before = chat.club.desk.state.seq;
    const report = command('result', { position: '1', race });
    const [once, twice] = [ask(report, { id: 'the-same' }), ask(report, { id: 'the-same' })];
    expect(await twice.reply).toEqual(await once.reply);
    const reports = chat.club.desk.state.log.filter(({ happening }) => happening.what === 'reported');
    expect(reports).toHaveLength(1);
    expect(chat.club.desk.state.seq).toBeGreaterThan(before);
  });

  it('in a server whose league could not be opened says so, and sends nobody in a circle', async () => {
    await chat.breakLeague('812047735206313984');
    const member = { user: { id: '1', username: 'ida', displayName: 'Ida' }, roles: [], manages: true };
    const from = { guild: '812047735206313984', member };
    const said = async (asks: Asks, locale = 'en-GB') => textIn(await ask(asks, { from, locale }).reply);
    const sentence =
      "This server's league couldn't be opened. Nothing in its Sheet is lost. Tell whoever runs the bot: its log says why.";
    for (const name of ['standings', 'league setup', 'race open'])
      expect(await said(command(name)), name).toBe(sentence);
    expect(await said({ kind: 'button', customId: 'join:a', message: '1' })).toBe(sentence);
    expect(await said(command('standings'), 'es-419')).toBe(
      'La liga de este servidor no se pudo abrir. En su hoja no se ha perdido nada. Avisa a quien lleva el bot: su registro dice por qué.',
    );
    const choices: Asks = { kind: 'choices', command: 'why', option: 'racer', typed: '' };
    expect(await ask(choices, { from }).reply).toEqual({ kind: 'choices', choices: [] });
    expect(await ask({ kind: 'launch' }, { from }).reply).toEqual({ kind: 'launch' });
    expect(textIn(await ask(command('race status')).reply)).toMatch('No race is on.');
  });

  it('that fails says so, and whoever runs the server is told', async () => {
    await chat.start('ana', 'robin');
    await chat.club.desk.close();
    expect(textIn(await ask(command('result', { position: '1' })).reply)).toBe(
      'Something went wrong here. Try again in a minute.',
    );
    expect(chat.errors).toEqual([new Error('the desk is closed')]);
  });
});

function textIn(reply: Reply): string {
  if (reply.kind !== 'message') throw new Error(`the reply is ${reply.kind}`);
  return textsOf(reply.message).join('\n');
}

function textsOf({ blocks }: Message): string[] {
  return blocks.flatMap((block) => (block.block === 'text' ? [block.text] : []));
}
