type Detail = Record<string, unknown>;

/** A refusal in the words and codes of the Google Sheets API. `body()` is what goes over the wire. */
export class SheetsError extends Error {
  readonly code: number;
  readonly status: string;
  readonly details: readonly Detail[];

  constructor(code: number, status: string, message: string, details: readonly Detail[] = []) {
    super(message);
    this.name = 'SheetsError';
    this.code = code;
    this.status = status;
    this.details = details;
  }

  body(): { error: { code: number; message: string; status: string; details?: readonly Detail[] } } {
    const { code, message, status, details } = this;
    return { error: { code, message, status, ...(details.length > 0 && { details }) } };
  }
}

/** 400: the request as it stands can never be fulfilled. */
export const invalid = (message: string): SheetsError => new SheetsError(400, 'INVALID_ARGUMENT', message);

/**
 * 400: one field of the request is wrong.
 * @param field its path in Google's spelling (`requests[0].update_cells`), or '' where it stands at the top
 */
export const invalidField = (field: string, description: string): SheetsError =>
  new SheetsError(400, 'INVALID_ARGUMENT', description, [
    {
      '@type': 'type.googleapis.com/google.rpc.BadRequest',
      fieldViolations: [{ ...(field && { field }), description }],
    },
  ]);

/** 404: no spreadsheet has this id. */
export const notFound = (): SheetsError => new SheetsError(404, 'NOT_FOUND', 'Requested entity was not found.');

/** 401: whoever asks has to sign in first. */
export const unauthenticated = (): SheetsError =>
  new SheetsError(
    401,
    'UNAUTHENTICATED',
    'Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid ' +
      'authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
  );

/** 403: whoever asks may not do this to the spreadsheet. */
export const forbidden = (): SheetsError =>
  new SheetsError(403, 'PERMISSION_DENIED', 'The caller does not have permission');

/** 400: the file is there, but of another kind. */
export const notASpreadsheet = (): SheetsError =>
  new SheetsError(400, 'FAILED_PRECONDITION', 'This operation is not supported for this document');
