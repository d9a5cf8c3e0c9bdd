import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leagueInChat, textOf } from './league-in-chat.ts';

describe('a night from chat', () => {
  let chat: Awaited<ReturnType<typeof leagueInChat>>;
  beforeAll(async () => {
    chat = await leagueInChat();
  });
  afterAll(async () => {
    expect(chat.errors).toEqual([]);
    await chat.close();
  });

  it('begins with nothing, and says what to do', async () => {
    expect(await chat.say('ana', 'race status')).toBe('No race is on. A host opens one with /race open.');
    expect(await chat.say('ana', 'standings')).toBe(
      '## Season 1\nNo race is final yet. The table begins with the first one.',
    );
    expect(await chat.say('ana', 'profile')).toBe(
      "You haven't raced here yet. Join a race, and your trophies collect here.",
    );
    expect(await chat.say('ana', 'why')).toBe("You aren't in the standings of the open season yet.");
    expect(await chat.say('ana', 'protest')).toBe("You haven't raced in a race that is final.");
    expect(await chat.say('ana', 'result', { position: '1' })).toBe(
      'Could not save the result: no race is running. A host opens one with /race open.',
    );
    expect(await chat.say('host', 'race next')).toBe('No race is over yet. Open one with /race open.');
    expect(await chat.say('host', 'race start')).toBe('No race is open to be started. Open one with /race open.');
    expect(await chat.say('host', 'race close')).toBe('No race is on. A host opens one with /race open.');
    expect(await chat.say('host', 'season open')).toBe('No season is planned. Plan one with /season plan.');
    expect(await chat.say('mateo', 'standings')).toBe(
      '## Season 1\nAún no hay carreras definitivas. La tabla empieza con la primera.',
    );
  });

  it('is run by commands: open, join, start, and everybody’s own place', async () => {
    expect(await chat.say('ana', 'race open')).toBe('Only hosts can do that. Ask a host.');
    const { race, card } = await chat.openRace();
    expect(await chat.join('ana', card)).toBe("You're in Race 1. 1 of 8 places taken.\n[Leave]");
    expect(await chat.join('mateo', card)).toBe('Estás en Race 1. 2 de 8 plazas ocupadas.\n[Salir]');
    await chat.join('robin', card);
    expect(await chat.say('kiki', 'race status')).toBe(
      '**Race 1** · open to join\n3 of 8: Ana, Teo and Robin\n[Join]\n[Open the panel]',
    );
    expect(await chat.say('ana', 'result', { position: '1' })).toBe(
      "Could not save the result: Race 1 hasn't started. A host starts it with /race start.",
    );
    expect(await chat.say('kiki', 'result', { position: '1' })).toBe(
      "Could not save the result: Race 1 hasn't started. A host starts it with /race start.\nYou aren't in it yet.\n[Join]",
    );
    expect(await chat.say('host', 'race start')).toBe('Race 1 is on. Good luck!');
    expect(await chat.choices('ana', 'result', 'position')).toEqual(['1st', '2nd', '3rd', 'DNF, did not finish']);
    expect(await chat.choices('mateo', 'result', 'position', 'd')).toEqual(['DNF, no terminó']);
    expect(await chat.say('ana', 'result', { position: '1' })).toBe(
      '🏆 Recorded! You finished **#1** and earn **15 pts** once final.\n1 of 3 in.',
    );
    expect(await chat.say('mateo', 'result', { position: 'dnf' })).toBe(
      '🏁 Anotado: DNF. Y ganas **1 punto** cuando sea definitivo.\n2 de 3 puestos.',
    );
    expect(await chat.say('robin', 'result', { position: '9' })).toBe(
      "“9” isn't a place in this race. Give a place from 1 to 3, or DNF.",
    );
    expect(await chat.say('robin', 'result', { position: '1', race })).toBe(
      [
        '🏆 Recorded! You finished **#1** and earn **15 pts** once final.',
        '3 of 3 in.',
        'But Ana says 1st too. If it was your slip, report again; if not, wait: you are both asked.',
      ].join('\n'),
    );
    expect(await chat.say('mateo', 'result', { position: '1' })).toMatch(
      'Pero Ana y Robin también dicen 1.º. Si el error es tuyo, di tu puesto de nuevo;',
    );
    expect(await chat.say('mateo', 'result', { position: 'dnf' })).not.toMatch('Pero');
    expect(await chat.say('host', 'race status')).toMatch(
      'Ana and Robin both say 1st. Whoever is wrong reports again.',
    );
    expect(await chat.say('robin', 'result', { position: '2nd', race: 'race 1' })).toMatch('🥈 Recorded!');
    expect(await chat.say('host', 'race status')).toMatch('Ana 1st · Robin 2nd · Teo DNF');
    expect(await chat.say('kiki', 'result', { position: '99' })).toBe(
      "“99” isn't a place in this race. Give a place from 1 to 4, or DNF.",
    );
    expect(await chat.say('kiki', 'result', { position: 'banana' })).toMatch("“banana” isn't a place in this race.");
    const outside =
      "Could not save the result: you aren't in Race 1. It is being raced. Join only if you are racing in it.";
    expect(await chat.say('kiki', 'result', { position: '3' })).toBe(`${outside}\n[Join late]`);
    expect(await chat.say('host', 'result', { position: '3' })).toBe(
      `${outside}\nSomebody else's place is set with /admin-fix.\n[Join late]`,
    );
    await chat.clock.advance(31_000);
    expect(chat.facts().races.get(race)?.status).toBe('Final');
  });

  it('shows standings and why to whoever asks, and to everybody once they share it', async () => {
    const own = await chat.command('ana', 'standings');
    expect(chat.discord.chat.messages(own.channel_id).map(({ id }) => id)).not.toContain(own.id);
    expect(await chat.choices('mateo', 'standings', 'share')).toEqual(['sí, que lo vea todo el canal']);
    const standings = await chat.command('ana', 'standings', { share: 'yes' });
    expect(textOf(standings)).toBe(textOf(own));
    expect(textOf(standings)).toBe(
      '## Season 1\n🏆 **1st** Ana · 15 pts · 1 win\n🥈 **2nd** Robin · 12 pts\n🥉 **3rd** Teo · 1 pt',
    );
    expect(chat.discord.chat.messages(standings.channel_id).map(({ id }) => id)).toContain(standings.id);
    const why = await chat.command('robin', 'why');
    expect(textOf(why)).toBe(
      '**Robin** · Season 1\n2nd with 12 pts: the one race counts; 3 pts behind Ana and 11 pts ahead of Teo.',
    );
    expect(chat.discord.chat.messages(why.channel_id).map(({ id }) => id)).not.toContain(why.id);
    expect(await chat.say('mateo', 'why', { racer: 'Ana' })).toBe(
      '**Ana** · Season 1\n1.º con 15 puntos: cuenta la única carrera; por delante de Robin por 3 puntos.',
    );
    expect(await chat.say('ana', 'why', { racer: 'Nobody' })).toBe(
      "Nobody who races here is called “Nobody”. Who joins a race becomes a racer; for who isn't on Discord, a host adds one in the panel.",
    );
  });

  it('shows a racer’s trophy case', async () => {
    expect(await chat.say('robin', 'profile', { racer: 'ana' })).toBe(
      [
        '## Ana',
        'Season 1: **1st** with 15 pts, 1 win',
        '1 win · 1 podium · 1 race in 1 season',
        'Last race: 1st',
        '**Trophies**',
        '🏆 Race 1, Season 1',
      ].join('\n'),
    );
    expect(await chat.say('mateo', 'profile')).toMatch(
      '## Teo\nSeason 1: **3.º** con 1 punto\n1 carrera en 1 temporada\nLa última: DNF\n**Vitrina**\nAún sin trofeos.',
    );
    const shared = await chat.command('ana', 'profile', { share: 'sí' });
    expect(chat.discord.chat.messages(shared.channel_id).map(({ id }) => id)).toContain(shared.id);
    expect(await chat.choices('robin', 'profile', 'racer', 'E')).toEqual(['Teo']);
  });

  it('keeps money to whoever asks', async () => {
    expect(await chat.say('ana', 'wallet')).toBe('Money is off in this league: it races for points alone.');
    expect(await chat.say('mateo', 'wallet')).toBe('En esta liga no hay dinero: se corre por puntos.');
  });

  it('shows one’s own money once the league has any', async () => {
    const setting = { kind: 'edit', tab: 'Settings', id: 'money', cells: { value: 'On' } } as const;
    await chat.club.desk.note(() => ({
      notes: [{ by: { kind: 'sheet' }, happening: { what: 'edited', edits: [], more: 0 }, changes: [setting] }],
    }));
    expect(await chat.say('ana', 'wallet')).toBe('Your balance: **€0.00**\nNo bookings yet.');
    const edit = { type: 'editSeason', season: chat.seasonId(), bonuses: 'Win 2' } as const;
    await chat.club.desk.act(chat.memberOf('host'), 'bonuses', edit);
    const wallet = await chat.command('ana', 'wallet');
    expect(textOf(wallet)).toMatch(/^Your balance: \*\*€2\.00\*\*\n<t:\d+:D> \*\*\+€2\.00\*\* Bonus$/);
    expect(chat.discord.chat.messages(wallet.channel_id).map(({ id }) => id)).not.toContain(wallet.id);
    expect(await chat.say('mateo', 'wallet')).toBe('Tu saldo: **0,00\u00a0€**\nAún sin movimientos.');
    await chat.club.desk.act(chat.memberOf('host'), 'no bonuses', { ...edit, bonuses: 'None' });
    const off = { ...setting, cells: { value: 'Off' } };
    await chat.club.desk.note(() => ({
      notes: [{ by: { kind: 'sheet' }, happening: { what: 'edited', edits: [], more: 0 }, changes: [off] }],
    }));
  });

  it('lets a host fix a place, once they have seen what it changes', async () => {
    expect(await chat.say('ana', 'admin-fix', { race: 'Race 1', racer: 'Robin', position: 'DSQ' })).toBe(
      'Only hosts can do that. Ask a host.',
    );
    const race = 'Race 1';
    const preview = await chat.command('host', 'admin-fix', { race, racer: 'Robin', position: 'DSQ' });
    expect(textOf(preview)).toBe(
      [
        '**Robin** in **Race 1**: 2nd → DSQ',
        'This is what it changes:',
        '- Teo 3rd → 2nd.',
        '- Robin 12 → 0 pts, 2nd → 3rd.',
        '- 🥈 of Race 1 is taken from Robin.',
        '[Yes, set it]',
        '[Cancel]',
      ].join('\n'),
    );
    expect(textOf(await chat.press('host', preview, 'Yes, set it').message)).toBe('Robin: DSQ.');
    expect(await chat.choices('host', 'admin-fix', 'position', 'n')).toContain('none, take the place away');
    const away = await chat.say('host', 'admin-fix', { race, racer: 'Robin', position: 'ninguno' });
    expect(away).toMatch('**Robin** in **Race 1**: DSQ → no place');
    expect(await chat.say('host', 'admin-fix', { race, racer: 'Noor', position: '3' })).toMatch(
      'Nobody who races here is called “Noor”. Who joins a race becomes a racer;',
    );
    const back = await chat.command('host', 'admin-fix', { race, racer: 'Robin', position: '2' });
    expect(textOf(await chat.press('host', back, 'Cancel').message)).toBe('Nothing was changed.');
    expect(await chat.say('host', 'admin-fix', { race, racer: 'Robin', position: 'first' })).toBe(
      "“first” isn't a place in this race. Give a place from 1 to 3, or DNF.",
    );
  });

  it('asks before a race is closed, and who didn’t report did not start', async () => {
    const { race } = await chat.start('ana', 'robin', 'mateo');
    await chat.say('ana', 'result', { position: '1' });
    expect(await chat.say('ana', 'race close')).toBe('Only hosts can do that. Ask a host.');
    const asked = await chat.command('host', 'race close');
    expect(textOf(asked)).toMatch(
      "Make **Race 2** final? Robin and Teo haven't reported, and will count as DNS.\nThis is what it changes:",
    );
    expect(textOf(await chat.press('host', asked, 'Yes, make it final').message)).toBe('Race 2 is final.');
    expect(chat.facts().races.get(race)?.status).toBe('Final');
  });

  it('voids a race with a reason, in the command or by a form', async () => {
    const { race } = await chat.start('ana', 'robin');
    const asked = await chat.command('host', 'race void', { reason: 'wrong cup' });
    expect(textOf(asked)).toMatch('Void **Race 3** (wrong cup)? It will count for nothing.');
    await chat.press('host', asked, 'Cancel').message;
    const form = await chat.answer('host', 'race void');
    expect(form).toMatchObject({ kind: 'modal', modal: { title: 'Void Race 3?' } });
    expect(await chat.fill('host', form, { reason: 'The room crashed' })).toBe('Race 3 was voided.');
    expect(chat.facts().races.get(race)?.status).toBe('Void');
    const long = await chat.answer('host', 'race void', { race: 'Race 2', reason: 'x'.repeat(150) });
    expect(await chat.fill('host', long, {})).toBe('Race 2 was voided.');
    expect(await chat.say('ana', 'race void')).toBe('Only hosts can do that. Ask a host.');
    expect(await chat.say('host', 'race void')).toBe(
      'No race is on. To void one that is over, name it: `/race void race:`',
    );
  });

  it('takes a protest in one sentence', async () => {
    const { race } = await chat.play('ana', 'robin', 'mateo');
    const fix = { race: 'Race 4', racer: 'Robin', position: 'DNF' };
    expect(await chat.say('host', 'admin-fix', fix)).toMatch('- Nobody holds 2nd then.\n[Yes, set it]');
    expect(await chat.say('host', 'admin-fix', { ...fix, racer: 'Teo' })).not.toMatch('Nobody holds');
    const form = await chat.answer('mateo', 'protest');
    expect(form).toMatchObject({ kind: 'modal', modal: { title: '¿Qué está mal en Race 4?' } });
    expect(await chat.fill('mateo', form, { says: 'Fui segundo.' })).toBe('Los anfitriones mirarán Race 4.');
    expect([...chat.facts().protests.values()]).toMatchObject([{ race, says: 'Fui segundo.' }]);
    expect(await chat.choices('mateo', 'protest', 'race')).toEqual(['Race 4', 'Race 1']);
    const noor = await chat.answer('spectator', 'protest', { race: 'Race 4' });
    expect(await chat.fill('spectator', noor, { says: 'I saw it.' })).toBe(
      'Only who raced in Race 4 can protest against it. Ask one of them, or a host.',
    );
  });

  it('tells hosts of a protest, and whoever protested of the answer, with the next thing that they ask', async () => {
    const latest = (key: 'host' | 'mateo') => chat.discord.chat.ephemeral(key).map(textOf).at(-1);
    await chat.say('host', 'race status');
    await expect
      .poll(() => latest('host'))
      .toBe(
        "⚠️ For you as a host:\n**Teo** says that **Race 4** is wrong: “Fui segundo.”. Answer in the panel, under Hosts' desk.",
      );
    await chat.say('host', 'race status');
    const [protest] = chat.facts().protests.keys();
    const answer = { type: 'declineProtest', protest: protest ?? '', says: 'The photo shows 3rd.' } as const;
    await chat.club.desk.act(chat.memberOf('host'), 'answer', answer);
    await chat.say('mateo', 'race status');
    await expect
      .poll(() => latest('mateo'))
      .toBe('💬 Los anfitriones miraron tu protesta sobre **Race 4**, y el resultado se queda. «The photo shows 3rd.»');
    await chat.say('mateo', 'race status');
    const told = (key: 'host' | 'mateo', words: string) =>
      chat.discord.chat.ephemeral(key).filter((message) => textOf(message).includes(words)).length;
    expect([told('host', 'Fui segundo'), told('mateo', '💬')]).toEqual([1, 1]);
  });

  it('goes on with the same racers', async () => {
    expect(await chat.say('host', 'race next')).toBe(
      'Race 5 is open with the same 3 racers.\n[Join]\n[Start]\n[Open the panel]',
    );
    expect(await chat.say('host', 'race next')).toBe('Race 5 is already there. Race it first.');
    const form = await chat.answer('host', 'race void');
    await chat.fill('host', form, { reason: 'Enough for today' });
  });
});

