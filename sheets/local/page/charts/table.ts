import type { ChartView, Drawing } from '../../view/chart.ts';

/** What a chart shows as a table that is only heard. */
export function tableOf({ title, drawing }: ChartView): HTMLElement {
  const table = document.createElement('table');
  table.className = 'only-heard';
  const caption = table.createCaption();
  caption.textContent = title || 'The numbers of the chart';
  for (const row of rowsOf(drawing)) {
    const line = table.insertRow();
    for (const text of row) line.insertCell().textContent = text;
  }
  return table;
}

function rowsOf(drawing: Drawing): string[][] {
  switch (drawing.kind) {
    case 'axes': {
      const head = ['', ...drawing.series.map((each) => each.name)];
      const body = drawing.labels.map((label, i) => [
        label,
        ...drawing.series.map((each) => String(each.values[i] ?? '')),
      ]);
      return [head, ...body];
    }
    case 'pie':
      return drawing.slices.map(({ label, value }) => [label, String(value)]);
    case 'other':
      return [];
  }
}
