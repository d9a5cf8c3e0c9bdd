import { STATUS_CODES } from 'node:http';
import type { ErrorRequestHandler } from 'express';

/** A refusal as Discord's REST API words it; thrown inside a route and written by `answerRefusals`. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly details: object;

  /**
   * `code` is Discord's JSON error code (0 where Discord has none); `details` are the fields that the answer has beside
   * message and code.
   */
  constructor(status: number, code: number, message: string, details: object = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

// Codes and messages: Discord's documentation, "Opcodes and Status Codes", JSON error codes.
export const unauthorized = () => new Refusal(401, 0, '401: Unauthorized');
export const missingAccess = () => new Refusal(403, 50001, 'Missing Access');
export const notFound = () => new Refusal(404, 0, '404: Not Found');
export const unknownChannel = () => new Refusal(404, 10003, 'Unknown Channel');
export const unknownMessage = () => new Refusal(404, 10008, 'Unknown Message');
export const unknownWebhook = () => new Refusal(404, 10015, 'Unknown Webhook');
export const unknownInteraction = () => new Refusal(404, 10062, 'Unknown interaction');
export const unknownCommand = () => new Refusal(404, 10063, 'Unknown application command');
export const fileTooLarge = () => new Refusal(413, 40005, 'Request entity too large');
export const alreadyAcknowledged = () => new Refusal(400, 40060, 'Interaction has already been acknowledged.');
export const emptyMessage = () => new Refusal(400, 50006, 'Cannot send an empty message');
/** discord-api-types, RESTJSONErrorCodes. */
export const unreadableReply = () =>
  new Refusal(403, 160002, 'Cannot reply without permission to read message history');
export const missingPermissions = () => new Refusal(403, 50013, 'Missing Permissions');
export const invalidWebhookToken = () => new Refusal(401, 50027, 'Invalid Webhook Token');
export const notJson = () => new Refusal(400, 50109, 'The request body contains invalid JSON.');
export const unknownGuild = () => new Refusal(404, 10004, 'Unknown Guild');
export const unknownMember = () => new Refusal(404, 10007, 'Unknown Member');
export const notASnowflake = (field: string, value: string) =>
  new Refusal(400, 50035, `Invalid Form Body: ${field} "${value}" is not snowflake.`);

/** The one place where a refusal becomes an answer. Anything else that was thrown is a fault of ours: 500. */
export const answerRefusals: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  const { status, code, message, details } = error instanceof Refusal ? error : unforeseen(error);
  response.status(status).json({ message, code, ...details });
};

function unforeseen(error: unknown): Refusal {
  // body-parser's errors carry the status that they want.
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  if (status < 500) return new Refusal(status, 0, `${status}: ${STATUS_CODES[status]}`);
  console.error(error);
  return new Refusal(500, 0, '500: Internal Server Error');
}
