import { channelOn } from './channel.ts';
import { journey, soon } from './league.ts';

journey('a night is run wholly from chat while a panel watches', async ({ league }) => {
  const { page, panels } = await league.raceNight('spectator');
  const { spectator: noor } = panels;
  const chat = channelOn(page);
  const top = async () => (await noor.standings()).slice(0, 3);
  await league.sheet.set('Objection seconds', 2);

  await chat.command('ana', 'result', { position: '1st' });
  await chat.sees("You aren't in it yet.");
  await chat.press('Join');
  await noor.sees('5 free places');
  await chat.command('host', 'race start');

  await chat.command('kiki', 'result', { position: '1st' });
  await chat.sees('Recorded! You finished #1 and earn 15 pts once final.');
  await chat.command('robin', 'result', { position: '2nd' });
  await chat.sees('Recorded! You finished #2');
  await chat.command('ana', 'result', { position: '3rd' });
  await soon(top).toEqual(['1 Ana 72', '2 Robin 66', '3 Kiki 🌻 64']);
  // The card of the race becomes its result, and the message for pinning follows.
  await chat.become('spectator');
  await chat.sees('Kiki 🌻 wins Race 6!');
  await chat.sees('After Race 6 · 6 races so far');

  await chat.command('host', 'race next');
  await noor.sees('Race 7');
  await chat.command('host', 'race start');
  await noor.sees('Racing');
  // Discord drops the bot: what is asked meanwhile is answered once it's back.
  await chat.dropTheBot();
  await chat.command('robin', 'result', { position: '2nd' });
  await chat.sees('Recorded! You finished #2 and earn 12 pts once final.');
  await chat.command('kiki', 'result', { position: '2nd' });
  await noor.sees("Robin and Kiki 🌻 both say 2nd. They're sorting it out.");
  await chat.command('kiki', 'result', { position: '1st' });
  await chat.command('ana', 'result', { position: '3rd' });
  await soon(top).toEqual(['1 Ana 82', '2 Kiki 🌻 79', '3 Robin 78']);

  await chat.command('host', 'admin-fix', { race: 'Race 7', racer: 'Ana', position: 'DNF, did not finish' });
  await chat.sees('This is what it changes:');
  await soon(top).toEqual(['1 Ana 82', '2 Kiki 🌻 79', '3 Robin 78']);
  await chat.press('Yes, set it');
  await soon(top).toEqual(['1 Kiki 🌻 79', '2 Robin 78', '3 Ana 73']);
  await chat.command('zoe', 'standings');
  await chat.sees('1st Kiki 🌻 · 79 pts');

  await soon(() => league.sheet.results('Race 6')).toEqual(['Robin 2', 'Kiki 🌻 1', 'Ana 3']);
  await soon(() => league.sheet.results('Race 7')).toEqual(['Robin 2', 'Kiki 🌻 1', 'Ana DNF']);
});
