import type { ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { BookChange, LocalSheets } from '../engine.ts';
import type { Faults } from '../faults/queue.ts';
import type { Sheet } from '../model/book.ts';

/** What a page is told of a change: which sheets, and of each which rows [from, to); none: all of it. */
type LiveChange = {
  readonly sheets: readonly { readonly sheetId: number; readonly rows?: readonly [from: number, to: number] }[];
  /** Tabs were added, deleted, renamed or moved. */
  readonly tabs: boolean;
  /** The spreadsheet was deleted. */
  readonly gone: boolean;
};

/** Some proxies and browsers close a silent stream: a comment now and then keeps it. */
const HEARTBEAT = 20_000;

/**
 * Server-sent events: what changes in one spreadsheet, to everybody who has it open; and, as events of their own, the
 * faults that are still to come.
 * @returns the route for `GET /live?id=…` and what ends every open stream
 */
export function liveChanges(sheets: LocalSheets, faults: Faults): { route: RequestHandler; close: () => void } {
  const open = new Map<ServerResponse, string>();
  const faultsNow = () => `event: faults\ndata: ${JSON.stringify(faults.now())}\n\n`;
  const stopFaults = faults.onChange(() => {
    for (const response of open.keys()) response.write(faultsNow());
  });
  const stop = sheets.onChange((change) => {
    const id = (change.after ?? change.before)?.id;
    const event = `data: ${JSON.stringify(describe(change))}\n\n`;
    for (const [response, spreadsheetId] of open) if (spreadsheetId === id) response.write(event);
  });
  const beat = setInterval(() => {
    for (const response of open.keys()) response.write(': still here\n\n');
  }, HEARTBEAT);
  beat.unref();

  const route: RequestHandler = (request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`retry: 1000\n\n${faultsNow()}`);
    open.set(response, String(request.query.id ?? ''));
    response.on('close', () => open.delete(response));
  };
  const close = () => {
    stop();
    stopFaults();
    clearInterval(beat);
    for (const response of open.keys()) response.destroy();
  };
  return { route, close };
}

function describe({ before, after }: BookChange): LiveChange {
  const old = before?.sheets ?? [];
  const now = after?.sheets ?? [];
  const tabs =
    old.length !== now.length ||
    before?.properties !== after?.properties ||
    now.some((sheet, i) => old[i]?.id !== sheet.id || tabLooks(old[i]) !== tabLooks(sheet));
  const changed = now.filter((sheet) => !old.includes(sheet));
  return {
    tabs,
    gone: after === undefined,
    sheets: changed.map((sheet) => {
      const rows = changedRows(
        old.find((each) => each.id === sheet.id),
        sheet,
      );
      return { sheetId: sheet.id, ...(rows && { rows }) };
    }),
  };
}

const tabLooks = (sheet: Sheet | undefined): string => JSON.stringify([sheet?.title, sheet?.properties]);

/** The span of rows that differ; undefined where more than cells changed. */
function changedRows(before: Sheet | undefined, after: Sheet): [from: number, to: number] | undefined {
  if (!before || shapeOf(before) !== shapeOf(after)) return undefined;
  const height = Math.max(before.rows.length, after.rows.length);
  let from = 0;
  while (from < height && before.rows[from] === after.rows[from]) from += 1;
  let to = height;
  while (to > from && before.rows[to - 1] === after.rows[to - 1]) to -= 1;
  return [from, to];
}

const shapeOf = ({ rows: _, ...rest }: Sheet): string => JSON.stringify(rest);
