/**
 * What every journey needs: a league of its own, as `npm start` begins it, and a stage in a real browser. The stage
 * stands on a free port and appears to the browser at http://localhost:3333.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openBrowser } from '../browser.ts';
import { openDetour } from '../sandbox/detour.ts';
import { type Ports, type Program, startProgram } from './program.ts';
import { openSheet, type Sheet } from './sheet.ts';
import { openStage, type Person, type Stage } from './stage.ts';

// A league, a browser and a whole race, on two cores that others use too.
vi.setConfig({ testTimeout: 90_000 });

export interface League {
  readonly program: Program;
  readonly sheet: Sheet;
  /** A stage with these people at panels, all of them signed in. */
  raceNight<P extends Person>(...persons: P[]): Promise<Stage<P>>;
  /** A stage with these people at panels, each of them being asked by Discord. */
  doorstep<P extends Person>(...persons: P[]): Promise<Stage<P>>;
}

/** One for each file that imports this. */
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A test with a `league` of its own. */
export const journey = test.extend('league', async ({ task }, { onCleanup }) => {
  const { league, close, photograph } = await openLeague({ detour: true });
  onCleanup(async () => {
    if (task.result?.state === 'fail') await photograph(task.name);
    await close();
  });
  return league;
});

export interface LeagueOptions {
  /** Whether the browser is led to the stage; without it the stage has to be on port 3333 itself. */
  detour: boolean;
  ports?: Partial<Ports>;
}

export async function openLeague({ detour, ports }: LeagueOptions) {
  const program = await startProgram(ports);
  const way = detour ? await openDetour(() => program.ports.stage) : undefined;
  const complaints: string[] = [];
  const screen: BrowserContextOptions = { viewport: { width: 1920, height: 1080 } };
  const context = await browser.newContext({ ...screen, ...(way && { proxy: { server: way.url } }) });

  // Short enough to fail before the test itself is given up.
  context.setDefaultTimeout(20_000);

  const league: League = {
    program,
    sheet: openSheet(program.ports.sheet),
    async doorstep(...persons) {
      const page = await context.newPage();
      listen(page, complaints);
      return openStage(page, { server: 'club' }, ...persons);
    },
    async raceNight(...persons) {
      const stage = await league.doorstep(...persons);
      for (const person of persons) await stage.panels[person].signIn();
      return stage;
    },
  };
  /** What was on the screen when a journey failed says more than its error. */
  const photograph = async (name: string) => {
    for (const [index, page] of context.pages().entries()) {
      const path = join(tmpdir(), `${name.replaceAll(/\W+/g, '-')}-${index}.png`);
      await page.screenshot({ path });
      console.error(`The screen of “${name}” when it failed: ${path}`);
    }
  };
  const close = async () => {
    await context.close();
    way?.close();
    await program.close();
    expect(complaints).toEqual([]);
  };
  return { league, close, photograph };
}

/** What nobody sees on the screen and still is wrong: an error in a script, or something that a policy blocked. */
function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const said = message.text();
    if (message.type() === 'error' && /Failed to parse|Content Security Policy/.test(said)) complaints.push(said);
  });
}

/** Asks again until it's so, for as long as a busy machine may take. */
export const soon = <T>(ask: () => T) => expect.poll(ask, { timeout: 20_000, interval: 100 });
