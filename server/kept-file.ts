/** A file of ours that is opened, in words when it can't be used. */
import { NotReady } from './config.ts';

/** What `open` makes of the SQLite file at `path`. Throws NotReady for one that is damaged or may not be written. */
export async function claimFile<T>(path: string, open: () => T | Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR')) throw error;
    throw new NotReady(`The file ${path} can't be used (${error.message}). ${remedyFor(error.message)}`);
  }
}

function remedyFor(message: string): string {
  return message.includes('locked')
    ? 'Another league runs on it: stop that one, or set DATA_DIR to another folder.'
    : 'Put back the one that was there, or set DATA_DIR to another folder.';
}
