/**
 * `npm run pictures`: takes the README's pictures of a fresh sandbox into docs/pictures. Each is what a person would
 * have on the screen; nothing is drawn by hand.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { type Program, startProgram } from './journeys/program.ts';
import { openStage } from './journeys/stage.ts';
import { openDetour } from './sandbox/detour.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'pictures');

await mkdir(folder, { recursive: true });
const program = await startProgram();
const detour = await openDetour(() => program.ports.stage);
const browser = await openBrowser();
try {
  await takeStage(browser);
  await takePhone(browser);
  await takeStandings(browser);
  await takeChannel(browser);
  await takeSheetAndPage(browser, program);
} finally {
  await browser.close();
  detour.close();
  await program.close();
}

/** A race in full swing: the host and a racer, and the Sheet beside them. */
async function takeStage(browser: Browser): Promise<void> {
  const context = await screen(browser, 1440, 860);
  const { page, panels, sheet } = await openStage(await context.newPage(), { server: 'club' }, 'host', 'ana');
  const { host: juno, ana } = panels;
  await juno.signIn();
  await ana.signIn();
  await ana.join();
  await juno.join();
  await juno.press('Start the race');
  await ana.placeButton('2nd').waitFor();
  await juno.press('Set places');
  await juno.setPlace('Robin', '1st');
  await juno.press('Done');
  await juno.tap('4th');
  await juno.sees('Saved: 4th.');
  await ana.tap('2nd');
  await ana.sees('Saved: 2nd.');
  await juno.seesNoMore('Robin: 1st.');
  // Down to the rows of this race, the last ones.
  await sheet.getByRole('grid').first().hover();
  await page.mouse.wheel(0, 680);
  await sheet.getByRole('gridcell', { name: 'C44 2', exact: true }).waitFor();
  await still(ana.inside.getByText('Sheet up to date'));
  await picture(page, 'stage');
  await context.close();
}

/** The same race on a racer's phone, who is about to tap. */
async function takePhone(browser: Browser): Promise<void> {
  const context = await screen(browser, 1000, 1000);
  const { panels } = await openStage(await context.newPage(), { server: 'club' }, 'kiki');
  const { kiki } = panels;
  await kiki.signIn();
  await kiki.choose('Phone');
  await kiki.placeButton('3rd').waitFor();
  await still(kiki.inside.getByText('Sheet up to date'));
  await kiki.window.locator('iframe').screenshot({ path: join(folder, 'phone.png') });
  await context.close();
}

/** The panel with the season's standings, as wide as a desktop client shows it. */
async function takeStandings(browser: Browser): Promise<void> {
  const context = await screen(browser, 1240, 940);
  const { page, panels } = await openStage(await context.newPage(), { server: 'club' }, 'spectator');
  const { spectator: noor } = panels;
  await page.getByRole('button', { name: 'Show the Sheet' }).click();
  await noor.signIn();
  await noor.press('Race 5 Final');
  await still(noor.inside.getByRole('heading', { name: 'Race 5' }));
  await noor.window.locator('iframe').screenshot({ path: join(folder, 'standings.png') });
  await context.close();
}

/** The channel, with the race's card and the standings that the bot keeps there. */
async function takeChannel(browser: Browser): Promise<void> {
  const context = await screen(browser, 720, 1290);
  const page = await context.newPage();
  await page.goto('http://localhost:3333/?server=club&as=robin&show=channel');
  const channel = page.getByRole('region', { name: 'The channel' });
  await still(channel.getByRole('img', { name: /Season 1/ }));
  await channel.screenshot({ path: join(folder, 'channel.png') });
  await context.close();
}

/** The Results tab alone, and the page that everybody may see. */
async function takeSheetAndPage(browser: Browser, { ports }: Program): Promise<void> {
  const context = await screen(browser, 1100, 620);
  const sheet = await context.newPage();
  await sheet.goto(`http://localhost:${ports.sheet}/?id=cozy-kart-league&tab=Results`);
  await sheet.getByRole('gridcell', { name: 'C2 2', exact: true }).waitFor();
  await sheet.getByText('Live').waitFor();
  await picture(sheet, 'results');
  await sheet.setViewportSize({ width: 1320, height: 800 });
  await sheet.goto(`http://localhost:${ports.sheet}/?id=cozy-kart-league&tab=Standings`);
  await sheet.getByText('Points by race').first().waitFor();
  await picture(sheet, 'charts');
  const page = await context.newPage();
  await page.setViewportSize({ width: 900, height: 636 });
  await page.goto(`http://localhost:${ports.panel}/`);
  await still(page.getByRole('heading', { name: 'Standings' }));
  await picture(page, 'page');
  await context.close();
}

function screen(browser: Browser, width: number, height: number): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
    proxy: { server: detour.url },
  });
}

/** Waits for what is still on its way once `last` is there: pictures of racers, in every frame. */
async function still(last: Locator): Promise<void> {
  await last.waitFor();
  for (const frame of last.page().frames()) {
    await frame.waitForFunction(() =>
      [...document.images].every((image) => image.complete || image.loading === 'lazy'),
    );
  }
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
