/**
 * Functions that Google Sheets has and the library has not, or has with other arguments, said by those it has. All of
 * the everyday ones are the library's own.
 *
 * | what people type | what comes of it |
 * |---|---|
 * | ARRAYFORMULA, FILTER, SORT, UNIQUE, SEQUENCE, TRANSPOSE, FLATTEN, SPLIT, `{1,2;3,4}` | values, spread over the cells below and beside |
 * | a range where one value belongs, as `=A1:A9*2` | the value of the same row or column, as there |
 * | HYPERLINK | its label; the address is in the cell's `hyperlink` |
 * | INDIRECT | only within its own tab, or with the address written out |
 * | QUERY, IMPORT…, GOOGLEFINANCE, GOOGLETRANSLATE, IMAGE, SPARKLINE, FORMULATEXT, pivots | `#NAME?`; nothing goes over the network |
 */
export const GOOGLE_FUNCTIONS: Readonly<Record<string, string>> = {
  ADD: 'LAMBDA(a,b,a+b)',
  MINUS: 'LAMBDA(a,b,a-b)',
  MULTIPLY: 'LAMBDA(a,b,a*b)',
  DIVIDE: 'LAMBDA(a,b,a/b)',
  POW: 'LAMBDA(a,b,a^b)',
  EQ: 'LAMBDA(a,b,a=b)',
  NE: 'LAMBDA(a,b,a<>b)',
  GT: 'LAMBDA(a,b,a>b)',
  GTE: 'LAMBDA(a,b,a>=b)',
  LT: 'LAMBDA(a,b,a<b)',
  LTE: 'LAMBDA(a,b,a<=b)',
  UMINUS: 'LAMBDA(a,-a)',
  UPLUS: 'LAMBDA(a,a)',
  UNARY_PERCENT: 'LAMBDA(a,a/100)',
  ISBETWEEN: 'LAMBDA(v,a,b,AND(v>=a,v<=b))',
  COUNTUNIQUE: 'LAMBDA(v,COUNTA(UNIQUE(TOCOL(v,1))))',
  'AVERAGE.WEIGHTED': 'LAMBDA(v,w,SUMPRODUCT(v,w)/SUM(w))',
  JOIN: 'LAMBDA(d,v,TEXTJOIN(d,FALSE,v))',
  SPLIT: 'LAMBDA(t,d,LET(p,TEXTSPLIT(t,d,,TRUE),IFERROR(p*1,p)))',
  FLATTEN: 'LAMBDA(v,TOCOL(v))',
  ARRAYFORMULA: 'LAMBDA(v,v)',
  ARRAY_CONSTRAIN: 'LAMBDA(v,r,c,TAKE(v,r,c))',
  REGEXMATCH: 'LAMBDA(t,r,REGEXTEST(t,r))',
  TO_TEXT: 'LAMBDA(v,v&"")',
  TO_PURE_NUMBER: 'LAMBDA(v,v)',
  TO_DATE: 'LAMBDA(v,v)',
  TO_PERCENT: 'LAMBDA(v,v)',
  TO_DOLLARS: 'LAMBDA(v,v)',
  HYPERLINK: 'LAMBDA(u,[l],IF(ISOMITTED(l),u,l))',
  SORT_GOOGLE: 'LAMBDA(v,[c],[up],SORT(v,IF(ISOMITTED(c),1,c),IF(ISOMITTED(up),1,IF(up,1,-1))))',
  IFERROR_GOOGLE: 'LAMBDA(v,[e],IFERROR(v,IF(ISOMITTED(e),"",e)))',
};

/** Names under which the library knows a function otherwise than Google does. */
const RENAMED: Readonly<Record<string, string>> = {
  SORT: 'SORT_GOOGLE',
  IFERROR: 'IFERROR_GOOGLE',
  // It would tell of the rewritten formula, not of what was typed.
  FORMULATEXT: 'FORMULATEXT_GOOGLE',
};

export const libraryName = (name: string): string => {
  const upper = name.toUpperCase();
  return RENAMED[upper] ?? upper;
};

/** Of these Google takes whole ranges as arguments, cell by cell, and lets the result spread. */
export const ARRAY_FUNCTIONS: ReadonlySet<string> = new Set([
  'ARRAYFORMULA',
  'ARRAY_CONSTRAIN',
  'BYCOL',
  'BYROW',
  'CHOOSECOLS',
  'CHOOSEROWS',
  'DROP',
  'EXPAND',
  'FILTER',
  'FLATTEN',
  'FREQUENCY',
  'GROWTH',
  'HSTACK',
  'INDEX',
  'LINEST',
  'LOGEST',
  'MAKEARRAY',
  'MAP',
  'MINVERSE',
  'MMULT',
  'MUNIT',
  'RANDARRAY',
  'REDUCE',
  'SCAN',
  'SEQUENCE',
  'SORT',
  'SORTN',
  'SPLIT',
  'SUMPRODUCT',
  'TAKE',
  'TOCOL',
  'TOROW',
  'TRANSPOSE',
  'TREND',
  'UNIQUE',
  'VSTACK',
  'WRAPCOLS',
  'WRAPROWS',
]);

/** What these come to changes by itself. */
export const VOLATILE_FUNCTIONS: ReadonlySet<string> = new Set(['NOW', 'RAND', 'RANDARRAY', 'RANDBETWEEN', 'TODAY']);

/** May a formula's result be more than one cell? Text in quotes may be mistaken: then it's calculated for nothing. */
export const maySpread = (formula: string): boolean =>
  formula.includes('{') ||
  [...formula.matchAll(/[\w.]+(?=\s*\()/g)].some(([name]) => ARRAY_FUNCTIONS.has(name.toUpperCase()));
