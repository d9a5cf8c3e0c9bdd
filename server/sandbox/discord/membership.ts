import type { RoleKey } from '../people.ts';
import type { GuildPlan } from './guild.ts';
import { everyonePermissions, guildAnswer, memberAnswer, roleAnswers } from './guild-answers.ts';
import { unknownMember } from './refusal.ts';

/** A guild with its people and the roles that they hold by now. */
export interface Guild {
  readonly plan: GuildPlan;
  answer(): object;
  roleAnswers(): object[];
  /** Refuses with Unknown Member when nobody in the guild has that id. */
  memberAnswer(userId: string): object;
  rolesOf(userId: string): readonly RoleKey[];
  /** Replaces a member's roles, as a guild's admin would. */
  setRoles(userId: string, roles: readonly RoleKey[]): void;
  /** What the person may do in the guild, as Discord's bit set. */
  permissionsOf(userId: string): bigint;
}

export function createGuild(plan: GuildPlan): Guild {
  const held = new Map<string, readonly RoleKey[]>(plan.members.map((persona) => [persona.id, persona.roles]));

  const rolesOf = (userId: string) => held.get(userId) ?? [];
  const inFull = (keys: readonly RoleKey[]) => keys.map((key) => plan.roles[key]);

  return {
    plan,
    answer: () => guildAnswer(plan),
    roleAnswers: () => roleAnswers(plan),
    memberAnswer(userId) {
      const persona = plan.members.find(({ id }) => id === userId);
      if (!persona) throw unknownMember();
      return memberAnswer(persona, inFull(rolesOf(userId)));
    },
    rolesOf,
    setRoles: (userId, roles) => void held.set(userId, roles),
    permissionsOf: (userId) =>
      inFull(rolesOf(userId)).reduce((bits, role) => bits | role.permissions, everyonePermissions),
  };
}
