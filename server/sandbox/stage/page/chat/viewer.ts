import type { Persona } from '../../../people.ts';
import type { Setup } from '../../contract.ts';

/** Through whose eyes the channel is seen. */
export interface Viewer {
  readonly persona: Persona;
  readonly setup: Setup;
  /** Milliseconds since 1970. */
  now(): number;
  /** Puts a command that a text mentions into the command line. */
  typeCommand(name: string): void;
}

export function localeOf({ locale = 'en-US' }: Persona): string {
  return locale;
}
