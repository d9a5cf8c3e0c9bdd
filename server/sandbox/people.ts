/** Where in a guild somebody stands. `everyone` is implied and never listed. */
export const roleKeys = ['host', 'manager', 'regular'] as const;
export type RoleKey = (typeof roleKeys)[number];

/** Somebody, as they are in one guild. */
export interface Persona {
  /** Stable and readable; also the person's part of a panel's host name, so lower case letters only. */
  readonly key: string;
  /** A Discord user id: a snowflake as text, 18 digits. */
  readonly id: string;
  readonly username: string;
  /** Null for somebody who never set a display name: Discord then shows the username. */
  readonly globalName: string | null;
  /** Hash of the picture under /cdn/avatars/:id/, or null for Discord's default picture. */
  readonly avatar: string | null;
  /** Nickname in the guild, or null. */
  readonly nick: string | null;
  /** The language that their Discord is set to; English (en-US) when left out. */
  readonly locale?: string;
  readonly part: 'host' | 'racer' | 'spectator';
  readonly roles: readonly RoleKey[];
}

/**
 * The sandbox's people, as they are in its first guild: one host, eight racers, one spectator; all of them made up.
 * Between them they bring what a real guild brings: no picture, no display name, a long name, an accent, an emoji, a
 * nickname.
 */
export const people: readonly Persona[] = [
  {
    key: 'host',
    id: '284150937661120512',
    username: 'juno.hosts',
    globalName: 'Juno',
    avatar: '5b1f6a0c92d84e37a6c0d15e8f42b973',
    nick: null,
    part: 'host',
    roles: ['host', 'manager', 'regular'],
  },
  {
    key: 'ana',
    id: '301877254093348864',
    username: 'ana_drifts',
    globalName: 'Ana',
    avatar: '0d9e3c7745fa4b61b2a8f6c1937e50d4',
    nick: null,
    part: 'racer',
    roles: ['regular'],
  },
  {
    key: 'robin',
    id: '417326980154753024',
    username: 'robin.k',
    globalName: 'Robin',
    avatar: 'c47a1b80e6d94f2f8e315a7bd0629c1e',
    nick: null,
    part: 'racer',
    roles: ['regular'],
  },
  {
    key: 'zoe',
    id: '529604418837446656',
    username: 'zoe_zoom',
    globalName: 'Zoë',
    avatar: '81e2f95d3ab04c16974d6b0fe8c7a235',
    nick: null,
    part: 'racer',
    roles: [],
  },
  {
    key: 'mateo',
    id: '633190752846938112',
    username: 'mateo77',
    globalName: 'Mateo',
    avatar: null,
    nick: 'Teo',
    locale: 'es-ES',
    part: 'racer',
    roles: ['regular'],
  },
  {
    key: 'kiki',
    id: '748215369021587456',
    username: 'kikigarden',
    globalName: 'Kiki 🌻',
    avatar: 'f3069d12c8be4a75b5e09c7a416d82fb',
    nick: null,
    part: 'racer',
    roles: [],
  },
  {
    key: 'bart',
    id: '862740193558405120',
    username: 'bartholomew_f',
    globalName: 'Bartholomew Featherstonehaugh',
    avatar: '2ac85e70f1934db6803f9b64e5d71c0a',
    nick: null,
    part: 'racer',
    roles: [],
  },
  {
    key: 'sam',
    id: '975038261407842304',
    username: 'sam',
    globalName: null,
    avatar: null,
    nick: null,
    part: 'racer',
    roles: ['regular'],
  },
  {
    key: 'priya',
    id: '1088516420937654272',
    username: 'priya.laps',
    globalName: 'Priya',
    avatar: '9670d4eb2f1c4835ad9e52c8b1f0673d',
    nick: null,
    part: 'racer',
    roles: [],
  },
  {
    key: 'spectator',
    id: '1150293847561928704',
    username: 'noor_watches',
    globalName: 'Noor',
    avatar: 'be14c9076a5d42f0916c8d37f2e05ba8',
    nick: null,
    part: 'spectator',
    roles: [],
  },
];

/** The few of them who are in the second guild as well: there it's Priya who may manage the server. */
export const moonlighters: readonly Persona[] = [
  { ...called('priya'), part: 'host', roles: ['manager'] },
  { ...called('ana'), roles: [] },
  { ...called('sam'), roles: ['regular'] },
  called('spectator'),
];

function called(key: string): Persona {
  const persona = people.find((candidate) => candidate.key === key);
  if (!persona) throw new Error(`Nobody in the sandbox has the key ${key}.`);
  return persona;
}
