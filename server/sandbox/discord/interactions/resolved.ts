import type { Guild } from '../membership.ts';

// Option types and select types that name people, roles and channels, by Discord's numbers for each.
const users = new Set([6, 9]);

/** What the ids in an interaction stand for, as Discord sends it along. */
export class Resolved {
  readonly #guild: Guild;
  readonly #users: Record<string, object> = {};
  readonly #members: Record<string, object> = {};

  constructor(guild: Guild) {
    this.#guild = guild;
  }

  /** `type` is an option's type. Throws for somebody who isn't in the guild: a client doesn't offer them. */
  add(type: number, id: string): void {
    if (users.has(type)) this.addUser(id);
  }

  addUser(id: string): void {
    const { user, ...member } = this.#guild.memberAnswer(id);
    this.#users[id] = user;
    this.#members[id] = { ...member, permissions: String(this.#guild.permissionsOf(id)) };
  }

  answer(): object {
    if (Object.keys(this.#users).length === 0) return {};
    return { resolved: { users: this.#users, members: this.#members } };
  }
}
