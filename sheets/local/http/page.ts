import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import type { LocalSheets } from '../engine.ts';
import { pageScript } from './scripts.ts';

const TABULATOR = join(dirname(createRequire(import.meta.url).resolve('tabulator-tables')), '..');
const IMPORTS = JSON.stringify({ imports: { 'tabulator-tables': '/page/tabulator.js' } });

/** Any page on this machine may show the spreadsheet in a frame, none elsewhere. */
const CSP = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash('sha256').update(IMPORTS).digest('base64')}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors http://localhost:* http://127.0.0.1:* http://*.localhost:*',
].join('; ');

/** The spreadsheet as a person sees it: `/` and what it loads. */
export function pageRoutes(sheets: LocalSheets): Router {
  const router = Router();
  router.get('/', home(sheets));
  router.get('/page/page.css', (_, response) => response.sendFile(join(import.meta.dirname, '..', 'page', 'page.css')));
  router.get('/page/tabulator.css', (_, response) =>
    response.sendFile(join(TABULATOR, 'css', 'tabulator_simple.min.css')),
  );
  router.get('/page/tabulator.js', (_, response) =>
    response.type('text/javascript').sendFile(join(TABULATOR, 'js', 'tabulator_esm.min.mjs')),
  );
  router.get('/page/:module', async (request, response, next) => {
    const script = await pageScript(request.params.module);
    if (script === undefined) next();
    else response.type('text/javascript').set('cache-control', 'no-cache').send(script);
  });
  return router;
}

const home =
  (sheets: LocalSheets): RequestHandler =>
  (request, response) => {
    const books = sheets.list();
    const wanted = typeof request.query.id === 'string' ? request.query.id : undefined;
    const book = wanted === undefined && books.length === 1 ? books[0] : books.find((each) => each.id === wanted);
    response.set('content-security-policy', CSP).set('cache-control', 'no-store');
    if (book) response.send(spreadsheetPage(book.id, book.properties.title ?? ''));
    else response.status(wanted === undefined ? 200 : 404).send(listPage(books, wanted));
  };

const spreadsheetPage = (id: string, title: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page/tabulator.css">
<link rel="stylesheet" href="/page/page.css">
<script type="importmap">${IMPORTS}</script>
<script type="module" src="/page/main.ts"></script>
</head>
<body data-spreadsheet="${escaped(id)}">
<header>
  <h1 id="title">${escaped(title)}</h1>
  <span id="status" role="status">Connecting…</span>
  <div role="toolbar" aria-label="Rows">
    <button type="button" id="undo" disabled>Undo</button>
    <button type="button" id="insert">Insert row</button>
    <button type="button" id="delete">Delete row</button>
    <button type="button" id="ascending" title="Sort the rows by the selected column, A to Z">Sort A–Z</button>
    <button type="button" id="descending" title="Sort the rows by the selected column, Z to A">Sort Z–A</button>
  </div>
</header>
<div class="entry">
  <output id="place" aria-label="Selected cells">A1</output>
  <input id="formula" aria-label="Entry of the selected cell" autocomplete="off" spellcheck="false">
</div>
<main id="grid"></main>
<div id="tabs" role="tablist" aria-label="Tabs of the spreadsheet"></div>
<div id="message" role="alert"></div>
</body>
</html>
`;

function listPage(books: ReturnType<LocalSheets['list']>, missing: string | undefined): string {
  const items = books.map(
    ({ id, properties }) => `<li><a href="/?id=${encodeURIComponent(id)}">${escaped(properties.title ?? '')}</a></li>`,
  );
  const said = missing === undefined ? '' : `<p>There is no spreadsheet with the id “${escaped(missing)}” here.</p>`;
  const list = items.length > 0 ? `<ul>${items.join('\n')}</ul>` : '<p>No spreadsheet has been made yet.</p>';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Spreadsheets</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page/page.css">
<script type="module" src="/page/list.ts"></script>
</head>
<body class="list">
<h1>Spreadsheets</h1>
${said}
${list}
<button type="button" id="new" disabled>New spreadsheet</button>
<p id="message" role="alert"></p>
</body>
</html>
`;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
