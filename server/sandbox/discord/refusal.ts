import { STATUS_CODES } from 'node:http';
import type { ErrorRequestHandler } from 'express';

/** A refusal as Discord's REST API words it; thrown inside a route and written by `answerRefusals`. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;

  /** `code` is Discord's JSON error code (0 where Discord has none). */
  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

// Codes and messages: Discord's documentation, "Opcodes and Status Codes", JSON error codes.
export const unauthorized = () => new Refusal(401, 0, '401: Unauthorized');
export const missingAccess = () => new Refusal(403, 50001, 'Missing Access');
export const notFound = () => new Refusal(404, 0, '404: Not Found');
export const unknownGuild = () => new Refusal(404, 10004, 'Unknown Guild');
export const unknownMember = () => new Refusal(404, 10007, 'Unknown Member');
export const notASnowflake = (field: string, value: string) =>
  new Refusal(400, 50035, `Invalid Form Body: ${field} "${value}" is not snowflake.`);

/** The one place where a refusal becomes an answer. Anything else that was thrown is a fault of ours: 500. */
export const answerRefusals: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  const { status, code, message } = error instanceof Refusal ? error : unforeseen(error);
  response.status(status).json({ message, code });
};

function unforeseen(error: unknown): Refusal {
  // body-parser's errors carry the status that they want.
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  if (status < 500) return new Refusal(status, 0, `${status}: ${STATUS_CODES[status]}`);
  console.error(error);
  return new Refusal(500, 0, '500: Internal Server Error');
}
