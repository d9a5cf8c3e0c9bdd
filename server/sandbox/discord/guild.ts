import { moonlighters, type Persona, people, type RoleKey } from '../people.ts';
import { permission } from './permissions.ts';

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
  /** The text channel where results are posted. */
  readonly textChannelId: string;
  readonly textChannelName: string;
  /** The role that Discord made for the bot when it was invited. */
  readonly botRoleId: string;
  readonly roles: Readonly<Record<RoleKey, Role>>;
  readonly members: readonly Persona[];
}

const rolesWithIds = (host: string, manager: string, regular: string): GuildPlan['roles'] => ({
  host: { id: host, name: 'League host', permissions: 0n, color: 0xe8a33d },
  manager: { id: manager, name: 'Server manager', permissions: permission.MANAGE_GUILD, color: 0x5f8dd3 },
  regular: { id: regular, name: 'Regular', permissions: 0n, color: 0x6fae78 },
});

const club: GuildPlan = {
  key: 'club',
  id: '912047735206313984',
  name: 'Cozy-Kart Club',
  channelId: '912047735906762753',
  channelName: 'Race night',
  textChannelId: '912047738570096645',
  textChannelName: 'results',
  botRoleId: '912053117940862976',
  roles: rolesWithIds('912051209847103488', '912051356719214592', '912051482053345281'),
  members: people,
};

const moonlight: GuildPlan = {
  key: 'moonlight',
  id: '1043182094607319070',
  name: 'Moonlight Karts',
  channelId: '1043182095542661150',
  channelName: 'Late shift',
  textChannelId: '1043182097337810964',
  textChannelName: 'results',
  botRoleId: '1043187061355360276',
  roles: rolesWithIds('1043185520846118932', '1043185677092257853', '1043185792284590142'),
  members: moonlighters,
};

/** The sandbox's guilds. The first has a league from the start; in the others a host may connect one. */
export const guilds: readonly [GuildPlan, ...GuildPlan[]] = [club, moonlight];

export const guildId = club.id;