describe('seasons from chat', () => {
  let chat: Awaited<ReturnType<typeof leagueInChat>>;
  beforeAll(async () => {
    chat = await leagueInChat();
    await chat.play('ana', 'robin');
  });
  afterAll(async () => {
    expect(chat.errors).toEqual([]);
    await chat.close();
  });

  it('are planned with their days and rules', async () => {
    expect(await chat.say('ana', 'season plan', { name: 'Spring' })).toBe('Only hosts can do that. Ask a host.');
    const given = { name: 'Spring', starts: '2026-04-01', ends: '2026-05-31', 'drop-worst': 2 };
    expect(await chat.say('host', 'season plan', { ...given, starts: '2026-02-30' })).toBe(
      "“2026-02-30” isn't a day. Write it as in 2026-03-01.",
    );
    expect(await chat.say('host', 'season plan', { ...given, ends: 'May' })).toMatch("“May” isn't a day.");
    expect(await chat.say('host', 'season plan', { ...given, scoring: 'Nope' })).toMatch(
      'No scoring table is called Nope.',
    );
    expect(await chat.say('host', 'season plan', given)).toBe('Spring is planned.');
    expect(await chat.say('host', 'season plan', given)).toBe(
      'A season is already called Spring. Choose another name.',
    );
    expect(await chat.choices('host', 'season plan', 'scoring')).toEqual(['Standard']);
    expect(await chat.say('ana', 'season summary', { season: 'spr' })).toBe(
      '## Spring\n-# planned\nFrom April 1, 2026 to May 31, 2026\nNothing has been raced in it yet.',
    );
  });

  it('are closed once a host has said yes, and the next one opens', async () => {
    expect(await chat.say('host', 'season open', { season: 'Spring' })).toBe(
      'Season 1 is still open. Close it with /season close first.',
    );
    expect(await chat.choices('host', 'season close', 'next')).toEqual(['Spring']);
    const at = chat.clock.now() + 86_400_000;
    await chat.club.desk.act(chat.memberOf('host'), 'plan', { type: 'planRace', at });
    const asked = await chat.command('host', 'season close', { next: 'Spring' });
    expect(textOf(asked)).toMatch('1 planned race moves to Spring.');
    // People read before they press.
    await chat.clock.advance(74_000);
    expect(textOf(asked)).toMatch(
      'Close **Season 1**? Its table is kept, and whoever leads is champion. **Spring** opens at once.',
    );
    expect(textOf(await chat.press('host', asked, 'Yes, close it').message)).toBe(
      'Season 1 is closed. Champion: Ana. Spring is open. 1 planned race is in it now.',
    );
    expect(await chat.say('mateo', 'season summary', { season: 'Season 1' })).toMatch(
      /^## Season 1\n-# cerrada\nHasta el \d+ de \p{L}+ de \d{4}\n1 carrera, 2 participantes\n🏆 Título para \*\*Ana\*\* · 15 puntos · 1 victoria\n🥈 \*\*2\.º\*\* Robin/u,
    );
    expect(await chat.say('ana', 'standings', { season: 'Season 1' })).toMatch('🏆 **1st** Ana');
    expect(await chat.choices('ana', 'standings', 'season')).toEqual(['Spring', 'Season 1']);
  });

  it('refuse what can’t be', async () => {
    expect(await chat.say('host', 'season close', { season: 'Season 1' })).toBe(
      'Season 1 is already closed. If it should go on, reopen it.',
    );
    const asked = await chat.command('ana', 'season close');
    expect(textOf(asked)).toBe('Only hosts can do that. Ask a host.');
  });
});

