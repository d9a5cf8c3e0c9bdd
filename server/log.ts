/**
 * What the server writes down for whoever runs it. Of an error only what tells why: those of the libraries that speak
 * with Discord and Google carry the whole request too, its tokens and what was said in private.
 */
import { type DestinationStream, type Logger, pino } from 'pino';

export interface LoggedError {
  /** Its name; of one that is called only "Error" its class. */
  type: string;
  message: string;
  stack?: string;
  /** Discord's and Node's codes, and the status and method of a request. */
  code?: string | number;
  status?: string | number;
  method?: string | number;
  cause?: LoggedError;
}

export function openLog(level: 'info' | 'warn', to: DestinationStream): Logger {
  return pino({ level, serializers: { err: loggedError } }, to);
}

/** An error's causes are told up to here: a chain may well be a ring. */
const mostCauses = 5;

/** `error` may be anything that was thrown. */
export function loggedError(error: unknown, causes = mostCauses): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: typeof error === 'string' ? said(error) : '' };
  const { name, message, stack, cause } = error;
  return {
    type: name === 'Error' ? error.constructor.name : name,
    message: said(message),
    ...(stack !== undefined && { stack: said(stack) }),
    ...Object.fromEntries(plain.flatMap((key) => entryOf(error, key))),
    ...(cause instanceof Error && causes > 0 && { cause: loggedError(cause, causes - 1) }),
  };
}

const plain = ['code', 'status', 'method'] as const;

function entryOf(error: Error, key: (typeof plain)[number]): [string, string | number][] {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' || typeof value === 'number' ? [[key, value]] : [];
}

/** Of an address only the host: its path may have a token in it, as those of Discord's interactions do. */
function said(words: string): string {
  return words.replace(/\b(https?|wss?):\/\/([^\s/?#@]*@)?([^\s/?#'"`)]*)[^\s'"`)]*/gi, '$1://$3/…');
}
