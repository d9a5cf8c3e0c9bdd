/** The page's calls to its spreadsheet. Nothing else here fetches. */
import type { NewFault } from '../faults/fault.ts';
import type { Access } from '../model/book.ts';
import type { BookView, Done, Entry } from '../view/calls.ts';
import type { ChartView } from '../view/chart.ts';
import type { TabView } from '../view/tab.ts';
import { waitingFor } from './busy.ts';
import type { Place } from './grid/place.ts';

/** A refusal of the API, in its own words. */
export class Refused extends Error {}

/** One request of `batchUpdate`, as the API takes it. */
export type Request = Record<string, unknown>;

/** Something that a person does: requests, what they typed, or both. */
export type Deed = { readonly requests?: readonly Request[]; readonly entry?: Entry };

/** The title and the tabs, hidden ones left out. */
export const getBook = (id: string): Promise<BookView> => send(book(id));

/** A tab with its cells: all, or those of the rows [from, to). */
export const getTab = (id: string, sheetId: number, rows?: readonly [number, number]): Promise<TabView> =>
  send(`${book(id)}/tabs/${sheetId}${rows ? `?rows=${rows[0]}-${rows[1]}` : ''}`);

export const getCharts = (id: string, sheetId: number): Promise<ChartView[]> =>
  send(`${book(id)}/tabs/${sheetId}/charts`);

/** What a cell's dropdown offers. */
export const getChoices = (id: string, sheetId: number, { row, column }: Place): Promise<string[]> =>
  send(`${book(id)}/tabs/${sheetId}/choices?row=${row}&column=${column}`);

/** Does all of it or none. @returns the step to take back, if anything changed */
export const perform = (id: string, deed: Deed): Promise<number | undefined> => done(`${book(id)}/do`, deed);

/** @returns the step that takes this back in turn */
export const takeBack = (id: string, step: number): Promise<number | undefined> => done(`${book(id)}/undo`, { step });

async function done(path: string, body: object): Promise<number | undefined> {
  const answer: Done = await send(path, { method: 'POST', body: JSON.stringify(body) });
  if ('refused' in answer) throw new Refused(answer.refused);
  return answer.step;
}

/** What programs may do with the spreadsheet. */
export async function getAccess(id: string): Promise<Access> {
  const body: { access: Access } = await send(`/page/access/${encodeURIComponent(id)}`, {});
  return body.access;
}

/** @returns what they may do from now on */
export async function setAccess(id: string, access: string): Promise<Access> {
  const init = { method: 'PUT', body: JSON.stringify({ access }) };
  const body: { access: Access } = await send(`/page/access/${encodeURIComponent(id)}`, init);
  return body.access;
}

/** Lets requests of other programs go wrong. */
export async function addFault(fault: NewFault): Promise<void> {
  await send('/faults', { method: 'POST', body: JSON.stringify(fault) });
}

/** Lets everything go well again. */
export async function clearFaults(): Promise<void> {
  await send('/faults', { method: 'DELETE' });
}

const book = (id: string): string => `/page/books/${encodeURIComponent(id)}`;

async function send<T>(path: string, init: RequestInit = {}): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  let response: Response;
  try {
    response = await waitingFor(fetch(path, { ...init, headers }));
  } catch {
    throw new Refused(
      init.method
        ? 'Not saved: the spreadsheet cannot be reached. Try again once it is back.'
        : 'The spreadsheet cannot be reached. What you see may be old.',
    );
  }
  const body = await response.json();
  if (response.ok) return body;
  const said: string = body.error?.message ?? `The spreadsheet answered with ${response.status}.`;
  // Which request of a batch it was means nothing to a person.
  throw new Refused(said.replace(/^Invalid requests\[\d+\]\.\w+: /, ''));
}
