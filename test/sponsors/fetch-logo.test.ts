import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { isPublic } from '../../server/sponsors/addresses.ts';
import { fetchLogo } from '../../server/sponsors/fetch-logo.ts';
import { elsewhere, example, localNet } from './nets.ts';
import { gif, jpeg, png, webp } from './pictures.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A site at logos.example whose every address answers like that. */
async function site(listener: RequestListener, more: Record<string, () => string[]> = {}) {
  const port = await serve(listener);
  return localNet({ 'logos.example': () => [example], ...more }, { [example]: port });
}

const sends =
  (bytes: Uint8Array | string, type = 'image/png'): RequestListener =>
  (_request, response) =>
    response.writeHead(200, { 'content-type': type }).end(bytes);

const leads =
  (location: string, status = 302): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { location }).end();

const address = 'http://logos.example/orbit.png';

describe('a logo', () => {
  it.each([
    ['PNG', png(600, 200), { type: 'image/png', width: 600, height: 200 }],
    ['JPEG', jpeg(320, 100), { type: 'image/jpeg', width: 320, height: 100 }],
    ['GIF', gif(40, 20), { type: 'image/gif', width: 40, height: 20 }],
  ])('is a %s by its own bytes, whatever its sender says it is', async (_, bytes, found) => {
    const { net } = await site(sends(bytes, 'text/html'));
    expect(await fetchLogo(address, net)).toEqual({ ...found, bytes });
  });

  it('is asked for once, without cookies, credentials or a word of who we are for', async () => {
    const requests: (string | undefined)[][] = [];
    const { net, asked } = await site(({ method, url, headers }, response) => {
      requests.push([method, url, headers.host, headers.cookie, headers.authorization, headers.referer]);
      response.end(png(100, 100));
    });
    await fetchLogo(`${address}?size=2`, net);
    expect(requests).toEqual([['GET', '/orbit.png?size=2', 'logos.example', undefined, undefined, undefined]]);
    expect(asked).toEqual(['logos.example', `${example}:80`]);
  });

  it('comes from the address that answers, where another of its host is dead', async () => {
    const port = await serve(sends(png(100, 100)));
    const dead = '2606:4700::1111';
    const { net, asked } = localNet({ 'logos.example': () => [dead, example] }, { [example]: port });
    expect(await fetchLogo(address, net)).toMatchObject({ type: 'image/png' });
    expect(asked).toEqual(['logos.example', `${dead}:80`, `${example}:80`]);
    const none = localNet({ 'logos.example': () => [dead] }, {});
    expect(await fetchLogo(address, none.net)).toEqual({ trouble: 'unreachable' });
  });

  it('is found behind up to three redirects', async () => {
    const { net } = await site((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left > 0) response.writeHead(301, { location: `/${left - 1}` }).end();
      else response.end(png(100, 100));
    });
    expect(await fetchLogo('http://logos.example/3', net)).toMatchObject({ type: 'image/png' });
    expect(await fetchLogo('http://logos.example/4', net)).toEqual({ trouble: 'redirects' });
  });

  it.each([
    ['a page', sends('<!doctype html><p>Hello', 'image/png'), 'notAPicture'],
    ['nothing', sends(''), 'notAPicture'],
    ['a PNG that breaks off', sends(png(100, 100).subarray(0, 20)), 'notAPicture'],
    ['an SVG with a script', sends('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'svg'],
    ['an SVG behind a prologue', sends('<?xml version="1.0"?>\n<!-- hi --><svg onload="x()"/>', 'image/png'), 'svg'],
    ['an SVG in UTF-16', sends(Buffer.from('\ufeff<svg onload="x()"/>', 'utf16le')), 'svg'],
    ['a WebP, which our pictures can’t show', sends(webp(64, 32)), 'webp'],
    ['a packed SVG', sends(Buffer.from([0x1f, 0x8b, 8, 0]), 'image/svg+xml'), 'svg'],
    ['a dot', sends(png(15, 100)), 'dimensions'],
    ['a wall', sends(png(100, 4_001)), 'dimensions'],
    ['one that isn’t there', (_request, response) => response.writeHead(404).end(png(100, 100)), 'missing'],
    ['a server that fails', (_request, response) => response.writeHead(503).end(), 'unreachable'],
    ['a server that hangs up', (request) => request.socket.destroy(), 'unreachable'],
  ] satisfies [string, RequestListener, string][])('isn’t %s', async (_, listener, trouble) => {
    const { net } = await site(listener);
    expect(await fetchLogo(address, net)).toEqual({ trouble });
  });

  it('is not larger than 512 kB, whether its sender says so or keeps sending', async () => {
    const said = await site((_request, response) => {
      response.writeHead(200, { 'content-length': 512 * 1024 + 1 }).write('x');
    });
    expect(await fetchLogo(address, said.net)).toEqual({ trouble: 'tooLarge' });
    let sent = 0;
    const endless = await site((_request, response) => {
      const go = () => {
        while (!response.destroyed) {
          sent += 65_536;
          if (!response.write(Buffer.alloc(65_536))) return;
        }
      };
      response.on('drain', go);
      go();
    });
    expect(await fetchLogo(address, endless.net)).toEqual({ trouble: 'tooLarge' });
    expect(sent).toBeLessThan(20_000_000);
  });

  it('arrives in time, with every redirect, or not at all', async () => {
    const silent = await site(() => {});
    expect(await fetchLogo(address, silent.net, 100)).toEqual({ trouble: 'slow' });
    const dripping = await site((_request, response) => {
      response.writeHead(200).write(png(100, 100).subarray(0, 20));
    });
    expect(await fetchLogo(address, dripping.net, 100)).toEqual({ trouble: 'slow' });
    const forever = { ...silent.net, resolve: () => new Promise<string[]>(() => {}) };
    expect(await fetchLogo(address, forever, 100)).toEqual({ trouble: 'slow' });
  });
});

describe('what isn’t the open internet', () => {
  it.each([
    ['loopback', 'http://127.0.0.1/logo.png'],
    ['loopback as one number', 'http://2130706433/logo.png'],
    ['loopback in octal', 'http://0177.0.0.1/logo.png'],
    ['loopback in hex', 'http://0x7f.1/logo.png'],
    ['loopback in other digits', 'http://①②⑦.0.0.1/logo.png'],
    ['no address at all', 'http://0/logo.png'],
    ['loopback of IPv6', 'http://[::1]/logo.png'],
    ['IPv4 inside IPv6', 'http://[::ffff:127.0.0.1]/logo.png'],
    ['IPv4 translated to IPv6', 'http://[64:ff9b::7f00:1]/logo.png'],
    ['IPv4 in a tunnel', 'http://[2002:7f00:1::]/logo.png'],
    ['the cloud’s metadata', 'http://169.254.169.254/latest/meta-data/'],
    ['a home', 'http://192.168.1.1/logo.png'],
    ['an office', 'http://10.0.0.7/logo.png'],
    ['a provider’s own', 'http://100.64.0.1/logo.png'],
    ['a ULA', 'http://[fd00:ec2::254]/latest/meta-data/'],
    ['link-local', 'http://[fe80::1]/logo.png'],
  ])('is refused as an address: %s', async (_, closed) => {
    const { net, asked } = localNet({}, {});
    expect(await fetchLogo(closed, net)).toEqual({ trouble: 'notPublic' });
    expect(asked).toEqual([]);
  });

  it.each([
    ['another scheme', 'file:///etc/passwd', 'scheme'],
    ['a script', 'javascript:alert(1)', 'scheme'],
    ['data', 'data:image/png;base64,AAAA', 'scheme'],
    ['no address', 'orbit.png', 'scheme'],
    ['a name and a password', 'http://me:secret@logos.example/', 'login'],
    ['a port of another service', 'http://logos.example:6379/', 'port'],
    ['a name that nobody has', 'http://nobody.example/', 'unknownHost'],
  ])('is refused before anything is asked: %s', async (_, address, trouble) => {
    const { net, asked } = localNet({ 'logos.example': () => [example] }, {});
    expect(await fetchLogo(address, net)).toEqual({ trouble });
    expect(asked.filter((one) => one.includes(':'))).toEqual([]);
  });

  it.each([
    ['localhost', () => ['127.0.0.1']],
    ['a name for the metadata', () => ['169.254.169.254']],
    ['a name with an open and a closed address', () => [example, '10.0.0.1']],
  ])('is refused behind a name: %s', async (_, resolve) => {
    const { net, asked } = localNet({ 'inside.example': resolve }, {});
    expect(await fetchLogo('http://inside.example/logo.png', net)).toEqual({ trouble: 'notPublic' });
    expect(asked).toEqual(['inside.example']);
  });

  it('isn’t reached by a name that means another address a moment later', async () => {
    let lookups = 0;
    const port = await serve(sends(png(100, 100)));
    const rebinding = () => (++lookups === 1 ? [example] : ['127.0.0.1']);
    const { net, asked } = localNet({ 'rebind.example': rebinding }, { [example]: port });
    expect(await fetchLogo('http://rebind.example/', net)).toMatchObject({ type: 'image/png' });
    expect(asked).toEqual(['rebind.example', `${example}:80`]);
    expect(await fetchLogo('http://rebind.example/', net)).toEqual({ trouble: 'notPublic' });
  });

  it.each([
    ['an address', 'http://127.0.0.1/admin', 'notPublic'],
    ['the metadata', 'http://169.254.169.254/latest/meta-data/', 'notPublic'],
    ['a name', 'http://inside.example/', 'notPublic'],
    ['another scheme', 'file:///etc/passwd', 'scheme'],
    ['a port', 'http://logos.example:8080/', 'port'],
    ['a login', 'http://a:b@logos.example/', 'login'],
    ['the same host by no scheme', '//inside.example/', 'notPublic'],
  ])('isn’t reached by a redirect to %s', async (_, location, trouble) => {
    for (const status of [301, 302, 303, 307, 308]) {
      const { net, asked } = await site(leads(location, status), { 'inside.example': () => ['192.168.0.5'] });
      expect(await fetchLogo(address, net)).toEqual({ trouble });
      expect(asked.filter((one) => one.includes(':'))).toEqual([`${example}:80`]);
    }
  });

  it('isn’t reached by a redirect to the same name, which is looked up and checked again', async () => {
    let lookups = 0;
    const port = await serve(leads('/again'));
    const names = { 'logos.example': () => (++lookups === 1 ? [example] : ['127.0.0.1']) };
    const { net, asked } = localNet(names, { [example]: port });
    expect(await fetchLogo(address, net)).toEqual({ trouble: 'notPublic' });
    expect(asked).toEqual(['logos.example', `${example}:80`, 'logos.example']);
  });

  it('is told from what is', () => {
    for (const open of ['8.8.8.8', example, elsewhere, '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'])
      expect(isPublic(open), open).toBe(true);
    const closed = ['0.0.0.0', '255.255.255.255', '172.31.255.255', '100.127.0.1', '224.0.0.1', '198.18.0.1'];
    const closed6 = ['::', '::1', '::ffff:8.8.8.8', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'ff02::1', '2001:db8::1'];
    for (const one of [...closed, ...closed6, '2001::1', '2002:808:808::']) expect(isPublic(one), one).toBe(false);
  });
});
