/** The channel on the stage, in a real browser, with a bot on the real discord.js at the other end. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { type ChattyBot, card, cardFiles, openChattyBot } from './chatty-bot.ts';
import { openDetour } from './detour.ts';
import { openStand } from './stand.ts';

let stand: Awaited<ReturnType<typeof openStand>>;
let detour: Awaited<ReturnType<typeof openDetour>>;
let browser: Browser;
let bot: ChattyBot;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  [stand, browser] = await Promise.all([openStand(), openBrowser()]);
  stand.discord.faults.unlimited = true;
  detour = await openDetour(() => Number(new URL(stand.sandboxUrl).port));
  bot = await openChattyBot(stand.sandboxUrl.replace('localhost', '127.0.0.1'));
});
afterAll(async () => {
  await bot.close();
  await browser.close();
  detour.close();
  await stand.close();
});

beforeEach(async () => {
  bot.setMute(false);
  await open({ width: 1440, height: 900 }, 'panels=robin&show=panels,channel');
});
afterEach(async () => {
  await context.close();
  const channel = await results();
  for (const { id } of stand.discord.chat.messages(channel.id)) await channel.messages.delete(id);
  expect(complaints).toEqual([]);
});

async function open(viewport: { width: number; height: number }, query: string): Promise<void> {
  await context?.close();
  context = await browser.newContext({ viewport, locale: 'en-US', proxy: { server: detour.url } });
  context.setDefaultTimeout(15_000);
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  await page.goto(`http://localhost:3333/?as=ana&${query}`);
}

const results = () => bot.channel(stand.discord.guild.plan.textChannelId);
const pane = () => page.getByRole('region', { name: 'The channel' });
const log = () => pane().getByRole('log');
const messages = () =>
  log()
    .getByRole('listitem')
    .filter({ has: page.locator('.message-body') });
const last = () => messages().last();
const command = () => pane().getByRole('combobox', { name: 'Command' });
const field = (name: string) => pane().getByLabel(name, { exact: true });
const button = (name: string) => pane().getByRole('button', { name, exact: true });
const options = () => pane().getByRole('listbox').getByRole('option');
const sees = (text: string | RegExp, within: Locator = log()) => within.getByText(text).first().waitFor();
const seesNoMore = (text: string) => log().getByText(text).first().waitFor({ state: 'detached' });
const become = (person: string) => pane().getByLabel('As').selectOption(person);
const postCard = async () =>
  (await results()).send({ flags: 1 << 15, components: card('Nobody is in.'), files: cardFiles });

describe('a post', () => {
  it('is there at once, edited in place, and gone when it is deleted', async () => {
    await sees('Nothing has been said here yet.');
    const posted = await (await results()).send('**Race 6** is open for <@301877254093348864>');
    await sees('Race 6', last());
    expect(await last().locator('strong').textContent()).toBe('Race 6');
    expect(await last().locator('.mention').textContent()).toBe('@Ana');
    expect(await last().getByText('(edited)').count()).toBe(0);
    await posted.edit('Race 6 is running');
    await sees('(edited)', last());
    await sees('Race 6 is running', last());
    expect(await messages().count()).toBe(1);
    await posted.delete();
    await sees('Nothing has been said here yet.');
  });

  it('never becomes markup of the page', async () => {
    await (await results()).send('<img src=x onerror=alert(1)> [x](javascript:alert(1)) <b>Ana</b>');
    await sees('<img src=x onerror=alert(1)>');
    expect(await last().locator('.text').innerHTML()).toContain('&lt;b&gt;Ana&lt;/b&gt;');
    expect(await last().locator('.text img, .text a, .text b').count()).toBe(0);
  });

  it('shows pictures with what they are of, for those who don’t see them too', async () => {
    await postCard();
    const picture = log().getByRole('img', { name: 'The standings after race 3' });
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);
  });

  it('can be a reply, and pinned, and both lead to it', async () => {
    const channel = await results();
    const first = await channel.send('The standings');
    for (let index = 0; index < 30; index += 1) await channel.send(`Line ${index}`);
    await first.reply('See above');
    await sees('See above');
    await last().getByRole('button', { name: 'The standings' }).click();
    const found = messages().first();
    await expect.poll(() => found.evaluate((entry) => entry === document.activeElement)).toBe(true);
    await first.pin();
    await sees('Pinned', found);
    await button('Newest').click();
    await pane().locator('summary[aria-label="Pinned messages"]').click();
    await pane().locator('.pins').getByRole('button', { name: 'The standings' }).click();
    await expect.poll(() => found.evaluate((entry) => entry === document.activeElement)).toBe(true);
  });

  it('leaves those where they are who read further up', async () => {
    const channel = await results();
    for (let index = 0; index < 30; index += 1) await channel.send(`Line ${index}`);
    await sees('Line 29');
    await log().evaluate((scroll) => scroll.scrollTo({ top: 0 }));
    await button('Newest').waitFor();
    await channel.send('The newest');
    await sees('The newest');
    expect(await log().evaluate((scroll) => scroll.scrollTop)).toBe(0);
    await button('Newest').click();
    await button('Newest').waitFor({ state: 'hidden' });
  });

  it('is counted while the channel is put away', async () => {
    await page.getByRole('button', { name: 'Show the Sheet' }).click();
    await pane().waitFor({ state: 'hidden' });
    await (await results()).send('Anybody there?');
    await page.getByRole('button', { name: 'Show the channel, 1 new' }).click();
    await sees('Anybody there?');
    await page.getByRole('button', { name: 'Show the channel', exact: true }).waitFor();
  });

  it('is in the channel that it was sent to', async () => {
    const voice = await bot.channel(stand.discord.guild.plan.channelId);
    const said = await voice.send('In the voice channel');
    await (await results()).send('In results');
    await sees('In results');
    expect(await messages().count()).toBe(1);
    await pane().getByLabel('Channel').selectOption('Race night (voice)');
    await sees('In the voice channel');
    expect(await messages().count()).toBe(1);
    await said.delete();
  });
});

describe('a command', () => {
  it('is found, helped along by the bot, and answered to its person alone, by keyboard', async () => {
    await command().click();
    await page.keyboard.type('/resu');
    expect(await options().allInnerTexts()).toEqual([expect.stringContaining('/result')]);
    await page.keyboard.press('Enter');
    await sees('position: 1 to 8', pane());
    await page.keyboard.type('3');
    await page.keyboard.press('Tab');
    await pane().getByRole('listbox').getByRole('option', { name: 'Race 2' }).waitFor();
    await page.keyboard.type('3');
    await expect.poll(() => options().allInnerTexts()).toEqual(['Race 3']);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await sees('You finished #3 in R3.');
    await sees('used /result 3 Race 3', last());
    await sees('Only you can see this', last());
    expect(await command().evaluate((input) => input === document.activeElement)).toBe(true);

    await become('robin');
    await seesNoMore('You finished');
    await become('ana');
    await last().getByRole('button', { name: 'Dismiss' }).click();
    await seesNoMore('You finished');
    await page.reload();
    await sees('Nothing has been said here yet.');
  });

  it('says what is missing or wrong before it is sent', async () => {
    await command().fill('/result ');
    await field('position').press('Enter');
    await sees('position: this is needed.', pane());
    await field('position').fill('9');
    await field('position').press('Enter');
    await sees('position: at most 8.', pane());
    await field('position').fill('first');
    await field('position').press('Enter');
    await sees('position: this is a number.', pane());
    await field('position').press('Escape');
    expect(await command().inputValue()).toBe('/result');
  });

  it('takes people and yes or no from lists', async () => {
    await command().fill('/race open ');
    await field('quiet').click();
    await pane().getByRole('listbox').getByRole('option', { name: 'True' }).click();
    await field('host').fill('zoe');
    await pane().getByRole('listbox').getByRole('option', { name: 'Zoë' }).click();
    await button('Send /race open').click();
    await sees(`Done: open quiet=true host=529604418837446656`);
  });

  it('is offered by its name in the person’s language, to those who may use it', async () => {
    await command().click();
    await pane().getByRole('listbox').getByRole('option', { name: '/result' }).waitFor();
    expect(await pane().getByRole('listbox').getByRole('option', { name: '/hosts' }).count()).toBe(0);
    await become('mateo');
    await command().fill('/resul');
    await pane().getByRole('listbox').getByRole('option', { name: '/resultado' }).click();
    await sees('position: 1 to 8', pane());
    await field('position').fill('2');
    await field('position').press('Enter');
    await sees('Locale es-ES');
    await become('host');
    await command().fill('/ho');
    await pane().getByRole('listbox').getByRole('option', { name: '/hosts' }).waitFor();
  });

  it('that somebody begins to type before it is known which are theirs is offered as soon as it is', async () => {
    const asked = Promise.withResolvers<void>();
    const known = Promise.withResolvers<void>();
    await page.route('**/people/host/commands', async (route) => {
      asked.resolve();
      await known.promise;
      await route.continue();
    });
    await become('host');
    await asked.promise;
    await command().fill('/ho');
    known.resolve();
    await pane().getByRole('listbox').getByRole('option', { name: '/hosts' }).waitFor();
  });

  it('that somebody looks for before it is known which there are is offered as soon as it is', async () => {
    const known = Promise.withResolvers<void>();
    await page.route('**/people/ana/commands', async (route) => {
      await known.promise;
      await route.continue();
    });
    await page.reload();
    await command().click();
    await pane().getByRole('listbox').getByText('No options match your search.').waitFor();
    known.resolve();
    await pane().getByRole('listbox').getByRole('option', { name: '/result' }).waitFor();
  });

  it('that nobody answers says so, as Discord does', async () => {
    bot.setMute(true);
    await command().fill('/slow ');
    await button('Send /slow').click();
    await sees('Sending command…');
    await sees('The application did not respond');
    await last().getByRole('button', { name: 'Dismiss' }).click();
    await seesNoMore('The application did not respond');
  });

  it('opens the panel of the person who sent it', async () => {
    await command().fill('/launch ');
    await button('Send /launch').click();
    await page.getByTitle('Ana’s panel').contentFrame().getByText('ready').waitFor();
    expect(page.url()).toContain('panels=robin,ana');
  });
});

