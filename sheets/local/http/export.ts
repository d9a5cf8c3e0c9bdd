import { Router } from 'express';
import type { Doors } from '../callers.ts';
import type { LocalSheets } from '../engine.ts';
import { invalid } from '../errors.ts';
import { exported } from '../export/exported.ts';
import { exportFormats, MIME_TYPES } from '../export/formats.ts';
import { callerOf } from './caller.ts';
import { asGoogleSaysIt } from './edge.ts';

/**
 * A spreadsheet's address as on the web, to be mounted at `/spreadsheets/d`: `/ID/edit` leads to its page,
 * `/ID/export?format=csv&gid=SHEET` gives one sheet as text, other formats the whole.
 */
export function documentRoutes(engine: LocalSheets, doors: Doors): Router {
  const router = Router();
  router.get('/:id{/edit}', (request, response) => {
    response.redirect(`/?id=${encodeURIComponent(request.params.id)}`);
  });
  router.get('/:id/export', (request, response) => {
    const { id } = request.params;
    const { gid } = request.query;
    const format = exportFormats.find((each) => each === request.query.format);
    // Asked as whoever it is: this refuses whom the spreadsheet isn't open to.
    doors.callsOf(callerOf(request)).get({ spreadsheetId: id, fields: 'spreadsheetId' });
    if (!format) throw invalid(`A spreadsheet can be exported as ${exportFormats.join(', ')} only.`);
    response.type(MIME_TYPES[format]).send(exported(engine, id, gid === undefined ? undefined : Number(gid), format));
  });
  router.use(asGoogleSaysIt);
  return router;
}
