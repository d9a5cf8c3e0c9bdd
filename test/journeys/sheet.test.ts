import type { FrameLocator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { journey, soon } from './league.ts';

describe("the Sheet's page", () => {
  journey('takes a corrected place, and the panels follow', async ({ league }) => {
    const { panels, sheet } = await league.raceNight('host', 'ana');
    await cell(sheet, 'C2', '2').waitFor();
    await typeInto(sheet, 'C2', 'DNF');
    for (const panel of [panels.host, panels.ana]) {
      await soon(async () => (await panel.standings()).slice(0, 3)).toEqual(['1 Robin 54', '2 Priya 52', '3 Ana 51']);
    }
  });

  journey('takes a row that somebody adds by hand without an ID', async ({ league }) => {
    const { panels, sheet } = await league.raceNight('ana');
    await cell(sheet, 'A2', 'Race 1').click();
    await sheet.getByRole('button', { name: 'Insert row' }).click();
    await cell(sheet, 'A3', 'Race 1').waitFor();
    await typeInto(sheet, 'A2', 'Race 6');
    await typeInto(sheet, 'B2', 'Zoë');
    await panels.ana.sees('5 free places');
    await soon(async () => (await league.sheet.rows('Results'))[1]?.[7]).toMatch(/\S/);
    expect(await league.sheet.results('Race 6')).toEqual(['Zoë', 'Robin', 'Kiki 🌻']);
  });

  journey('keeps the last good value of a cell that makes no sense, and tells hosts which cell', async ({ league }) => {
    const { panels, sheet } = await league.raceNight('host', 'ana');
    await typeInto(sheet, 'C2', '1O');
    await panels.host.inside.getByText('1 thing to fix in the Sheet').click();
    await panels.host.sees('Results!C2');
    await panels.host.sees('“1O” is not a position.');
    await panels.host.sees('Use 1 to 8, DNF, DSQ or DNS.');
    expect(await panels.ana.inside.getByText('thing to fix').count()).toBe(0);
    await soon(async () => (await panels.ana.standings())[0]).toBe('1 Ana 62');

    await typeInto(sheet, 'C2', '2');
    await panels.host.seesNoMore('1 thing to fix in the Sheet');
  });
});

/** A cell by its place, with what is in it. */
function cell(sheet: FrameLocator, place: string, text: string) {
  return sheet.getByRole('gridcell', { name: `${place} ${text}`.trim(), exact: true });
}

async function typeInto(sheet: FrameLocator, place: string, text: string): Promise<void> {
  const target = sheet.getByRole('gridcell', { name: new RegExp(`^${place}( |$)`) });
  await target.click();
  await target.page().keyboard.type(text);
  await target.page().keyboard.press('Enter');
  await cell(sheet, place, text).waitFor();
}
