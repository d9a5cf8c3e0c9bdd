import { Router } from 'express';
import type { LocalSheets } from '../engine.ts';
import { invalid } from '../errors.ts';
import { asGoogleSaysIt, bodyOf, takeBody } from './edge.ts';

/** What a person may choose for a spreadsheet. */
const chosen = ['edit', 'view', 'none'] as const;

/**
 * What programs may do with a spreadsheet, for the person at its page; to be mounted at `/page/access`. GET `/:id`
 * tells it, PUT changes it; each answers `{access}`.
 */
export function accessRoutes(sheets: LocalSheets): Router {
  const router = Router();
  router.use(takeBody);
  router.get('/:id', (request, response) => {
    response.set('cache-control', 'no-store').json({ access: sheets.accessOf(request.params.id) });
  });
  router.put('/:id', (request, response) => {
    const { access: wanted }: { access?: unknown } = bodyOf(request.body);
    const access = chosen.find((each) => each === wanted);
    if (access === undefined) throw invalid(`access is one of ${chosen.join(', ')}.`);
    sheets.setAccess(request.params.id, access);
    response.json({ access });
  });
  router.use(asGoogleSaysIt);
  return router;
}
