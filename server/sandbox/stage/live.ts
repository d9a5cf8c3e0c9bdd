import type { RequestHandler, Response } from 'express';
import type { LocalDiscord } from '../discord/discord.ts';
import type { GuildPlan } from '../discord/guild.ts';
import type { ChannelView } from './channel-view.ts';
import type { LiveEvents } from './contract.ts';

export interface OpenStages {
  /** `GET live`: server-sent events for as long as the page is open. */
  readonly connect: RequestHandler;
  /** Puts a person's frame on an open page into the guild's instance; null when no page is open under that id. */
  join(
    stage: string,
    frame: string,
    userId: string,
    at: { guild: GuildPlan; rejoin?: string | undefined },
  ): string | null;
  leave(stage: string, frame: string): void;
}

/** The stage pages that are open, and the frames on them: a page that goes away takes its frames with it. */
export function createOpenStages(discord: LocalDiscord, view: ChannelView): OpenStages {
  const pages = new Map<string, { response: Response; frames: Set<string> }>();
  const tell: Tell = (name, data) => {
    for (const { response } of pages.values()) send(response, name, data);
  };
  const botConnected = () => discord.gateway.connected() > 0;

  discord.instances.onChange((instance) => {
    tell('participants', { instance, users: discord.instances.usersIn(instance) });
  });
  discord.events.on((event) => {
    switch (event.kind) {
      case 'posted':
        return tell('message', { ...view.shown(event.message, event.to), posted: true });
      case 'edited':
        return tell('message', { ...view.shown(event.message, event.to), posted: false });
      case 'pinned': {
        const message = discord.chat.messages(event.channelId).find(({ id }) => id === event.messageId);
        return message && tell('message', { ...view.shown(message, null), posted: false });
      }
      case 'deleted':
        return tell('removed', { channelId: event.channelId, messageId: event.messageId });
      case 'commands':
        return tell('commands', {});
      case 'gateway':
        return tell('bot', { connected: botConnected() });
      // Whoever asked hears of it in the answer to their request.
      case 'answered':
      case 'launched':
        return;
    }
  });

  return {
    connect(_request, response) {
      const stage = discord.snowflake();
      const frames = new Set<string>();
      pages.set(stage, { response, frames });
      response.on('close', () => {
        pages.delete(stage);
        for (const frame of frames) discord.instances.leave(frame);
      });
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      // Sooner than EventSource's own 3 s, so that panels are back with a restarted server.
      response.write('retry: 500\n\n');
      send(response, 'hello', { stage, bot: botConnected() });
    },
    join(stage, frame, userId, at) {
      const page = pages.get(stage);
      if (!page) return null;
      page.frames.add(frame);
      return discord.instances.join(frame, userId, at);
    },
    leave(stage, frame) {
      if (pages.get(stage)?.frames.delete(frame)) discord.instances.leave(frame);
    },
  };
}

type Tell = <Name extends keyof LiveEvents>(name: Name, data: LiveEvents[Name]) => void;

function send<Name extends keyof LiveEvents>(response: Response, name: Name, data: LiveEvents[Name]): void {
  response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
}
