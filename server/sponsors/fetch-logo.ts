/**
 * Fetches a picture from an address that a host typed: from the open internet alone, however the address, DNS or a
 * redirect tries to lead elsewhere.
 */
import { once } from 'node:events';
import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type Socket } from 'node:net';
import { connect as connectSecure } from 'node:tls';
import type { logoTroubles } from '../words/sponsors.ts';
import { isPublic } from './addresses.ts';
import type { Net } from './net.ts';
import { type Picture, pictureIn } from './picture.ts';

export type LogoTrouble = keyof typeof logoTroubles;
export type Fetched = (Picture & { bytes: Uint8Array }) | { trouble: LogoTrouble };

/** Milliseconds for all of it, redirects included. */
const limitMs = 5_000;
/** Of the picture, in bytes: 512 kB. */
const largest = 512 * 1024;
const redirects = 3;
/** For one of several addresses to take the connection, before the next one is tried: milliseconds. */
const connectMs = 1_500;
/** Of either side, in pixels. */
const [smallestSide, largestSide] = [16, 4_000];

class Trouble extends Error {
  override name = 'Trouble';
  readonly trouble: LogoTrouble;
  constructor(trouble: LogoTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** Never rejects. `limit` is in milliseconds. */
export async function fetchLogo(address: string, net: Net, limit = limitMs): Promise<Fetched> {
  const signal = AbortSignal.timeout(limit);
  try {
    const bytes = await Promise.race([follow(address, net, signal), late(signal)]);
    const picture = pictureIn(bytes);
    if (picture === 'svg' || picture === 'webp') return { trouble: picture };
    if (!picture) return { trouble: 'notAPicture' };
    const fits = [picture.width, picture.height].every((side) => side >= smallestSide && side <= largestSide);
    return fits ? { ...picture, bytes } : { trouble: 'dimensions' };
  } catch (error) {
    if (error instanceof Trouble) return { trouble: error.trouble };
    return { trouble: signal.aborted ? 'slow' : 'unreachable' };
  }
}

async function follow(address: string, net: Net, signal: AbortSignal): Promise<Uint8Array> {
  let url = address;
  for (let step = 0; step <= redirects; step += 1) {
    const found = await get(url, net, signal);
    if (found instanceof Uint8Array) return found;
    url = found.leadsTo;
  }
  throw new Trouble('redirects');
}

/** One request, to an address that was looked at: each redirect comes through here again. */
async function get(address: string, net: Net, signal: AbortSignal): Promise<Uint8Array | { leadsTo: string }> {
  const url = URL.parse(address);
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') throw new Trouble('scheme');
  if (url.username !== '' || url.password !== '') throw new Trouble('login');
  // URL leaves out the ports that the two schemes have anyway.
  if (url.port !== '') throw new Trouble('port');
  const socket = await connectedTo(await addressesOf(url, net, signal), url, net, signal);
  const response = await ask(url, socket, signal);
  try {
    const { statusCode = 0, headers } = response;
    if ([301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined) {
      const leadsTo = URL.parse(headers.location, url);
      if (!leadsTo) throw new Trouble('unreachable');
      return { leadsTo: leadsTo.href };
    }
    if (statusCode >= 500 || statusCode === 429) throw new Trouble('unreachable');
    if (statusCode !== 200) throw new Trouble('missing');
    return await bodyOf(response);
  } finally {
    response.destroy();
  }
}

/** Looked up once: connections go to addresses that were checked, whatever DNS says a moment later. */
async function addressesOf(url: URL, net: Net, signal: AbortSignal): Promise<readonly string[]> {
  const host = bare(url);
  const found = isIP(host) ? [host] : await net.resolve(host).catch(() => []);
  signal.throwIfAborted();
  if (found.length === 0) throw new Trouble('unknownHost');
  // A name with one open and one closed address is a trap, or somebody's own network.
  if (!found.every(isPublic)) throw new Trouble('notPublic');
  return found;
}

/** To the first of them that takes it: a server whose IPv6 is dead may well be there by IPv4. */
async function connectedTo(addresses: readonly string[], url: URL, net: Net, signal: AbortSignal): Promise<Socket> {
  for (const address of addresses) {
    signal.throwIfAborted();
    const socket = connectTo(address, url, net);
    if (!socket) continue;
    try {
      await once(socket, 'connect', { signal: AbortSignal.any([signal, AbortSignal.timeout(connectMs)]) });
      return socket;
    } catch {
      socket.destroy();
    }
  }
  signal.throwIfAborted();
  throw new Trouble('unreachable');
}

function connectTo(address: string, { protocol }: URL, net: Net): Socket | undefined {
  try {
    // What goes wrong after it was given up is nobody's concern.
    return net.connect(address, protocol === 'https:' ? 443 : 80).on('error', () => {});
  } catch {
    return undefined;
  }
}

/** Without the brackets of an IPv6 address. */
function bare({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

function ask(url: URL, socket: Socket, signal: AbortSignal): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:';
  const host = bare(url);
  return new Promise((resolve, reject) => {
    const request = (secure ? requestSecure : requestPlain)(url, {
      signal,
      createConnection: () => (secure ? connectSecure({ socket, host, servername: isIP(host) ? '' : host }) : socket),
      headers: {
        host: url.host,
        accept: 'image/png, image/jpeg, image/gif',
        'accept-encoding': 'identity',
        'user-agent': 'Cozy-Kart League (fetches a logo once)',
      },
    });
    request.on('response', resolve).on('error', reject).end();
  });
}

async function bodyOf(response: IncomingMessage): Promise<Uint8Array> {
  if (Number(response.headers['content-length'] ?? 0) > largest) throw new Trouble('tooLarge');
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response) {
    length += part.length;
    if (length > largest) throw new Trouble('tooLarge');
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

function late(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
}