describe('between two seasons', () => {
  let chat: Awaited<ReturnType<typeof leagueInChat>>;
  beforeAll(async () => {
    chat = await leagueInChat();
    await chat.play('ana', 'robin');
    await chat.say('host', 'race open');
    await chat.join(
      'kiki',
      await chat.card({ id: { id: 'join', race: raceAfter('Race 1') }, label: 'join', look: 'plain' }),
    );
    const form = await chat.answer('host', 'race void');
    await chat.fill('host', form, { reason: 'Late' });
    const asked = await chat.command('host', 'season close');
    await chat.press('host', asked, 'Yes, close it').message;
  });
  afterAll(async () => {
    expect(chat.errors).toEqual([]);
    await chat.close();
  });
  const raceAfter = (name: string) => [...chat.facts().races.values()].find(({ race }) => race !== name)?.id ?? '';

  it('the one that closed last is shown, and said to be over', async () => {
    expect(await chat.say('ana', 'standings')).toBe(
      '## Season 1\n-# closed\n🏆 **1st** Ana · 15 pts · 1 win\n🥈 **2nd** Robin · 12 pts',
    );
    expect(await chat.say('robin', 'why')).toBe(
      '**Robin** · Season 1 · closed\n2nd with 12 pts: the one race counts; 3 pts behind Ana.',
    );
    expect(await chat.say('kiki', 'why')).toBe("You weren't in the standings of Season 1, and no season is open.");
    expect(await chat.say('mateo', 'why', { racer: 'Kiki' })).toBe(
      'Kiki 🌻 no estaba en la clasificación de Season 1, y no hay temporada abierta.',
    );
    expect(await chat.say('robin', 'profile')).toMatch('## Robin\nSeason 1 (closed): **2nd** with 12 pts\n1 podium');
    expect(await chat.say('kiki', 'profile')).not.toMatch('Season 1');
    expect(await chat.say('ana', 'season summary')).toMatch(
      /^## Season 1\n-# closed\nTo \p{L}+ \d+, \d{4}\n1 race, 2 racers\n🏆 Champion: \*\*Ana\*\* · 15 pts · 1 win\n🥈 \*\*2nd\*\* Robin/u,
    );
  });

  it('who opens a race is told by which command there will be something to race for', async () => {
    const none = 'No season is open, so there is nothing to race for.';
    expect(await chat.say('host', 'race open')).toBe(
      `${none} A host plans one with /season plan, and opens it with /season open.`,
    );
    await chat.say('host', 'season plan', { name: 'Autumn' });
    await chat.say('host', 'season plan', { name: 'Spring', starts: '2020-04-01' });
    expect(await chat.say('host', 'race next')).toBe(`${none} A host opens Spring with /season open.`);
    expect(await chat.say('ana', 'race open')).toBe('Only hosts can do that. Ask a host.');
    expect(await chat.say('host', 'season open')).toBe('Spring is open.');
  });
});

