import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLocalSheets } from '../../../sheets/local/open.ts';

const MAIN = join(import.meta.dirname, '../../../sheets/local/main.ts');

let dir: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sheets-'));
});
afterEach(async () => {
  for (const child of children.splice(0))
    if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit');
  await rm(dir, { recursive: true });
});

const run = (...args: string[]): ChildProcess => {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  return child;
};

/** The first line of a stream. */
async function firstLine(stream: ChildProcess['stdout']): Promise<string> {
  if (!stream) throw new Error('The child has no such stream.');
  const [line] = await once(createInterface(stream), 'line');
  return line;
}

/** Starts it on the test's folder. @returns its address */
async function start(): Promise<{ child: ChildProcess; url: string }> {
  const child = run('--port', '0', '--data', dir);
  const url = /http:\/\/localhost:\d+/.exec(await firstLine(child.stdout))?.[0] ?? '';
  return { child, url };
}

const send = async (url: string, method: string, body: object): Promise<{ spreadsheetId: string }> => {
  const answer = await fetch(url, { method, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
};

describe('A kill at any moment', () => {
  it('loses nothing that was answered, and leaves no batch half done', { timeout: 60_000 }, async () => {
    const { child, url } = await start();
    const root = `${url}/v4/spreadsheets`;
    const { spreadsheetId } = await send(root, 'POST', {});
    let answered = 0;
    // Each batch writes its number into two tabs: after the kill both must say the same.
    await send(`${root}/${spreadsheetId}:batchUpdate`, 'POST', {
      requests: [{ addSheet: { properties: { sheetId: 7, title: 'Copy' } } }],
    });
    const writing = (async () => {
      for (let n = 1; ; n++) {
        const rows = [{ values: [{ userEnteredValue: { numberValue: n } }] }];
        const write = (sheetId: number) => ({
          updateCells: { start: { sheetId, rowIndex: n % 50, columnIndex: 0 }, rows, fields: 'userEnteredValue' },
        });
        await send(`${root}/${spreadsheetId}:batchUpdate`, 'POST', { requests: [write(0), write(7)] });
        answered = n;
        if (n === 120) child.kill('SIGKILL');
      }
    })();
    await expect(writing).rejects.toThrow();

    const again = await openLocalSheets({ dir, port: 0, now: Date.now, random: Math.random });
    try {
      const read = (range: string) =>
        again.engine.spreadsheets.values.get({ spreadsheetId, range, valueRenderOption: 'UNFORMATTED_VALUE' }).values;
      const numbers = read('Sheet1!A1:A50')?.flat() ?? [];
      const latest = Math.max(...numbers.map(Number));
      expect(latest).toBeGreaterThanOrEqual(answered);
      expect(latest).toBeLessThanOrEqual(answered + 1);
      expect(read('Copy!A1:A50')).toEqual(read('Sheet1!A1:A50'));
    } finally {
      await again.close();
    }
  });
});

describe('What is kept', () => {
  const open = () => openLocalSheets({ dir, port: 0, now: Date.now, random: Math.random });

  it('comes back as it was: formats, notes, rules, sizes, merges, named ranges, the order of tabs', async () => {
    const first = await open();
    first.engine.ensureSpreadsheet('league', 'The league');
    const { spreadsheets } = first.engine;
    const whole = { sheetId: 5, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 };
    spreadsheets.batchUpdate({
      spreadsheetId: 'league',
      requestBody: {
        requests: [
          { addSheet: { properties: { sheetId: 5, title: 'Results', index: 0, hidden: false } } },
          {
            repeatCell: {
              range: whole,
              cell: {
                note: 'n',
                userEnteredValue: { boolValue: false },
                userEnteredFormat: { textFormat: { bold: true } },
              },
              fields: '*',
            },
          },
          { setDataValidation: { range: whole, rule: { condition: { type: 'BOOLEAN' }, strict: true } } },
          { mergeCells: { range: whole, mergeType: 'MERGE_COLUMNS' } },
          { addNamedRange: { namedRange: { namedRangeId: 'a', name: 'cozy', range: whole } } },
          {
            updateDimensionProperties: {
              range: { sheetId: 5, dimension: 'COLUMNS', startIndex: 3, endIndex: 4 },
              properties: { pixelSize: 222 },
              fields: 'pixelSize',
            },
          },
          { insertDimension: { range: { sheetId: 5, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } },
          { deleteDimension: { range: { sheetId: 5, dimension: 'ROWS', startIndex: 3, endIndex: 4 } } },
        ],
      },
    });
    const everything = (opened: typeof first) => {
      const { spreadsheetUrl: _, ...rest } = opened.engine.spreadsheets.get({
        spreadsheetId: 'league',
        includeGridData: true,
      });
      return rest;
    };
    const before = everything(first);
    await first.close();
    const second = await open();
    expect(everything(second)).toEqual(before);
    await second.close();
  });

  it('is forgotten when a spreadsheet is removed', async () => {
    const first = await open();
    first.engine.ensureSpreadsheet('a', 'A');
    first.engine.ensureSpreadsheet('b', 'B');
    first.engine.removeSpreadsheet('a');
    await first.close();
    const second = await open();
    expect(second.engine.list().map((book) => book.id)).toEqual(['b']);
    await second.close();
  });
});

describe('Started by itself', () => {
  it('says where it is, and ends cleanly when asked', async () => {
    const { child, url } = await start();
    expect((await fetch(url)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('says in one sentence that the port is in use', async () => {
    const { url } = await start();
    const port = new URL(url).port;
    const second = run('--port', port, '--data', join(dir, 'second'));
    expect(await firstLine(second.stderr)).toBe(
      `Port ${port} is in use by another program. Stop that one, or choose another with --port.`,
    );
    expect(await once(second, 'exit')).toEqual([1, null]);
  });

  it('says in one sentence that the folder cannot be used', async () => {
    const file = join(dir, 'a file');
    await writeFile(file, '');
    const child = run('--port', '0', '--data', file);
    expect(await firstLine(child.stderr)).toMatch(
      /^The folder .*a file cannot be used .* choose another with --data\.$/,
    );
    expect(await once(child, 'exit')).toEqual([1, null]);
  });
});
