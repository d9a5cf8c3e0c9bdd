import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leagueInChat, textOf } from './league-in-chat.ts';

let chat: Awaited<ReturnType<typeof leagueInChat>>;
beforeEach(async () => {
  chat = await leagueInChat();
});
afterEach(async () => {
  expect(chat.errors).toEqual([]);
  await chat.close();
});

const racers = () => [...chat.facts().racers.values()].map(({ racer }) => racer);

describe('Join', () => {
  it('asks for the in-game name the first time, and not again', async () => {
    const { card } = await chat.openRace();
    const form = await chat.press('sam', card, 'join').answer;
    expect(form).toMatchObject({ kind: 'modal', modal: { title: 'Your name in the game' } });
    expect(await chat.fill('sam', form, { name: '  Sam   the  Fast ' })).toBe(
      "You're in Race 1. 1 of 8 places taken.\n[Leave]",
    );
    expect(racers()).toEqual(['Sam the Fast']);
    const again = await chat.press('sam', card, 'join').message;
    expect(textOf(again)).toBe("You're already in Race 1. Nothing more to do.");
  });

  it('offers another name where one is taken', async () => {
    const { card } = await chat.openRace();
    await chat.join('ana', card);
    const form = await chat.press('robin', card, 'join').answer;
    expect(await chat.fill('robin', form, { name: 'ANA' })).toMatch(
      'Somebody here is already called ANA. Choose another in-game name.',
    );
    const answer = await chat.discord.chat.ephemeral('robin').at(-1);
    if (!answer) throw new Error('robin was told nothing');
    expect(textOf(answer)).toMatch('[Try another name]');
    const second = await chat.press('robin', answer, 'Try another name').answer;
    expect(await chat.fill('robin', second, { name: 'Robin' })).toMatch("You're in Race 1. 2 of 8 places taken.");
  });

  it('shows a name with signs as it is, and pings nobody', async () => {
    const { card } = await chat.openRace();
    const name = '*_<@1>_* @everyone';
    const form = await chat.press('robin', card, 'join').answer;
    await chat.fill('robin', form, { name });
    await chat.join('ana', card);
    await chat.say('host', 'race start');
    await chat.say('robin', 'result', { position: '1' });
    const status = await chat.command('ana', 'race status');
    expect(textOf(status)).toMatch('\\*\\_\\<\\@1\\>\\_\\* \\@everyone 1st');
    expect(status).toMatchObject({ mentions: [], mention_everyone: false });
    expect(await chat.choices('ana', 'why', 'racer', '*')).toEqual([name]);
  });

  it('may be taken back before the start', async () => {
    const { card, race } = await chat.openRace();
    await chat.join('ana', card);
    const answer = chat.discord.chat.ephemeral('ana').at(-1);
    if (!answer) throw new Error('ana was told nothing');
    expect(textOf(await chat.press('ana', answer, 'Leave').message)).toBe('You left Race 1.');
    expect(chat.facts().entrants.get(race)).toEqual([]);
  });

  it('after the start marks as late, and leads to the place', async () => {
    const { card } = await chat.start('ana', 'robin');
    expect(await chat.join('zoe', card)).toBe(
      "You're in Race 1, marked as late. Tap the place you finished.\n[Report]",
    );
  });
});

describe('Report', () => {
  it('lists the places, and what is chosen counts until another is', async () => {
    const { card } = await chat.start('ana', 'mateo');
    const list = await chat.press('mateo', card, 'report').message;
    expect(textOf(list)).toBe('¿En qué puesto terminaste en **Race 1**?');
    expect(listOn(list).options).toEqual([
      { label: '1.º', value: '1' },
      { label: '2.º', value: '2' },
      { label: 'DNF, no terminó', value: 'DNF' },
    ]);
    const chosen = await chat.discord.chat.select('mateo', list, listOn(list).custom_id, ['2']).message;
    expect(textOf(chosen)).toBe(
      '🥈 ¡Anotado! Has terminado **#2** y ganas **12 puntos** cuando sea definitivo.\n1 de 2 puestos.',
    );
    expect(listOn(chosen).options).toContainEqual({ label: '2.º', value: '2', default: true });
    const changed = await chat.discord.chat.select('mateo', chosen, listOn(chosen).custom_id, ['DNF']).message;
    expect(textOf(changed)).toMatch('🏁 Anotado: DNF.');
  });

  it('is refused before the list comes up', async () => {
    const { card } = await chat.openRace();
    await chat.join('ana', card);
    expect(textOf(await chat.press('ana', card, 'report').message)).toBe(
      "Could not save the result: Race 1 hasn't started. A host starts it with /race start.",
    );
    expect(textOf(await chat.press('sam', card, 'report').message)).toMatch("Race 1 hasn't started.");
  });

  it('and a tap in the panel at the same moment are one result', async () => {
    const { race } = await chat.start('ana', 'robin');
    const [tap] = await Promise.all([
      chat.club.desk.act(chat.memberOf('ana'), 'a-tap-in-the-panel', { type: 'report', race, position: 1 }),
      chat.say('ana', 'result', { position: '1' }),
    ]);
    expect(tap).toHaveProperty('version');
    const results = chat.facts().entrants.get(race) ?? [];
    expect(results.map(({ position }) => position)).toEqual([1, undefined]);
  });
});

