/** What a piece of a formula is. A `reference` holds its tab, a `function` is a name right before its parenthesis. */
export const tokenKinds = [
  'space',
  'text',
  'error',
  'reference',
  'function',
  'name',
  'number',
  'operator',
  'sign',
] as const;
export type TokenKind = (typeof tokenKinds)[number];
export type Token = { readonly kind: TokenKind; readonly text: string };

/** In this order: `LOG10(` is a function before it's a cell, `2:5` rows before it's a number. */
const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['space', /\s+/y],
  ['text', /"(?:[^"]|"")*"/y],
  ['error', /#(?:REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!|ERROR!)/y],
  [
    'reference',
    /(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?:\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{0,3}\$?\d*)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}\$?\d*|\$?\d+:\$?\d+)(?![\p{L}\p{N}_(!.])/uy,
  ],
  ['function', /[\p{L}_][\p{L}\p{N}_.]*(?=\s*\()/uy],
  ['name', /[\p{L}_][\p{L}\p{N}_.]*/uy],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['operator', /<=|>=|<>|[-+*/^&=<>%]/y],
  ['sign', /./suy],
];

/** A formula, its leading `=` aside, in pieces that together are its text again. */
export function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  let at = formula.startsWith('=') ? 1 : 0;
  while (at < formula.length) {
    const token = tokenAt(formula, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(formula: string, at: number): Token {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const text = pattern.exec(formula)?.[0];
    if (text) return { kind, text };
  }
  throw new Error(`tokens.ts has no pattern for "${formula[at]}".`);
}
