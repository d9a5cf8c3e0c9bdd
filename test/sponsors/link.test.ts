import { expect, it } from 'vitest';
import { leadsTo } from '../../server/sponsors/link.ts';

it.each([
  ['https://orbit.example', 'https://orbit.example/?utm_source=sunday-karts'],
  ['https://orbit.example/shop?id=7&q=a+b%20c', 'https://orbit.example/shop?id=7&q=a+b%20c&utm_source=sunday-karts'],
  ['https://orbit.example/shop?#sale', 'https://orbit.example/shop?utm_source=sunday-karts#sale'],
  ['https://orbit.example/?utm_source=own', 'https://orbit.example/?utm_source=own'],
  ['http://orbit.example/a&b', 'http://orbit.example/a&b?utm_source=sunday-karts'],
  ['https://orbit.example/\r\nSet-Cookie: a=b', 'https://orbit.example/Set-Cookie:%20a=b?utm_source=sunday-karts'],
])('%s leads to %s', (link, to) => {
  expect(leadsTo(link, 'sunday-karts')).toBe(to);
});

it.each(['javascript:alert(1)', 'data:text/html,<script>', 'ftp://orbit.example', 'orbit.example', '', undefined])(
  '%s leads nowhere',
  (link) => {
    expect(leadsTo(link, 'sunday-karts')).toBeUndefined();
  },
);
