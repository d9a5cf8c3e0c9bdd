import type { RoleKey } from '../people.ts';
import { botMember } from './bot.ts';
import type { GuildPlan } from './guild.ts';
import { guildAnswer, memberAnswer, roleAnswers } from './guild-answers.ts';
import { everyonePermissions } from './permissions.ts';
import { unknownMember } from './refusal.ts';

/** A guild with its people and the roles that they hold by now. */
export interface Guild {
  readonly plan: GuildPlan;
  answer(): object;
  roleAnswers(): object[];
  /** Refuses with Unknown Member when nobody in the guild has that id. */
  memberAnswer(userId: string): { readonly user: object };
  rolesOf(userId: string): readonly RoleKey[];
  /** Replaces a member's roles, as a guild's admin would. */
  setRoles(userId: string, roles: readonly RoleKey[]): void;
  /** What the person may do in the guild, as Discord's bit set. */
  permissionsOf(userId: string): bigint;
}

/** `clientId` is the bot's: it is in every guild from the start. */
export function createGuild(plan: GuildPlan, clientId: string): Guild {
  const held = new Map<string, readonly RoleKey[]>(plan.members.map((persona) => [persona.id, persona.roles]));

  const rolesOf = (userId: string) => held.get(userId) ?? [];
  const inFull = (keys: readonly RoleKey[]) => keys.map((key) => plan.roles[key]);

  return {
    plan,
    answer: () => guildAnswer(plan, clientId),
    roleAnswers: () => roleAnswers(plan, clientId),
    memberAnswer(userId) {
      if (userId === clientId) return botMember(clientId, plan);
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
