import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';

/**
 * Refuses what doesn't come from this machine: a page elsewhere can reach a loopback port through the visitor's own
 * browser, by a name that it lets point here (DNS rebinding) or by a cross-site request.
 */
export const loopbackOnly: RequestHandler = (request, response, next) => {
  const refusal = refusalOf(request);
  if (refusal) response.status(403).type('text').send(refusal);
  else next();
};

/** Why a request is refused, in a sentence; undefined for one from this machine. */
function refusalOf({ headers }: IncomingMessage): string | undefined {
  if (!isLoopback(hostname(`http://${headers.host ?? ''}`))) {
    return 'This spreadsheet answers only on this machine: open it as http://localhost with its port.';
  }
  const { origin } = headers;
  if (origin !== undefined && !(origin.startsWith('http://') && isLoopback(hostname(origin)))) {
    return 'This spreadsheet takes requests only from pages on this machine.';
  }
  return undefined;
}

const isLoopback = (host: string | undefined): boolean =>
  host === 'localhost' || host === '127.0.0.1' || host === '[::1]' || (host?.endsWith('.localhost') ?? false);

const hostname = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).hostname : undefined);

/** The same as a yes or no, for servers with words of their own. */
export const isFromThisMachine = (request: IncomingMessage): boolean => refusalOf(request) === undefined;