describe('That’s wrong', () => {
  it('stops the clock of a race that is about to be final', async () => {
    const { card, race } = await chat.start('ana', 'robin');
    expect(textOf(await chat.press('ana', card, 'object').message)).toBe(
      "Race 1 isn't about to become final. Report your own place if it's missing.",
    );
    await chat.say('ana', 'result', { position: '1' });
    await chat.say('robin', 'result', { position: '2' });
    expect(await chat.say('ana', 'race status')).toMatch(/Final <t:\d+:R>, if nobody objects\./);
    expect(textOf(await chat.press('robin', card, 'object').message)).toBe(
      'Race 1 waits. Fix your place, or ask a host.',
    );
    await chat.clock.advance(60_000);
    expect(chat.facts().races.get(race)?.status).toBe('Reporting');
    expect(await chat.say('ana', 'race status')).toMatch("Robin says that's wrong.");
  });

  it('is a protest once it is final', async () => {
    const { card } = await chat.play('ana', 'robin');
    const form = await chat.press('robin', card, 'protest').answer;
    expect(await chat.fill('robin', form, { says: 'I was first.' })).toBe('Hosts will look at Race 1.');
  });
});

describe('Next race', () => {
  it('is a host’s', async () => {
    const { card } = await chat.play('ana', 'robin');
    expect(textOf(await chat.press('ana', card, 'next').message)).toBe('Only hosts can do that. Ask a host.');
    expect(textOf(await chat.press('host', card, 'next').message)).toMatch('Race 2 is open with the same 2 racers.');
  });
});

describe('Report in a race of more racers than a list holds', () => {
  it('offers the first places and DNF, and says how to report the others', async () => {
    const { race, card } = await chat.start('ana', 'robin');
    const name = chat.facts().races.get(race)?.race ?? '';
    const edited = { by: { kind: 'sheet' }, happening: { what: 'edited', edits: [], more: 0 } } as const;
    const added = Array.from({ length: 24 }, (_, n) => [
      { kind: 'add', tab: 'Racers', id: `r${n}`, cells: { racer: `Racer ${n}` } } as const,
      {
        kind: 'add',
        tab: 'Results',
        id: `e${n}`,
        cells: { race: name, season: 'Season 1', racer: `Racer ${n}` },
      } as const,
    ]).flat();
    await chat.club.desk.note(() => ({ notes: [{ ...edited, changes: added }] }));
    const asked = await chat.press('ana', card, 'report').message;
    expect(listOn(asked).options).toHaveLength(25);
    expect(listOn(asked).options.at(-1)).toMatchObject({ value: 'DNF' });
    expect(textOf(asked)).toContain('Behind 24th? Type /result with your place.');
  });
});

