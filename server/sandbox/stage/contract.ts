import type { Faults } from '../discord/faults.ts';
import type { Persona } from '../people.ts';

/** What the stage's page and its server say to each other. The page takes types from here, nothing else. */

/** `GET setup`: what the page needs to know before it opens anything. */
export interface Setup {
  clientId: string;
  applicationName: string;
  guild: { id: string; name: string };
  channel: { id: string; name: string };
  locationId: string;
  people: readonly Persona[];
  /** Where the panel is; also what the page links to. */
  panelUrl: string;
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