describe('a card', () => {
  it('changes under the finger of who presses its button', async () => {
    await postCard();
    await button('Join').focus();
    await page.keyboard.press('Enter');
    await sees('ana_drifts is in.');
    expect(await button('Join').evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await button('Closed').isDisabled()).toBe(true);
  });

  it('takes a choice of a list, and several of another', async () => {
    await postCard();
    await pane().getByLabel('Your place').selectOption('2nd · 12 points');
    await sees('Chosen: 2');
    await pane().getByText('Who raced').click();
    expect(await button('Choose').isDisabled()).toBe(true);
    for (const name of ['Ana', 'sam']) await pane().getByLabel(name, { exact: true }).check();
    await button('Choose').click();
    await sees('Chosen: 301877254093348864,975038261407842304');
  });

  it('asks in a form, keeps what was typed when that fails, and leads back to its button', async () => {
    await postCard();
    await button('Protest').click();
    const form = page.getByRole('dialog', { name: 'What went wrong?' });
    expect(await form.getByLabel('What happened').evaluate((one) => one === document.activeElement)).toBe(true);
    await form.getByLabel('What happened').fill('A shell at the line');
    await form.getByLabel('Which race').selectOption('Race 2');
    bot.setMute(true);
    await form.getByRole('button', { name: 'Submit' }).click();
    await sees('Something went wrong. Try again.', form);
    bot.setMute(false);
    await form.getByRole('button', { name: 'Submit' }).click();
    await sees('Heard: A shell at the line (R2)');
    await form.waitFor({ state: 'detached' });

    await button('Protest').click();
    await form.waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    expect(await button('Protest').evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('opens the panel for whoever presses', async () => {
    await postCard();
    await become('zoe');
    await button('Open the panel').click();
    await page.getByTitle('Zoë’s panel').contentFrame().getByText('ready').waitFor();
  });

  it('says so when nobody answers its button, and can be pressed again', async () => {
    await postCard();
    bot.setMute(true);
    await button('Join').click();
    await sees('This interaction failed');
    bot.setMute(false);
    await button('Join').click();
    await sees('ana_drifts is in.');
    await seesNoMore('This interaction failed');
  });
});

describe('trouble', () => {
  it('takes the bot’s permission away, and says when it isn’t connected', async () => {
    await pane().getByText('Make trouble').click();
    await pane().getByLabel('Post', { exact: true }).uncheck();
    await expect(async () => (await results()).send('hello')).rejects.toMatchObject({ code: 50013 });
    await pane().getByLabel('Post', { exact: true }).check();
    await expect
      .poll(async () =>
        (await results()).send('hello').then(
          () => 'sent',
          () => 'refused',
        ),
      )
      .toBe('sent');

    await pane().getByLabel('Let nobody connect').check();
    await expect.poll(() => stand.discord.faults.gatewayDown).toBe(true);
    await button('Drop its connection').click();
    await sees('The bot isn’t connected', pane());
    await pane().getByLabel('Let nobody connect').uncheck();
    await pane().getByText('The bot isn’t connected').waitFor({ state: 'hidden' });
  });
});

describe('on a phone', () => {
  it('one of panels, channel and Sheet is there at a time, and fits', async () => {
    await open({ width: 390, height: 844 }, 'panels=robin');
    const shown = async () => {
      const visible = [page.locator('.panels'), pane(), page.getByRole('region', { name: 'The league’s Sheet' })];
      return Promise.all(visible.map((one) => one.isVisible()));
    };
    await page.getByTitle('Robin’s panel').contentFrame().getByText('ready').waitFor();
    expect(await shown()).toEqual([true, false, false]);
    await page.getByRole('button', { name: 'Show the channel' }).click();
    expect(await shown()).toEqual([false, true, false]);
    await postCard();
    await sees('Race 3');
    await command().fill('/result ');
    await field('position').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await button('Open the panel').click();
    await page.getByTitle('Ana’s panel').contentFrame().getByText('ready').waitFor();
    expect(await shown()).toEqual([true, false, false]);
  });
});

describe('on a small phone', () => {
  const foot = async (name: string) => {
    const box = await pane().getByRole('combobox', { name }).boundingBox();
    return box ? box.y + box.height : Number.POSITIVE_INFINITY;
  };

  it('the command line is on the first screen, and nothing is wider than it', async () => {
    for (const height of [740, 640]) {
      await open({ width: 360, height }, 'show=channel');
      await pane().getByRole('combobox', { name: 'Command' }).waitFor();
      await expect.poll(() => foot('Command')).toBeLessThan(height);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    }
  });

  it('what to try is folded until somebody asks', async () => {
    await open({ width: 360, height: 740 }, 'show=channel');
    const tries = page.getByRole('region', { name: 'Try this' });
    expect(await tries.getByRole('listitem').count()).toBe(0);
    await tries.getByRole('button', { name: 'Try this', expanded: false }).click();
    expect(await tries.getByRole('listitem').allInnerTexts()).toContain('In the channel, type /result.');
    await tries.getByRole('button', { name: 'Try this', expanded: true }).click();
    expect(await tries.getByRole('listitem').count()).toBe(0);
  });
});
