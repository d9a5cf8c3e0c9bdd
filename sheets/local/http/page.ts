import { join } from 'node:path';
import { type RequestHandler, type Response, Router } from 'express';
import type { LocalSheets } from '../engine.ts';
import { pageModules, pageScript } from './scripts.ts';
import { shareMenu } from './share-menu.ts';
import { troubleMenu } from './trouble-menu.ts';

const FOLDER = join(import.meta.dirname, '..', 'page');
const STYLES = ['page.css', 'grid.css'] as const;

/** Any page on this machine may show the spreadsheet in a frame, none elsewhere. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors http://localhost:* http://127.0.0.1:* http://*.localhost:*',
].join('; ');

/** Spreadsheets as a person sees them: one at `/`, the list at `/all`, and what they load. */
export function pageRoutes(sheets: LocalSheets): Router {
  const router = Router();
  router.get('/', home(sheets));
  router.get('/all', (request, response) => {
    const { gone } = request.query;
    const said = typeof gone === 'string' && gone !== '' ? `“${gone}” has been deleted.` : undefined;
    sendPage(response, listPage(sheets.list(), said));
  });
  for (const style of STYLES) {
    router.get(`/page/${style}`, (_, response) =>
      response.set('cache-control', 'no-cache').sendFile(join(FOLDER, style)),
    );
  }
  router.get('/page/*module', async (request, response, next) => {
    const script = await pageScript(request.params.module.join('/'));
    if (script === undefined) next();
    else response.type('text/javascript').set('cache-control', 'no-cache').send(script);
  });
  return router;
}

/** All that the page of a spreadsheet loads, named at once: one asks for the other in many steps. */
const MODULES = pageModules.filter((module) => module !== '/page/list.ts');

const home =
  (sheets: LocalSheets): RequestHandler =>
  (request, response) => {
    const books = sheets.list();
    const wanted = typeof request.query.id === 'string' ? request.query.id : undefined;
    const book = wanted === undefined && books.length === 1 ? books[0] : books.find((each) => each.id === wanted);
    if (book) sendPage(response, spreadsheetPage(book.id, book.properties.title ?? ''));
    else if (wanted === undefined) sendPage(response, listPage(books));
    else sendPage(response.status(404), listPage(books, `There is no spreadsheet with the id “${wanted}” here.`));
  };

const sendPage = (response: Response, page: string): void =>
  void response.set('content-security-policy', CSP).set('cache-control', 'no-store').send(page);

const spreadsheetPage = (id: string, title: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
${STYLES.map((style) => `<link rel="stylesheet" href="/page/${style}">`).join('\n')}
${MODULES.map((module) => `<link rel="modulepreload" href="${module}">`).join('\n')}
<script type="module" src="/page/main.ts"></script>
</head>
<body data-spreadsheet="${escaped(id)}">
<header>
  <a href="/all" id="all">All<span> spreadsheets</span></a>
  <h1><button type="button" id="title" title="Rename" disabled>${escaped(title)}</button></h1>
  <span id="status" role="status">Connecting…</span>
  <span id="busy" role="status"></span>
  <div role="toolbar" aria-label="Rows">
    <button type="button" id="undo" title="Ctrl+Z" disabled>Undo</button>
    <button type="button" id="redo" title="Ctrl+Y" disabled>Redo</button>
    <button type="button" id="insert" disabled>Insert row</button>
    <button type="button" id="delete" disabled>Delete row</button>
    <button type="button" id="ascending" title="Sort the rows by the selected column, A to Z" disabled>Sort A–Z</button>
    <button type="button" id="descending" title="Sort the rows by the selected column, Z to A" disabled>Sort Z–A</button>
    <button type="button" id="format" disabled>Format</button>
    <button type="button" id="more" title="Everything that can be done with what is selected" disabled>More</button>
  </div>
  ${shareMenu}
  ${troubleMenu}
</header>
<div class="entry">
  <output id="place" aria-label="Selected cells">A1</output>
  <textarea id="formula" rows="1" aria-label="Entry of the selected cell" autocomplete="off" spellcheck="false"></textarea>
</div>
<main id="grid">
  <div id="cells" role="grid" tabindex="0" aria-describedby="cells-help">
    <button type="button" id="more-rows">Add 100 rows</button>
  </div>
  <p id="cells-help" hidden>Enter edits a cell, Shift+F10 opens its menu. To leave the cells, press Escape, then Tab.</p>
</main>
<div id="tabs"></div>
<div id="message" role="alert"></div>
</body>
</html>
`;

/** @param news a sentence above the list */
function listPage(books: ReturnType<LocalSheets['list']>, news?: string): string {
  const items = books.map(
    ({ id, properties }) => `<li><a href="/?id=${encodeURIComponent(id)}">${escaped(properties.title ?? '')}</a></li>`,
  );
  const said = news === undefined ? '' : `<p>${escaped(news)}</p>`;
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
