import type { NextFunction, Response } from 'express';
import type { LocalSheets } from '../engine.ts';
import { SheetsError } from '../errors.ts';
import { hostActs } from '../faults/host.ts';
import type { FaultQueue } from '../faults/queue.ts';
import { sheetByTitle } from '../model/book.ts';

/** Runs something once after so many milliseconds; what it returns calls it off. */
export type After = (ms: number, run: () => void) => () => void;

/** A request that was understood. */
export type Call = {
  /** Applies it and gives the answer's body. @throws SheetsError when it's refused */
  readonly run: () => unknown;
  /** It changes nothing; Google counts reads and writes apart. */
  readonly reads: boolean;
  /** Undefined where one is to be made. */
  readonly spreadsheetId: string | undefined;
};

/** Answers a request, or lets happen to it what waits for one of its kind. */
export function misbehaving(sheets: LocalSheets, faults: FaultQueue, after: After) {
  return (call: Call, response: Response, next: NextFunction): void => {
    const book = sheets.list().find(({ id }) => id === call.spreadsheetId);
    const hasTab = (title: string) => book !== undefined && sheetByTitle(book, title) !== undefined;
    const { act, mishap } = faults.take({ reads: call.reads, hasTab });
    if (act && book) hostActs(sheets, book, act);
    switch (mishap?.kind) {
      case undefined:
        response.json(call.run());
        break;
      case 'quota':
        throw quotaExceeded(call.reads ? 'Read' : 'Write');
      case 'unavailable':
        throw unavailable();
      case 'unavailableButApplied':
        runUnheard(call);
        throw unavailable();
      case 'hang':
        hang(call, response, next);
        break;
      case 'hangUp':
        runUnheard(call);
        response.destroy();
        break;
      case 'late':
        response.destroy();
        runLate(call, mishap.ms);
    }
  };

  function hang(call: Call, response: Response, next: NextFunction): void {
    const { over } = faults.hold('hang', {
      goOn() {
        try {
          response.json(call.run());
        } catch (error) {
          next(error);
        }
      },
      drop: () => response.destroy(),
    });
    // The client gave up.
    response.on('close', over);
  }

  function runLate(call: Call, ms: number): void {
    const { over } = faults.hold('late', {
      goOn() {
        cancel();
        runUnheard(call);
      },
      drop: () => cancel(),
    });
    const cancel = after(ms, () => {
      runUnheard(call);
      over();
    });
  }
}

/** Nobody hears whether it was refused. */
function runUnheard({ run }: Call): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof SheetsError)) throw error;
  }
}

/** Google's answer to a credential that asked more than 60 times in a minute, as recorded by other clients. */
function quotaExceeded(kind: 'Read' | 'Write'): SheetsError {
  const message =
    `Quota exceeded for quota metric '${kind} requests' and limit '${kind} requests per minute per user' ` +
    "of service 'sheets.googleapis.com' for consumer 'project_number:0'.";
  return new SheetsError(429, 'RESOURCE_EXHAUSTED', message, [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'RATE_LIMIT_EXCEEDED',
      domain: 'googleapis.com',
      metadata: {
        service: 'sheets.googleapis.com',
        consumer: 'projects/0',
        quota_location: 'global',
        quota_metric: `sheets.googleapis.com/${kind.toLowerCase()}_requests`,
        quota_limit: `${kind}RequestsPerMinutePerUser`,
        quota_limit_value: '60',
      },
    },
    {
      '@type': 'type.googleapis.com/google.rpc.Help',
      links: [
        {
          description: 'Request a higher quota limit.',
          url: 'https://cloud.google.com/docs/quota#requesting_higher_quota',
        },
      ],
    },
  ]);
}

const unavailable = (): SheetsError => new SheetsError(503, 'UNAVAILABLE', 'The service is currently unavailable.');