describe('a season in short', () => {
  it('names as many as a race has places', async () => {
    const chat = await leagueInChat();
    await chat.play('ana', 'robin', 'zoe', 'kiki', 'sam', 'priya', 'mateo');
    const summary = await chat.say('ana', 'season summary');
    expect(summary).toMatch('1 race, 7 racers\n🏆 **1st** Ana');
    expect(summary).toMatch('**7th** Teo');
    expect(summary).not.toMatch('more');
    expect(chat.errors).toEqual([]);
    await chat.close();
  });
});

describe('what a race costs', () => {
  let chat: Awaited<ReturnType<typeof leagueInChat>>;
  beforeAll(async () => {
    chat = await leagueInChat();
  });
  afterAll(async () => {
    expect(chat.errors).toEqual([]);
    await chat.close();
  });

  it('is said with the race, as people type amounts, once the league has money', async () => {
    expect(await chat.say('host', 'race open', { fee: '2' })).toBe(
      'This league plays for points only: Money is Off. Turn Money On in the Settings tab first.',
    );
    await chat.club.desk.note(() => ({
      notes: [
        {
          by: { kind: 'sheet' },
          happening: { what: 'edited', edits: [], more: 0 },
          changes: [{ kind: 'edit', tab: 'Settings', id: 'money', cells: { value: 'On' } }],
        },
      ],
    }));
    expect(await chat.say('host', 'race open', { fee: 'two' })).toMatch(
      /^That can't be an amount\. Give one from €0\.00/,
    );
    expect(chat.facts().races.size).toBe(0);
    expect(await chat.say('host', 'race open', { fee: '2,50 €' })).toBe(
      'Race 1 is open.\nRace 1 costs €2.50 to enter.\n[Join]\n[Start]\n[Open the panel]',
    );
    expect([...chat.facts().races.values()]).toMatchObject([{ entryFee: 250 }]);
  });
});
