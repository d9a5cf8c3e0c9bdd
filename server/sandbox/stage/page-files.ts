import { readFile } from 'node:fs/promises';
import { type Request, Router } from 'express';

const folder = new URL('./page/', import.meta.url);
const types: Record<string, string> = {
  html: 'text/html',
  css: 'text/css',
  svg: 'image/svg+xml',
  ts: 'text/javascript',
};

/**
 * The stage's page: `GET /` and the files beside it. Its modules are TypeScript; the types come off when a module is
 * first asked for, and the answer is kept.
 */
export function pageFiles(): Router {
  const stripped = new Map<string, Promise<string>>();
  const router = Router();
  router.get('/', async (_request, response) => {
    response
      .type('text/html')
      .set('content-security-policy', policy)
      .send(await readFile(new URL('index.html', folder)));
  });
  router.get(['/page/:file', '/page/:room/:file'], async (request: Request<Params>, response, next) => {
    const { room, file: name } = request.params;
    const file = room === undefined ? name : `${room}/${name}`;
    // A plain name with a known ending, in a room with a plain name: nothing outside the folder can be asked for.
    const type = types[/^(?:[a-z]+\/)?[a-z-]+\.([a-z]+)$/.exec(file)?.[1] ?? ''];
    if (!type) return next();
    const read = stripped.get(file) ?? load(file);
    stripped.set(file, read);
    const body = await read.catch(() => null);
    if (body === null) return next();
    response.type(type).set('cache-control', 'no-cache').send(body);
  });
  return router;
}

type Params = { room?: string; file: string };

// The frames are the panels, on host names of their own, and the Sheet's page on another port.
const policy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' http://stage.localhost:*",
  'frame-src http://localhost:* http://*.localhost:*',
  "frame-ancestors 'none'",
].join('; ');

async function load(file: string): Promise<string> {
  const source = await readFile(new URL(file, folder), 'utf8');
  if (!file.endsWith('.ts')) return source;
  // Vite brings the transformer and is here whenever a stage is (Node's own stripper warns that it is experimental).
  const { transformWithOxc } = await import('vite');
  return (await transformWithOxc(source, file, { sourcemap: false })).code;
}
