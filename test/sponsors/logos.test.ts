import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Sponsor } from '../../server/league/facts.ts';
import { mostLogos, openLogos } from '../../server/sponsors/logos.ts';
import { simulatedClock } from '../clock.ts';
import { example, localNet } from './nets.ts';
import { png } from './pictures.ts';

const address = 'http://logos.example/orbit.png';
let body: Uint8Array | string;
let asked: number;
const server = createServer((_request, response) => {
  asked += 1;
  response.end(body);
});

beforeEach(async () => {
  [body, asked] = [png(100, 100), 0];
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

function open(sponsors: () => Sponsor[] = () => [{ id: 'orbit', sponsor: 'Orbit', logo: address }]) {
  const clock = simulatedClock();
  const { net } = localNet({ 'logos.example': () => [example] }, { [example]: (server.address() as AddressInfo).port });
  const logos = openLogos({
    kept: [],
    save: async () => {},
    drop: async () => {},
    sponsors,
    net,
    clock,
    onError: (error) => {
      throw error;
    },
  });
  const told = (times = 1) =>
    new Promise<void>((resolve) => {
      let left = times;
      const end = logos.watch(() => {
        left -= 1;
        if (left > 0) return;
        end();
        resolve();
      });
    });
  return { ...logos, clock, told };
}

it('a logo that was refused is looked at again the next day, as somebody may have put another in its place', async () => {
  body = '<svg xmlns="http://www.w3.org/2000/svg"/>';
  const logos = open();
  const refused = logos.told();
  logos.look();
  await refused;
  expect(logos.troubleAt(address)).toBe('svg');
  body = png(100, 100);
  const came = logos.told();
  await logos.clock.advance(24 * 3_600_000);
  await came;
  expect(logos.at(address)).toMatchObject({ width: 100 });
  await logos.close();
});

it('a logo that was refused is looked at again when a host waits for it, once a minute at most', async () => {
  body = '<svg xmlns="http://www.w3.org/2000/svg"/>';
  const logos = open();
  const refused = logos.told();
  logos.look();
  await refused;
  body = png(100, 100);
  for (let looks = 0; looks < 5; looks += 1) logos.lookAgain();
  await logos.clock.advance(59_000);
  expect(asked).toBe(1);
  await logos.clock.advance(1_000);
  const came = logos.told();
  logos.lookAgain();
  await came;
  expect([asked, logos.troubleAt(address)]).toEqual([2, undefined]);
  await logos.close();
});

it('the logo beyond the last that fits is a trouble of its own, until there is room for it', async () => {
  const all = Array.from({ length: mostLogos + 1 }, (_, index) => ({
    id: `${index}`,
    sponsor: `Sponsor ${index}`,
    logo: `http://logos.example/${index}.png`,
  }));
  const last = `http://logos.example/${mostLogos}.png`;
  const logos = open(() => all);
  const there = logos.told(mostLogos + 1);
  logos.look();
  await there;
  expect(logos.troubleAt(last)).toBe('tooMany');
  all.shift();
  const came = logos.told();
  logos.look();
  await came;
  expect(logos.at(last)).toMatchObject({ width: 100 });
  await logos.close();
});
