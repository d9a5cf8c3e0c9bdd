/** Drive's side of spreadsheets, as other clients ask for it, over plain HTTP. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenedLocalSheets, openLocalSheets } from '../../../sheets/local/open.ts';

const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';

let local: OpenedLocalSheets;
let id: string;

beforeAll(async () => {
  local = await openLocalSheets({ port: 0, now: () => 0, random: Math.random });
});
afterAll(() => local.close());
beforeEach(async () => {
  const made = await ask('POST', '', { name: "Ana's night", mimeType: SPREADSHEET });
  id = made.body.id;
});

async function ask(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const answer = await fetch(`${local.url}/drive/v3/files${path}`, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : text };
}

describe('A file of Drive', () => {
  it('is made, told, found by its name, and deleted', async () => {
    const file = { kind: 'drive#file', id, name: "Ana's night", mimeType: SPREADSHEET };
    expect((await ask('GET', `/${id}`)).body).toEqual(file);
    expect((await ask('GET', `/${id}?fields=name&supportsAllDrives=true`)).body).toEqual({ name: "Ana's night" });
    const q = encodeURIComponent(`mimeType="${SPREADSHEET}" and name = "Ana's night" and trashed=false`);
    expect((await ask('GET', `?q=${q}`)).body.files).toContainEqual(file);
    expect(await ask('DELETE', `/${id}/`)).toEqual({ status: 204, body: '' });
    expect((await ask('GET', `?q=${q}&fields=files(id)`)).body.files).not.toContainEqual({ id });
    expect(await ask('DELETE', `/${id}`)).toEqual({
      status: 404,
      body: {
        error: {
          code: 404,
          message: `File not found: ${id}.`,
          errors: [{ message: `File not found: ${id}.`, domain: 'global', reason: 'notFound' }],
        },
      },
    });
  });

  it('is exported as text, with what is shown in its first tab', async () => {
    const write = { spreadsheetId: id, range: 'A1', valueInputOption: 'USER_ENTERED' };
    const values = [
      ['say "hi"', '1,5', 'two\nlines'],
      ['=1+1', '5%'],
    ];
    local.engine.spreadsheets.values.update({ ...write, requestBody: { values } });
    const csv = await ask('GET', `/${id}/export?mimeType=text/csv`);
    expect(csv.body).toBe('"say ""hi""","1,5","two\nlines"\r\n2,5%,');
    const tsv = await ask('GET', `/${id}/export?mimeType=text/tab-separated-values`);
    expect(tsv.body).toBe('say "hi"\t1,5\ttwo lines\r\n2\t5%\t');
  });

  it('is shared, its sharing changed, and ended', async () => {
    const sharing = `/${id}/permissions`;
    const shared = await ask('POST', sharing, { type: 'anyone', role: 'reader' });
    expect(shared.body).toEqual({ kind: 'drive#permission', id: 'anyoneWithLink', type: 'anyone', role: 'reader' });
    expect((await ask('PATCH', `${sharing}/anyoneWithLink`, { role: 'writer' })).body.role).toBe('writer');
    expect((await ask('GET', `${sharing}/anyoneWithLink?fields=role`)).body).toEqual({ role: 'writer' });
    expect((await ask('GET', `${sharing}?fields=permissions(type)`)).body).toEqual({
      permissions: [{ type: 'user' }, { type: 'anyone' }],
    });
    expect((await ask('DELETE', `${sharing}/anyoneWithLink`)).status).toBe(204);
    expect((await ask('DELETE', `${sharing}/owner`)).status).toBe(403);
  });

  it.each([
    ['POST', '', { name: 'Notes', mimeType: 'text/plain' }, 'Only files of the type'],
    ['GET', '?q=starred%3Dtrue', undefined, 'does not understand "starred=true"'],
    ['GET', '?colour=red', undefined, 'Unknown name "colour"'],
    ['GET', '/ID/export?mimeType=application/msword', undefined, 'can be exported as text/csv, '],
    ['POST', '/ID/permissions', { type: 'everybody', role: 'reader' }, 'type field is required'],
    ['POST', '/ID/permissions', { type: 'anyone', role: 'viewer' }, 'role field is required'],
    ['POST', '/ID/permissions', { type: 'user', role: 'reader' }, 'emailAddress is invalid'],
    ['POST', '/ID/permissions', { type: 'user', role: 'owner', emailAddress: 'a@b.example' }, 'cannot be changed'],
    ['POST', '/ID/copy', {}, 'does not have this method'],
  ])('refuses %s %s %j plainly', async (method, path, body, message) => {
    const answer = await ask(method, path.replace('ID', id), body);
    expect([answer.status, answer.body.error.message]).toEqual([400, expect.stringContaining(message)]);
  });
});

it('The address of a spreadsheet leads to its page, and gives a tab as text', async () => {
  const { spreadsheetUrl = '' } = local.engine.spreadsheets.get({ spreadsheetId: id });
  expect(spreadsheetUrl).toBe(`${local.url}/spreadsheets/d/${id}/edit`);
  expect(await (await fetch(spreadsheetUrl ?? '')).text()).toContain(`data-spreadsheet="${id}"`);
  const exported = await fetch(`${local.url}/spreadsheets/d/${id}/export?format=csv&gid=99`);
  expect([exported.status, (await exported.json()).error.message]).toEqual([400, 'No sheet with id: 99']);
});
