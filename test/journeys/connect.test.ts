import { describe, expect } from 'vitest';
import { journey, soon } from './league.ts';
import { openSheet } from './sheet.ts';
import { openStage } from './stage.ts';

describe('a Discord server without a league', () => {
  journey('gets one from whoever manages it, with nothing but a blank Sheet', async ({ league }) => {
    const { page } = await league.doorstep('priya', 'ana');
    const { panels, sheet } = await openStage(page, { server: 'moonlight' }, 'priya', 'ana');
    const { priya, ana } = panels;
    for (const panel of [priya, ana]) await panel.window.getByRole('button', { name: 'Authorize' }).click();
    await ana.sees('Moonlight Karts has no league yet');
    await ana.sees('Somebody who manages the server opens this panel and connects a Google Sheet.');

    await sheet.getByRole('button', { name: 'New spreadsheet' }).click();
    await sheet.getByRole('button', { name: 'Share' }).click();
    const shown = sheet.getByRole('textbox', { name: 'address' });
    await soon(() => shown.inputValue()).toContain('?id=');
    const address = await shown.inputValue();
    await sheet.getByRole('radio', { name: 'only look' }).check();
    await page.keyboard.press('Escape');

    const field = priya.inside.getByLabel('Paste its address here:');
    await field.fill('our sheet');
    await priya.press('Look at it');
    await priya.isTold("That isn't the address of a Google Sheet.");
    await field.fill(address);
    await priya.press('Look at it');
    await priya.isTold('In the Sheet, choose Share and make the league an Editor.');
    await sheet.getByRole('button', { name: 'Share' }).click();
    await sheet.getByRole('radio', { name: 'edit' }).check();
    await page.keyboard.press('Escape');
    await priya.press('Look at it');
    await priya.sees('Type this into any empty cell of “Untitled spreadsheet”:');
    const code = await priya.inside.getByText(/^KART-\w{4}-\w{4}$/).innerText();
    await priya.press("It's in the Sheet");
    await priya.sees("It isn't there yet.");

    const id = new URL(address).searchParams.get('id') ?? '';
    const book = openSheet(league.program.ports.sheet, id);
    await book.type('Sheet1!B3', code);
    await priya.press("It's in the Sheet");
    await priya.inside.getByRole('heading', { name: 'Standings' }).waitFor();
    await ana.press('Look again');
    await ana.inside.getByRole('heading', { name: 'Moonlight Karts' }).waitFor();

    await priya.press('Open a race');
    await ana.press('Join the race');
    await ana.sees("You're in.");
    await soon(() => book.results('Race 1')).toEqual(['Ana']);
    expect(await league.sheet.results('Race 6'), 'the other league goes its own way').toEqual(['Robin', 'Kiki 🌻']);
  });
});
