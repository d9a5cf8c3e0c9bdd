import type { ErrorRequestHandler } from 'express';
import { z } from 'zod';
import type { RpcError } from './contract.ts';

// The SDK's RPCErrorCodes; 1000 is Discord's unknown error.
const UNKNOWN_ERROR = 1000;
const INVALID_PAYLOAD = 4000;
const INVALID_USER = 4010;

/** Somebody or something that was asked for isn't in the sandbox. */
export class NotHere extends Error {}

/** What Discord's client wouldn't let that person do. */
export class NotPossible extends Error {}

export const unknownStage: RpcError = {
  code: UNKNOWN_ERROR,
  message: 'This page is no longer known to the stage. It reconnects by itself.',
};

/** The one edge of the stage's routes where what was thrown becomes an answer. */
export const answerBadRequests: ErrorRequestHandler = (error, _request, response, next) => {
  const answer = (status: number, code: number, message: string) =>
    void response.status(status).json({ code, message } satisfies RpcError);
  if (error instanceof NotHere) return answer(404, INVALID_USER, error.message);
  if (error instanceof NotPossible) return answer(409, UNKNOWN_ERROR, error.message);
  if (error instanceof z.ZodError) return answer(400, INVALID_PAYLOAD, z.prettifyError(error));
  // body-parser's errors carry the status that they want: not JSON, or too much of it.
  if (error instanceof Error && 'status' in error) return answer(Number(error.status), INVALID_PAYLOAD, error.message);
  next(error);
};
