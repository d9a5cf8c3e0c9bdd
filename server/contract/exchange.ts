/** In and out: files, and being forgotten. */

/**
 * POST /api/import, for hosts: a file as the body, a CSV of results (2 MB at most) or a league's JSON (application/json,
 * 16 MB). With `?dry=1` nothing is changed. With problems nothing is changed either, and it answers 422 with an ErrorAnswer
 * in addition.
 */
export interface ImportAnswer {
  /** "Imported: 1 season, 12 races, 8 racers, 96 results." */
  message: string;
  /** The version of the league that holds it, if it was done. */
  version?: number;
  /** All of it is here already. */
  nothingNew?: true;
  /** By name: what is new, and what is here already. */
  seasons: { added: string[]; known: string[] };
  races: { added: number; known: number };
  racers: { added: string[]; known: number };
  /** New ones. */
  results: number;
  /** `line` counts from 1, the headers included. */
  problems: { line?: number; what: string; remedy: string }[];
  /** So many more problems than are listed. */
  more?: number;
  /** What is worth knowing before: a sentence each. */
  notes: string[];
}

/**
 * POST /api/export with `{ file }`, for hosts: league.json, results.csv, or tab-results.csv and its like. The link works
 * once and without signing in. GET /api/export/<file> answers the file itself to a host's token.
 */
export interface ExportAnswer {
  url: string;
  /** Milliseconds since 1970. */
  until: number;
}

/** POST /api/forget-me with `{ confirm: true }`; hosts may add the `racer` whom it's about. */
export interface ForgetAnswer {
  message: string;
}
