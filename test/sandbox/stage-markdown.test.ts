import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Inline, parseInline } from '../../server/sandbox/stage/page/chat/inline.ts';
import { type Block, parseMarkdown } from '../../server/sandbox/stage/page/chat/markdown.ts';
import { momentText } from '../../server/sandbox/stage/page/chat/moment.ts';
import { fitting, folded, offeredOf } from '../../server/sandbox/stage/page/chat/offered.ts';

describe('a stretch of text', () => {
  it.each<[string, string, Inline[]]>([
    ['bold', 'a **b** c', ['a ', { kind: 'bold', inner: ['b'] }, ' c']],
    ['italics, both ways', '*a* _b_', [{ kind: 'italic', inner: ['a'] }, ' ', { kind: 'italic', inner: ['b'] }]],
    ['bold italics', '***a***', [{ kind: 'bold', inner: [{ kind: 'italic', inner: ['a'] }] }]],
    ['underlined, not twice italic', '__a__', [{ kind: 'underline', inner: ['a'] }]],
    ['struck out', '~~a~~', [{ kind: 'strike', inner: ['a'] }]],
    ['a spoiler', '||a||', [{ kind: 'spoiler', inner: ['a'] }]],
    ['code, in which nothing counts', '`**a** <@1>`', [{ kind: 'code', text: '**a** <@1>' }]],
    [
      'bold in a link',
      '[**a**](https://b.c/d)',
      [{ kind: 'link', address: 'https://b.c/d', inner: [{ kind: 'bold', inner: ['a'] }] }],
    ],
    [
      'an address without the full stop after it',
      'see https://b.c/d.',
      ['see ', { kind: 'link', address: 'https://b.c/d', inner: ['https://b.c/d'] }, '.'],
    ],
    [
      'a person, a role and a channel',
      '<@1><@!2><@&3><#4>',
      [
        { kind: 'user', id: '1' },
        { kind: 'user', id: '2' },
        { kind: 'role', id: '3' },
        { kind: 'channel', id: '4' },
      ],
    ],
    ['a command', '</race open:12>', [{ kind: 'command', name: 'race open' }]],
    [
      'a moment, in full where nothing is said',
      '<t:60> <t:60:R>',
      [{ kind: 'moment', seconds: 60, style: 'f' }, ' ', { kind: 'moment', seconds: 60, style: 'R' }],
    ],
    ['signs that were escaped', String.raw`\*a\* 1\. \<@1>`, ['*a* 1. <@1>']],
    ['names with underscores', 'yes_ana_drifts_ok', ['yes_ana_drifts_ok']],
    ['a lone star, and twice three', '2 * 3 * 4', ['2 * 3 * 4']],
    ['what looks like markup of a page', '<b>a</b><script>', ['<b>a</b><script>']],
    ['an address that runs something', '[a](javascript:alert(1))', ['[a](javascript:alert(1))']],
  ])('can be %s', (_what, text, parts) => {
    expect(parseInline(text)).toEqual(parts);
  });
});

describe('a message', () => {
  it.each<[string, string, Block[]]>([
    [
      'headings and small print',
      '# A\n### B\n-# c',
      [
        { kind: 'heading', level: 1, inner: ['A'] },
        { kind: 'heading', level: 3, inner: ['B'] },
        { kind: 'small', inner: ['c'] },
      ],
    ],
    ['no heading without a space', '#1 of 4', [{ kind: 'text', inner: ['#1 of 4'] }]],
    [
      'lists in lists',
      '- a\n  - b\n- c\n3. d',
      [
        {
          kind: 'list',
          first: null,
          items: [
            { inner: ['a'], lists: [{ kind: 'list', first: null, items: [{ inner: ['b'], lists: [] }] }] },
            { inner: ['c'], lists: [] },
          ],
        },
        { kind: 'list', first: 3, items: [{ inner: ['d'], lists: [] }] },
      ],
    ],
    [
      'quotes of a line and of the rest',
      '> a\nb\n>>> c\nd',
      [
        { kind: 'quote', blocks: [{ kind: 'text', inner: ['a'] }] },
        { kind: 'text', inner: ['b'] },
        { kind: 'quote', blocks: [{ kind: 'text', inner: ['c\nd'] }] },
      ],
    ],
    [
      'code that keeps its signs',
      'a\n```ts\n# *b*\n```\nc',
      [
        { kind: 'text', inner: ['a'] },
        { kind: 'code', text: '# *b*' },
        { kind: 'text', inner: ['c'] },
      ],
    ],
    ['a fence that never closes', '```a', [{ kind: 'text', inner: ['```a'] }]],
    ['bold over two lines', '**a\nb**', [{ kind: 'text', inner: [{ kind: 'bold', inner: ['a\nb'] }] }]],
  ])('has %s', (_what, text, blocks) => {
    expect(parseMarkdown(text)).toEqual(blocks);
  });

  it('can be any text at all', () => {
    const signs = fc.constantFrom(
      '*',
      '_',
      '~',
      '|',
      '`',
      '<',
      '>',
      '@',
      '[',
      ']',
      '(',
      ')',
      '#',
      '-',
      '\\',
      '\n',
      ' ',
      'a',
      '1',
      '.',
      '<t:1:R>',
      'https://a.b',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), (parts) => {
        parseMarkdown(parts.join(''));
      }),
    );
  });

  it('keeps every letter of a text without signs', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z ,.éß🏁]{1,80}$/u), (text) => {
        expect(parseMarkdown(text)).toEqual([{ kind: 'text', inner: [text] }]);
      }),
    );
  });
});

describe('a moment', () => {
  const now = Date.UTC(2026, 5, 1, 20);
  const at = now / 1000;
  it.each([
    [at + 2 * 86_400, 'en-US', 'in 2 days'],
    [at - 86_400, 'en-US', 'yesterday'],
    [at + 90, 'es-ES', 'dentro de 2 minutos'],
    [at, 'en-US', 'now'],
    [at - 400 * 86_400, 'en-US', 'last year'],
  ])('says how far away it is: %s in %s', (seconds, locale, text) => {
    expect(momentText(seconds, 'R', locale, now)).toBe(text);
  });

  it('is said in the language of who reads it', () => {
    expect(momentText(at, 'D', 'es-ES', now)).toMatch(/^\d+ de (mayo|junio) de 2026$/);
  });
});

describe('what somebody can type', () => {
  const shared = { application_id: '1', version: '1', default_member_permissions: null, nsfw: false };
  const offered = offeredOf(
    [
      {
        ...shared,
        id: '1',
        type: 1,
        name: 'result',
        name_localizations: { 'es-ES': 'resultado' },
        description: 'Tell',
      },
      {
        ...shared,
        id: '2',
        type: 1,
        name: 'race',
        description: 'Races',
        options: [
          { type: 1, name: 'open', description: 'Open it' },
          { type: 1, name: 'close', description: 'Close it' },
        ],
      },
    ],
    'es-ES',
  );

  it('is each part of a command by itself, by the name in their language', () => {
    expect(offered.map(({ shown, name }) => [shown, name])).toEqual([
      ['race close', 'race close'],
      ['race open', 'race open'],
      ['resultado', 'result'],
    ]);
  });

  it.each([
    ['/re', ['resultado']],
    ['/RACE O', ['race open']],
    ['open', ['race open']],
    ['/r', ['race close', 'race open', 'resultado']],
    ['/x', []],
  ])('is found: %s', (typed, found) => {
    expect(fitting(offered, typed).map(({ shown }) => shown)).toEqual(found);
  });

  it('is found without case and accents', () => {
    expect(folded(' Zoë ')).toBe('zoe');
  });
});
