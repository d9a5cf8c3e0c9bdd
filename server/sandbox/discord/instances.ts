import { type GuildPlan, guilds } from './guild.ts';

export interface Instances {
  /** Puts a user's frame into the running instance of a guild's channel, or launches one. Returns the instance's id. */
  join(frameId: string, userId: string, at?: Joining): string;
  /** Takes a frame out; the instance ends with its last frame. A frame that isn't in is ignored. */
  leave(frameId: string): void;
  /** The ids of the users who are in, each once, oldest first; empty when the instance has ended. */
  usersIn(instanceId: string): string[];
  /** Discord's answer about a running instance; null when it has ended. */
  answer(instanceId: string, applicationId: string): object | null;
  /** The id of the instance in a guild's channel: the one that runs there, or the one that the next to join launches. */
  upcoming(guild: GuildPlan): string;
  /** Called after every join and leave, with the instance that changed. Returns its own remover. */
  onChange(listener: (instanceId: string) => void): () => void;
}

interface Joining {
  /** The first one unless said otherwise. */
  guild?: GuildPlan;
  /**
   * An instance that this process has forgotten (it was restarted): it goes on under that id, unless another one runs
   * in the channel by now.
   */
  rejoin?: string | undefined;
}

/** A running instance. One entry for each frame, as somebody may have it open on two devices. */
interface Instance {
  readonly id: string;
  readonly launchId: string;
  readonly guild: GuildPlan;
  readonly userByFrame: Map<string, string>;
}

// The shapes of both ids: Discord's documentation, "Get Application Activity Instance", its example.
export const locationOf = ({ id, channelId }: GuildPlan) => `gc-${id}-${channelId}`;
const instanceIdShape = (guild: GuildPlan) => new RegExp(`^i-(\\d{17,20})-${locationOf(guild)}$`);

/** The activity's instances in the guilds' channels. As on Discord, an instance that ended never runs again. */
export function createInstances(snowflake: () => string): Instances {
  // At most one for each guild: Discord puts everybody who opens an activity in a channel into the one that runs there.
  const running = new Map<GuildPlan, Instance>();
  /** Launch ids that were told before anybody joined. */
  const told = new Map<GuildPlan, string>();
  const listeners = new Set<(instanceId: string) => void>();

  const instanceWith = (fits: (instance: Instance) => boolean) => running.values().find(fits);
  const announce = (instanceId: string) => {
    for (const listener of listeners) listener(instanceId);
  };

  return {
    join(frameId, userId, { guild = guilds[0], rejoin = '' } = {}) {
      const launchId = () => instanceIdShape(guild).exec(rejoin)?.[1] ?? told.get(guild) ?? snowflake();
      const instance = running.get(guild) ?? launch(guild, launchId());
      told.delete(guild);
      running.set(guild, instance);
      instance.userByFrame.set(frameId, userId);
      announce(instance.id);
      return instance.id;
    },
    leave(frameId) {
      const left = instanceWith(({ userByFrame }) => userByFrame.has(frameId));
      if (!left) return;
      left.userByFrame.delete(frameId);
      if (left.userByFrame.size === 0) running.delete(left.guild);
      announce(left.id);
    },
    usersIn(instanceId) {
      const instance = instanceWith(({ id }) => id === instanceId);
      return instance ? usersIn(instance) : [];
    },
    answer(instanceId, applicationId) {
      const instance = instanceWith(({ id }) => id === instanceId);
      if (!instance) return null;
      const { guild, launchId } = instance;
      return {
        application_id: applicationId,
        instance_id: instanceId,
        launch_id: launchId,
        location: { id: locationOf(guild), kind: 'gc', channel_id: guild.channelId, guild_id: guild.id },
        users: usersIn(instance),
      };
    },
    upcoming(guild) {
      const instance = running.get(guild);
      if (instance) return instance.id;
      const launchId = told.get(guild) ?? snowflake();
      told.set(guild, launchId);
      return idOfLaunch(launchId, guild);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function launch(guild: GuildPlan, launchId: string): Instance {
  return { id: idOfLaunch(launchId, guild), launchId, guild, userByFrame: new Map() };
}

function idOfLaunch(launchId: string, guild: GuildPlan): string {
  return `i-${launchId}-${locationOf(guild)}`;
}

function usersIn({ userByFrame }: Instance): string[] {
  return [...new Set(userByFrame.values())];
}
