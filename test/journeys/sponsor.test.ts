import { describe, expect } from 'vitest';
import { journey, soon } from './league.ts';

describe('a sponsor', () => {
  journey('is seen in the panel and on the page, which counts, and has a report and a workbook', async ({ league }) => {
    const { program } = league;
    const sheets = `http://127.0.0.1:${program.ports.sheet}/v4/spreadsheets`;
    const put = async (range: string, values: string[][]) => {
      const url = `${sheets}/cozy-kart-league/values/${encodeURIComponent(range)}?valueInputOption=RAW`;
      const body = JSON.stringify({ values });
      expect((await fetch(url, { method: 'PUT', body, headers: { 'content-type': 'application/json' } })).ok).toBe(
        true,
      );
    };
    const { panels, page } = await league.raceNight('host', 'ana');
    // Open panels follow: nobody reloads anything.
    await put('Sponsors!A2:E2', [['Orbit', '', '', 'https://orbit.example/shop', 'Tea for racers']]);
    const { values } = await (await fetch(`${sheets}/cozy-kart-league/values/Seasons!1:1`)).json();
    const column = String.fromCharCode(65 + values[0].indexOf('Sponsor'));
    await put(`Seasons!${column}2`, [['Orbit']]);
    await panels.ana.sees('Presented by');
    await panels.ana.sees('Tea for racers');
    // Below the table: only who gets there has seen it.
    await panels.ana.inside.getByText('Presented by').scrollIntoViewIfNeeded();
    await panels.host.openDesk('Sponsors');
    await panels.host.sees('on the screens now');
    await panels.host.sees('It has no logo: its name stands for it.');
    await panels.host.inside.getByText('How it looks everywhere else').click();
    for (const name of ['The standings, presented by Orbit', 'The podium, presented by Orbit']) {
      const picture = panels.host.inside.getByRole('img', { name });
      await picture.scrollIntoViewIfNeeded();
      await soon(() => picture.evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0))).toBe(800);
    }
    await panels.host.sees('It is connected, and kept up to date.');
    const workbook = panels.host.part('The sponsor workbook').getByRole('link', { name: 'Open it' });
    expect(await workbook.getAttribute('href')).toMatch(/\/spreadsheets\/d\/cozy-kart-sponsors\/edit$/);

    const publicPage = await page.context().newPage();
    const told = publicPage.waitForResponse(/\/seen$/);
    await publicPage.goto(`http://localhost:${program.ports.panel}/league/league`);
    await told;
    expect(await publicPage.getByRole('link', { name: /Orbit/ }).getAttribute('href')).toMatch(
      /^\/go\/league\/\w+\?from=page$/,
    );

    const report = await panels.host.inside.getByRole('link', { name: 'Their report' }).getAttribute('href');
    const counts = async () => {
      await publicPage.goto(report ?? '');
      return publicPage.locator('.figures li').allInnerTexts();
    };
    await soon(async () => (await counts()).slice(0, 2).map((line) => Number(line.match(/\d+/)?.[0]))).toEqual([1, 1]);
  });
});
