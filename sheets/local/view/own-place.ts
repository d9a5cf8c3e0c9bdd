import { type Token, tokensOf } from '../formula/tokens.ts';

/** Where a cell is, both from 0. */
export type CellPlace = { readonly row: number; readonly column: number };

type Piece = string | { readonly asks: keyof CellPlace };

/**
 * A condition's formula stands in no cell: where it asks for its own place, by `ROW()` or `COLUMN()`, it means the cell
 * that is judged. What stands in quotes is no question.
 * @returns the formula with the numbers of a place written in
 */
export function readingAt(formula: string): (place: CellPlace) => string {
  const pieces = piecesOf(tokensOf(formula));
  if (pieces.every((piece) => typeof piece === 'string')) return () => formula;
  return (place) => `=${pieces.map((piece) => (typeof piece === 'string' ? piece : place[piece.asks] + 1)).join('')}`;
}

function piecesOf(tokens: readonly Token[]): Piece[] {
  const pieces: Piece[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text } = tokens[i] ?? {};
    const asks = kind === 'function' ? QUESTIONS[text?.toUpperCase() ?? ''] : undefined;
    const end = asks && endOfEmptyCall(tokens, i + 1);
    pieces.push(asks && end ? { asks } : (text ?? ''));
    i = end ?? i;
  }
  return pieces;
}

/** The place of the `)` of a call without arguments. */
function endOfEmptyCall(tokens: readonly Token[], from: number): number | undefined {
  const signs = tokens.flatMap((token, i) => (i < from || token.kind === 'space' ? [] : [{ text: token.text, i }]));
  return signs[0]?.text === '(' && signs[1]?.text === ')' ? signs[1].i : undefined;
}

const QUESTIONS: Readonly<Record<string, keyof CellPlace>> = { ROW: 'row', COLUMN: 'column' };
