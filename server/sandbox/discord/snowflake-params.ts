import type { RequestParamHandler, Router } from 'express';
import { notASnowflake } from './refusal.ts';
import { isSnowflake } from './snowflake.ts';

const names = ['guild_id', 'user_id', 'application_id', 'channel_id', 'command_id', 'interaction_id', 'webhook_id'];

/** Refuses what isn't a snowflake where a route has one. Each router needs it for its own routes. */
export function checkSnowflakes(router: Router): void {
  for (const name of names) router.param(name, requireSnowflake(name));
}

function requireSnowflake(name: string): RequestParamHandler {
  return (_request, _response, next, value: string) =>
    next(isSnowflake(value) ? undefined : notASnowflake(name, value));
}
