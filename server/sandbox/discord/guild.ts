import { moonlighters, type Persona, people, type RoleKey } from '../people.ts';

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
  readonly color: number;
}

/** One of the sandbox's guilds, as it is before anybody changes something in it. All ids are snowflakes as text. */
export interface GuildPlan {
  /** Stable and readable, for addresses. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
  /** The voice channel that the activity is opened in. */
  readonly channelId: string;
  readonly channelName: string;
  readonly roles: Readonly<Record<RoleKey, Role>>;
  readonly members: readonly Persona[];
}

// Documentation: "Permissions", bitwise permission flags.
export const MANAGE_GUILD = 1n << 5n;

const rolesWithIds = (host: string, manager: string, regular: string): GuildPlan['roles'] => ({
  host: { id: host, name: 'League host', permissions: 0n, color: 0xe8a33d },
  manager: { id: manager, name: 'Server manager', permissions: MANAGE_GUILD, color: 0x5f8dd3 },
  regular: { id: regular, name: 'Regular', permissions: 0n, color: 0x6fae78 },
});

const club: GuildPlan = {
  key: 'club',
  id: '912047735206313984',
  name: 'Cozy-Kart Club',
  channelId: '912047735906762753',
  channelName: 'Race night',
  roles: rolesWithIds('912051209847103488', '912051356719214592', '912051482053345281'),
  members: people,
};

const moonlight: GuildPlan = {
  key: 'moonlight',
  id: '1043182094607319070',
  name: 'Moonlight Karts',
  channelId: '1043182095542661150',
  channelName: 'Late shift',
  roles: rolesWithIds('1043185520846118932', '1043185677092257853', '1043185792284590142'),
  members: moonlighters,
};

/** The sandbox's guilds. The first has a league from the start; in the others a host may connect one. */
export const guilds: readonly [GuildPlan, ...GuildPlan[]] = [club, moonlight];

export const guildId = club.id;