describe('Confirm', () => {
  const fix = { race: 'Race 1', racer: 'Robin', position: 'DSQ' };

  it('shows a fresh preview if something changed meanwhile', async () => {
    await chat.play('ana', 'robin', 'zoe');
    const asked = await chat.command('host', 'admin-fix', fix);
    const other = await chat.command('host', 'admin-fix', { ...fix, racer: 'Zoë' });
    await chat.press('host', other, 'Yes, set it').message;
    const fresh = await chat.press('host', asked, 'Yes, set it').message;
    expect(textOf(fresh)).toMatch('Something changed in the meantime. Look again:\n**Robin** in **Race 1**: 2nd → DSQ');
    expect(textOf(await chat.press('host', fresh, 'Yes, set it').message)).toBe('Robin: DSQ.');
  });

  it('does it in the end if something changes and changes back', async () => {
    const { race } = await chat.play('ana', 'robin', 'zoe');
    const asked = await chat.command('host', 'admin-fix', fix);
    const zoe = [...chat.facts().racers.values()].find((one) => one.racer === 'Zoë')?.id ?? '';
    const other = (id: string, position: string) =>
      chat.club.desk.act(chat.memberOf('host'), id, { type: 'fix', race, racer: zoe, position });
    await other('away', 'DNF');
    const first = await chat.press('host', asked, 'Yes, set it').message;
    await other('back', '3');
    const second = await chat.press('host', first, 'Yes, set it').message;
    expect(textOf(second)).toMatch('Something changed in the meantime.');
    expect(textOf(await chat.press('host', second, 'Yes, set it').message)).toBe('Robin: DSQ.');
  });

  it('is done once, however often it’s tapped', async () => {
    await chat.play('ana', 'robin');
    const asked = await chat.command('host', 'admin-fix', fix);
    const before = chat.club.desk.state.seq;
    const taps = ['Yes, set it', 'Yes, set it'].map((label) => chat.press('host', asked, label).message);
    expect((await Promise.all(taps)).map(textOf)).toEqual(['Robin: DSQ.', 'Robin: DSQ.']);
    expect(chat.club.desk.state.seq).toBe(before + 1);
  });

  it('is refused to a host who isn’t one any more', async () => {
    await chat.play('ana', 'robin');
    const asked = await chat.command('host', 'admin-fix', fix);
    chat.discord.guild.setRoles('284150937661120512', ['regular']);
    expect(textOf(await chat.press('host', asked, 'Yes, set it').message)).toBe('Only hosts can do that. Ask a host.');
    expect(chat.facts().corrections).toEqual([]);
  });
});

describe('a button', () => {
  it('works after the bot was started anew', async () => {
    const { card } = await chat.openRace();
    await chat.restartBot();
    expect(await chat.join('ana', card)).toMatch("You're in Race 1.");
  });

  it('of something that is gone is answered plainly', async () => {
    const card = await chat.card(
      { id: { id: 'join', race: 'gone' }, label: 'join', look: 'plain' },
      { id: { id: 'fix', print: 'x', race: 'gone', racer: 'gone', position: '1' }, label: 'fix', look: 'plain' },
      { id: { id: 'protest', race: 'gone' }, label: 'protest', look: 'plain' },
    );
    expect(textOf(await chat.press('ana', card, 'join').message)).toBe(
      "That race isn't in this league. Choose a race from the list.",
    );
    expect(textOf(await chat.press('mateo', card, 'protest').message)).toBe(
      'Eso es de otro momento. Usa un comando, o la última tarjeta.',
    );
  });

  it('that nobody knows any more is answered plainly', async () => {
    const { card } = await chat.openRace();
    const ours = JSON.parse(JSON.stringify(card).replaceAll('"join:', '"an-older-join:'));
    // A message as an older version of us posted it.
    const channel = await chat.bot().client.channels.fetch(chat.discord.guild.plan.textChannelId);
    if (!channel?.isSendable()) throw new Error('the club has a text channel');
    const { id } = await channel.send({ components: ours.components, flags: 1 << 15 });
    expect(textOf(await chat.press('ana', chat.shown(id), 'join').message)).toBe(
      "That's from an earlier time. Use a command, or the latest card.",
    );
  });

  it('opens the panel', async () => {
    const card = await chat.card({ id: { id: 'panel' }, label: 'panel', look: 'plain' });
    expect(await chat.press('ana', card, 'panel').answer).toEqual({ kind: 'launched' });
    expect(await chat.answer('ana', 'launch')).toEqual({ kind: 'launched' });
  });
});

interface List {
  custom_id: string;
  options: object[];
}

function listOn({ components = [] }: object & { components?: readonly object[] }): List {
  const rows = components.flatMap((one) => ('components' in one ? (one.components as object[]) : []));
  const list = rows.find((one): one is List => 'options' in one);
  if (!list) throw new Error('there is no list on that message');
  return list;
}
