import { type Inline, parseInline } from './inline.ts';

/** A part of a message's text that has lines of its own. */
export type Block =
  | { kind: 'text' | 'small'; inner: Inline[] }
  | { kind: 'heading'; level: 1 | 2 | 3; inner: Inline[] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'code'; text: string }
  | { kind: 'list'; first: number | null; items: Item[] };

export interface Item {
  readonly inner: Inline[];
  readonly lists: Block[];
}

/** A message's text, in Discord's markdown: its blocks from top to bottom. */
export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  // Split, every second part is what stood between two fences.
  const parts = text.split(/```(?:[a-z0-9+-]*\n)?(.*?)\n?```/is);
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1) blocks.push({ kind: 'code', text: part });
    // The line that a fence ends isn't an empty one.
    else blocks.push(...parseLines(withoutEnds(part, index > 0, index < parts.length - 1)));
  }
  return blocks;
}

function withoutEnds(part: string, start: boolean, end: boolean): string[] {
  const text = part.slice(start && part.startsWith('\n') ? 1 : 0, end && part.endsWith('\n') ? -1 : undefined);
  return text === '' ? [] : text.split('\n');
}

const heading = /^(#{1,3}) +(.+?) *$/;
const small = /^-# +(.+?) *$/;
const quote = /^> (.*)$/;
const restQuote = /^>>> (.*)$/;
const item = /^( *)(?:([-*])|(\d{1,9})\.) +(.*)$/;
const starts = [heading, small, quote, restQuote, item];

function parseLines(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  /** The lines from here on that fit. */
  const take = (fits: (line: string) => boolean): string[] => {
    const from = at;
    while (at < lines.length && fits(lines[at] ?? '')) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const [, marks, title] = heading.exec(line) ?? [];
    const [, note] = small.exec(line) ?? [];
    if (marks !== undefined && title !== undefined) {
      blocks.push({ kind: 'heading', level: levelOf(marks), inner: parseInline(title) });
      at += 1;
    } else if (note !== undefined) {
      blocks.push({ kind: 'small', inner: parseInline(note) });
      at += 1;
    } else if (restQuote.test(line)) {
      const quoted = take(() => true);
      blocks.push({ kind: 'quote', blocks: parseLines([line.slice(4), ...quoted.slice(1)]) });
    } else if (quote.test(line)) {
      blocks.push({ kind: 'quote', blocks: parseLines(take((other) => quote.test(other)).map((it) => it.slice(2))) });
    } else if (item.test(line)) {
      blocks.push(...listsOf(take((other) => item.test(other))));
    } else {
      const text = take((other) => !starts.some((start) => start.test(other)));
      blocks.push({ kind: 'text', inner: parseInline(text.join('\n')) });
    }
  }
  return blocks;
}

function levelOf(marks: string): 1 | 2 | 3 {
  return marks.length === 1 ? 1 : marks.length === 2 ? 2 : 3;
}

/** Lines of items that follow each other; what is indented further belongs to the item above it. */
function listsOf(lines: readonly string[]): Block[] {
  const lists: Extract<Block, { kind: 'list' }>[] = [];
  let at = 0;
  while (at < lines.length) {
    const [, indent = '', dash, number, text = ''] = item.exec(lines[at] ?? '') ?? [];
    at += 1;
    const from = at;
    while (at < lines.length && indentOf(lines[at] ?? '') > indent.length) at += 1;
    const one: Item = { inner: parseInline(text), lists: listsOf(lines.slice(from, at)) };
    const list = lists.at(-1);
    if (list && (list.first === null) === (dash !== undefined)) list.items.push(one);
    else lists.push({ kind: 'list', first: dash === undefined ? Number(number) : null, items: [one] });
  }
  return lists;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
