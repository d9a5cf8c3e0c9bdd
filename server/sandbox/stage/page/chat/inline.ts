/** A stretch of a message's text, in Discord's markdown. Text stays text: nothing in it is ever markup. */
export type Inline =
  | string
  | { kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler'; inner: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; address: string; inner: Inline[] }
  | { kind: 'user' | 'role' | 'channel'; id: string }
  | { kind: 'everyone'; text: string }
  | { kind: 'command'; name: string }
  | { kind: 'emoji'; name: string }
  /** Seconds since 1970. */
  | { kind: 'moment'; seconds: number; style: MomentStyle };

// Documentation: "Reference", Message Formatting, Timestamp Styles.
export const momentStyles = ['t', 'T', 'd', 'D', 'f', 'F', 'R'] as const;
export type MomentStyle = (typeof momentStyles)[number];

/** The first rule that fits where the text is looked at makes a part of what it matched. */
type Rule = readonly [RegExp, (match: string[]) => Inline];

const wrapped =
  (kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler') =>
  ([, inner = '']: string[]): Inline => ({ kind, inner: parseInline(inner) });

// Documentation: "Reference", Message Formatting; "Markdown Text 101" for the rest.
const rules: readonly Rule[] = [
  [/\\([^A-Za-z0-9\s])/y, ([, character = '']) => character],
  [/(`+)(.*?[^`])\1(?!`)/sy, ([, , text = '']) => ({ kind: 'code', text: text.trim() })],
  [/<@!?(\d+)>/y, ([, id = '']) => ({ kind: 'user', id })],
  [/<@&(\d+)>/y, ([, id = '']) => ({ kind: 'role', id })],
  [/<#(\d+)>/y, ([, id = '']) => ({ kind: 'channel', id })],
  [/<\/([^:>]+):\d+>/y, ([, name = '']) => ({ kind: 'command', name })],
  [/<a?:(\w+):\d+>/y, ([, name = '']) => ({ kind: 'emoji', name })],
  [/<t:(-?\d{1,12})(?::([tTdDfFR]))?>/y, ([, seconds, style]) => moment(Number(seconds), style)],
  [
    /\[((?:[^[\]\\]|\\.)+)\]\(<?(https?:\/\/[^\s)>]+)>?(?:\s+"[^"]*")?\)/y,
    ([, label = '', address = '']) => ({ kind: 'link', address, inner: parseInline(label) }),
  ],
  [/<(https?:\/\/[^\s>]+)>/y, ([, address = '']) => ({ kind: 'link', address, inner: [address] })],
  [/https?:\/\/[^\s<]*[^\s<.,:;"'!?)\]]/y, ([address = '']) => ({ kind: 'link', address, inner: [address] })],
  [/@(?:everyone|here)\b/y, ([text = '']) => ({ kind: 'everyone', text })],
  [/\*\*(.+?)\*\*(?!\*)/sy, wrapped('bold')],
  [/__(.+?)__(?!_)/sy, wrapped('underline')],
  [/\*(?![\s*])(.*?[^\s*])\*(?!\*)/sy, wrapped('italic')],
  [/(?<![A-Za-z0-9])_(?![\s_])(.*?[^\s_])_(?![A-Za-z0-9_])/sy, wrapped('italic')],
  [/~~(.+?)~~/sy, wrapped('strike')],
  [/\|\|(.+?)\|\|/sy, wrapped('spoiler')],
  // Up to where something could begin; a sign that began nothing stands for itself.
  [/[^\\`*_~|<@[h]+|./sy, ([text = '']) => text],
];

export function parseInline(text: string): Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  while (at < text.length) {
    const [matched, part] = partAt(text, at);
    at += matched;
    const before = parts.at(-1);
    if (typeof part === 'string' && typeof before === 'string') parts.splice(-1, 1, before + part);
    else parts.push(part);
  }
  return parts;
}

/** What stands there, and how many characters it is long. */
function partAt(text: string, at: number): [number, Inline] {
  for (const [pattern, make] of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return [match[0].length, make(match)];
  }
  throw new Error('The last rule fits every character.');
}

function moment(seconds: number, style = 'f'): Inline {
  return { kind: 'moment', seconds, style: momentStyles.find((known) => known === style) ?? 'f' };
}
