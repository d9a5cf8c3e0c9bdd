import { channelId, guildId } from './guild.ts';

export interface Instances {
  /**
   * Puts a user's frame into the channel's running instance, or launches one. With `rejoin`, an instance that this
   * process has forgotten (it was restarted) goes on under that id, unless another one runs by now. Returns the
   * instance's id.
   */
  join(frameId: string, userId: string, rejoin?: string): string;
  /** Takes a frame out; the instance ends with its last frame. A frame that isn't in is ignored. */
  leave(frameId: string): void;
  /** The ids of the users who are in, each once, oldest first; empty when the instance has ended. */
  usersIn(instanceId: string): string[];
  /** Discord's answer about a running instance; null when it has ended. */
  answer(instanceId: string, applicationId: string): object | null;
  /** Called after every join and leave, with the instance that changed. Returns its own remover. */
  onChange(listener: (instanceId: string) => void): () => void;
}

// The shapes of both ids: Discord's documentation, "Get Application Activity Instance", its example.
export const locationId = `gc-${guildId}-${channelId}`;
const instanceIdShape = new RegExp(`^i-(\\d{17,20})-${locationId}$`);

/** The activity instance of the one channel there is. As on Discord, an instance that ended never runs again. */
export function createInstances(snowflake: () => string): Instances {
  // At most one: Discord puts everybody who opens an activity in a channel into the instance that runs there.
  // One entry for each frame, as somebody may have it open on two devices.
  let running: { id: string; launchId: string; userByFrame: Map<string, string> } | null = null;
  const listeners = new Set<(instanceId: string) => void>();

  const usersIn = (instanceId: string) =>
    running?.id === instanceId ? [...new Set(running.userByFrame.values())] : [];
  const announce = (instanceId: string) => {
    for (const listener of listeners) listener(instanceId);
  };

  return {
    join(frameId, userId, rejoin = '') {
      running ??= launch(instanceIdShape.exec(rejoin)?.[1] ?? snowflake());
      running.userByFrame.set(frameId, userId);
      announce(running.id);
      return running.id;
    },
    leave(frameId) {
      if (!running?.userByFrame.delete(frameId)) return;
      const { id, userByFrame } = running;
      if (userByFrame.size === 0) running = null;
      announce(id);
    },
    usersIn,
    answer(instanceId, applicationId) {
      if (running?.id !== instanceId) return null;
      return {
        application_id: applicationId,
        instance_id: running.id,
        launch_id: running.launchId,
        location: { id: locationId, kind: 'gc', channel_id: channelId, guild_id: guildId },
        users: usersIn(instanceId),
      };
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function launch(launchId: string) {
  return { id: `i-${launchId}-${locationId}`, launchId, userByFrame: new Map<string, string>() };
}
