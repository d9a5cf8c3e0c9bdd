import { escaped, namesFor } from './markup.ts';
import type { ShownCell, ShownTab } from './shown.ts';
import { zip } from './zip.ts';

/** An archive with a page for each tab, named after it. */
export function zippedHtml(tabs: readonly ShownTab[]): Buffer {
  const names = namesFor(
    tabs.map(({ title }) => title),
    /[<>:"/\\|?*]/g,
    100,
  );
  return zip(tabs.map((tab, i) => ({ name: `${names[i]}.html`, content: page(tab) })));
}

function page({ title, rows, widths }: ShownTab): string {
  const columns = widths.map((width) => `<col style="width:${width}px">`).join('');
  const lines = rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('\n');
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
<style>
table { border-collapse: collapse; font: 10pt Arial, sans-serif; }
td { border: 1px solid #ddd; padding: 2px 3px; white-space: pre-wrap; vertical-align: bottom; }
</style>
</head>
<body>
<table>
<colgroup>${columns}</colgroup>
<tbody>
${lines}
</tbody>
</table>
</body>
</html>
`;
}

function cellHtml({ text, value, look: { bold, italic, fill, ink, align } }: ShownCell): string {
  const side = align ?? (typeof value === 'number' ? 'right' : undefined);
  const style = [
    bold && 'font-weight:bold',
    italic && 'font-style:italic',
    fill && `background:#${fill}`,
    ink && `color:#${ink}`,
    side && `text-align:${side}`,
  ].filter(Boolean);
  return `<td${style.length > 0 ? ` style="${style.join(';')}"` : ''}>${escaped(text)}</td>`;
}
