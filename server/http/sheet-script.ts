/** GET /api/sheet-script: what a host pastes into the Sheet, so that it tells the league of edits at once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Router } from 'express';
import type { SheetScriptAnswer } from '../contract/sheet.ts';
import type { Askers } from './member.ts';
import { rootOf } from './root.ts';

export interface SheetScriptOptions {
  askers: Askers;
  /** Discord's application, which is our activity. */
  activity: string;
  /** The secret of a league, by its ID. */
  secretOf: (league: string) => Promise<string>;
  /** Where the world finds us, without a slash at the end; undefined if nobody said so. */
  publicUrl: string | undefined;
  /** A stand-in plays: then nobody but this machine is let in, whatever the address. */
  sandbox: boolean;
}

const source = readFileSync(join(import.meta.dirname, '..', '..', 'sheets', 'apps-script', 'cozy-kart.gs'), 'utf8');

export function sheetScriptRoute({ askers, activity, secretOf, publicUrl, sandbox }: SheetScriptOptions): Router {
  const router = Router();
  router.get('/sheet-script', async (request, response) => {
    const { league } = await askers.hostOf(request);
    const script = filledIn({
      SERVER: rootOf(request, publicUrl),
      LEAGUE: league.slug,
      SECRET: await secretOf(league.id),
      ACTIVITY: `https://discord.com/activities/${activity}`,
    });
    const reachable = publicUrl !== undefined && !sandbox;
    response.set('cache-control', 'private, no-store').json({ script, reachable } satisfies SheetScriptAnswer);
  });
  return router;
}

/** The script with its constants set. A JSON string is a JavaScript string, whatever is in it. */
function filledIn(values: Record<string, string>): string {
  return Object.entries(values).reduce((text, [name, value]) => {
    const line = `const ${name} = '';`;
    if (!text.includes(line)) throw new Error(`sheets/apps-script/cozy-kart.gs has no line “${line}”`);
    return text.replace(line, () => `const ${name} = ${JSON.stringify(value)};`);
  }, source);
}
