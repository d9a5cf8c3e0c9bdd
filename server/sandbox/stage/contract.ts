import type { Faults } from '../discord/faults.ts';
import type { Persona } from '../people.ts';

/** What the stage's page and its server say to each other. The page takes types from here, nothing else. */

/**
 * `GET setup?server=…`: what the page needs to know before it opens anything. It shows one Discord server at a time:
 * the one with that key, or the first where there's none.
 */
export interface Setup {
  clientId: string;
  applicationName: string;
  /** All that there are, for choosing. */
  servers: readonly { key: string; name: string }[];
  server: string;
  /** Its league and a season are there from the start; elsewhere a host may connect one. */
  prepared: boolean;
  guild: { id: string; name: string };
  channel: { id: string; name: string };
  locationId: string;
  /** Who is in the server. */
  people: readonly Persona[];
  /** Where the panel is; also what the page links to. */
  panelUrl: string;
  /** The page of the prepared league's Sheet; elsewhere the list of all spreadsheets. */
  sheetUrl: string;
  /**
   * `own`: each person's panel has a host name of its own below the stage's (ana.localhost), as if on a computer of
   * their own, and its wire can be cut. `shared`: all panels are at panelUrl itself.
   */
  hosts: 'own' | 'shared';
  faults: Faults;
}

/** Events of `GET live`. When the connection ends, the frames that the page opened leave their instance. */
export interface LiveEvents {
  hello: { stage: string };
  participants: { instance: string; users: string[] };
}

/** A refusal as the SDK gets it: `{code, message}`. */
export interface RpcError {
  code: number;
  message: string;
}

/** What the SDK's authenticate() answers. */
export interface Authenticated {
  access_token: string;
  user: {
    id: string;
    username: string;
    discriminator: string;
    public_flags: number;
    avatar: string | null;
    global_name: string | null;
  };
  scopes: string[];
  expires: string;
  application: { id: string; name: string; description: string; icon: string | null };
}
