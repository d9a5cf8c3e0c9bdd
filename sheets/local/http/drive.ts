import { type ErrorRequestHandler, type Request, type RequestHandler, Router } from 'express';
import type { Doors } from '../callers.ts';
import { asDriveError, badRequest, DriveError, fileNotFound, notAllowed, permissionNotFound } from '../drive/errors.ts';
import { fileOf, filesMeant, SPREADSHEET } from '../drive/files.ts';
import { everybody, share, unshare, type Wanted, withRole } from '../drive/permissions.ts';
import type { LocalSheets } from '../engine.ts';
import { unauthenticated } from '../errors.ts';
import { exported } from '../export/exported.ts';
import { formatOfMimeType, MIME_TYPES } from '../export/formats.ts';
import { parseMask, project } from '../wire/mask.ts';
import { callerOf } from './caller.ts';
import { bodyOf, saidOf, takeBody } from './edge.ts';
import { queryOf } from './query.ts';

/** Parameters of Drive that mean nothing where there are no shared drives, and nobody to write mail to. */
const WITHOUT_MEANING = [
  'corpora',
  'emailMessage',
  'enforceExpansiveAccess',
  'includeItemsFromAllDrives',
  'includePermissionsForView',
  'moveToNewOwnersRoot',
  'orderBy',
  'pageSize',
  'sendNotificationEmail',
  'spaces',
  'supportsAllDrives',
  'supportsTeamDrives',
  'transferOwnership',
  'useDomainAdminAccess',
];

type Options = {
  readonly engine: LocalSheets;
  readonly doors: Doors;
  readonly strict: boolean;
  readonly random: () => number;
};

/**
 * Of the Drive API v3 what clients of spreadsheets use: making, finding and deleting them, whom they're shared with, and
 * a spreadsheet to take away. To be mounted at `/drive/v3/files`.
 */
export function driveApi({ engine, doors, strict, random }: Options): Router {
  const router = Router();
  const mayRead = (id: string) => {
    const book = engine.list().find((each) => each.id === id);
    if (!book || doors.accessOf(id) === 'none') throw fileNotFound(id);
    return book;
  };
  const mayChange = (id: string) => {
    const book = mayRead(id);
    if (doors.accessOf(id) === 'view') throw notAllowed();
    return book;
  };

  router.use(takeBody);
  router.use((request, _, next) => {
    if (strict && callerOf(request) !== 'account') throw unauthenticated();
    next();
  });

  router.get('/', (request, response) => {
    const search = parametersOf(request, ['q']).text('q') ?? '';
    const readable = engine.list().filter(({ id }) => doors.accessOf(id) !== 'none');
    const files = filesMeant(readable, search).map(fileOf);
    response.json(shown(request, { kind: 'drive#fileList', files }));
  });

  router.post('/', (request, response) => {
    const { name, mimeType }: { name?: unknown; mimeType?: unknown } = bodyOf(request.body);
    parametersOf(request);
    if (mimeType !== SPREADSHEET) throw badRequest(`Only files of the type ${SPREADSHEET} can be made here.`);
    const title = typeof name === 'string' ? name : 'Untitled spreadsheet';
    const { spreadsheetId } = engine.spreadsheets.create({ requestBody: { properties: { title } } });
    response.json(shown(request, fileOf(mayRead(spreadsheetId ?? ''))));
  });

  router.get('/:id', (request, response) => {
    parametersOf(request);
    response.json(shown(request, fileOf(mayRead(request.params.id))));
  });

  router.delete('/:id', (request, response) => {
    parametersOf(request);
    engine.removeSpreadsheet(mayChange(request.params.id).id);
    response.status(204).end();
  });

  router.get('/:id/export', (request, response) => {
    const wanted = parametersOf(request, ['mimeType']).text('mimeType');
    const { id } = mayRead(request.params.id);
    const format = formatOfMimeType(wanted);
    if (!format) throw badRequest(`A spreadsheet can be exported as ${Object.values(MIME_TYPES).join(', ')} only.`);
    response.type(MIME_TYPES[format]).send(exported(engine, id, undefined, format));
  });

  router.get('/:id/permissions', (request, response) => {
    parametersOf(request);
    const { id } = mayRead(request.params.id);
    const permissions = everybody(engine.permissionsOf(id)).map(asResource);
    response.json(shown(request, { kind: 'drive#permissionList', permissions }));
  });

  router.post('/:id/permissions', (request, response) => {
    parametersOf(request);
    const { id } = mayChange(request.params.id);
    const wanted: Wanted = bodyOf(request.body);
    const { shared, permission } = share(engine.permissionsOf(id), wanted, random);
    engine.setPermissions(id, shared);
    response.json(shown(request, asResource(permission)));
  });

  router.get('/:id/permissions/:permission', (request, response) => {
    parametersOf(request);
    const { id } = mayRead(request.params.id);
    const found = everybody(engine.permissionsOf(id)).find((each) => each.id === request.params.permission);
    if (!found) throw permissionNotFound(request.params.permission);
    response.json(shown(request, asResource(found)));
  });

  router.patch('/:id/permissions/:permission', (request, response) => {
    parametersOf(request);
    const { id } = mayChange(request.params.id);
    const { role }: Wanted = bodyOf(request.body);
    const { shared, permission } = withRole(engine.permissionsOf(id), request.params.permission, role);
    engine.setPermissions(id, shared);
    response.json(shown(request, asResource(permission)));
  });

  router.delete('/:id/permissions/:permission', (request, response) => {
    parametersOf(request);
    const { id } = mayChange(request.params.id);
    engine.setPermissions(id, unshare(engine.permissionsOf(id), request.params.permission));
    response.status(204).end();
  });

  router.use(notThere);
  router.use(asDriveSaysIt);
  return router;
}

const asResource = (permission: object): object => ({ kind: 'drive#permission', ...permission });

const parametersOf = (request: Request, names: readonly string[] = []) =>
  queryOf(new URL(request.originalUrl, 'http://localhost').searchParams, [...names, ...WITHOUT_MEANING]);

function shown(request: Request, resource: object): unknown {
  const fields = parametersOf(request, ['q', 'mimeType']).text('fields');
  return fields ? project(parseMask(fields), resource) : resource;
}

const notThere: RequestHandler = () => {
  throw badRequest('This spreadsheet does not have this method of Drive.');
};

const asDriveSaysIt: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const said = error instanceof DriveError ? error : asDriveError(saidOf(error));
  response.status(said.code).json(said.body());
};
