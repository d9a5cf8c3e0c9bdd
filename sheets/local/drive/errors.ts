import type { SheetsError } from '../errors.ts';

/** A refusal in the words and codes of the Drive API, which tells a reason beside the message. */
export class DriveError extends Error {
  readonly code: number;
  readonly reason: string;

  constructor(code: number, reason: string, message: string) {
    super(message);
    this.name = 'DriveError';
    this.code = code;
    this.reason = reason;
  }

  body() {
    const { code, reason, message } = this;
    return { error: { code, message, errors: [{ message, domain: 'global', reason }] } };
  }
}

export const fileNotFound = (id: string): DriveError => new DriveError(404, 'notFound', `File not found: ${id}.`);

export const permissionNotFound = (id: string): DriveError =>
  new DriveError(404, 'notFound', `Permission not found: ${id}.`);

export const notAllowed = (): DriveError =>
  new DriveError(403, 'insufficientFilePermissions', 'The user does not have sufficient permissions for this file.');

export const badRequest = (message: string): DriveError => new DriveError(400, 'badRequest', message);

/** A refusal of the house in Drive's shape. */
export function asDriveError({ code, message }: SheetsError): DriveError {
  return new DriveError(code, REASONS[code] ?? 'badRequest', message);
}

const REASONS: Readonly<Record<number, string>> = { 401: 'authError', 403: 'forbidden', 404: 'notFound' };
