/** Discord's refusals, as posts know them. */
import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';
import type { Refused } from './channel.ts';

/** Rethrows what isn't Discord's doing or the network's. */
export function refusedBy(error: unknown): Refused {
  if (error instanceof DiscordAPIError) return { refused: meaning(error), message: error.message };
  if (error instanceof HTTPError || isNetwork(error)) return { refused: 'unreachable', message: String(error) };
  throw error;
}

function meaning({ code, status }: DiscordAPIError): Refused['refused'] {
  switch (code) {
    case RESTJSONErrorCodes.UnknownChannel:
    case RESTJSONErrorCodes.UnknownGuild:
      return 'noChannel';
    case RESTJSONErrorCodes.MissingAccess:
      return 'notSeen';
    case RESTJSONErrorCodes.MissingPermissions:
      return 'notAllowed';
    case RESTJSONErrorCodes.UnknownMessage:
    case RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser:
      return 'gone';
    default:
      return status === 400 ? 'invalid' : 'unreachable';
  }
}

/** What undici throws when there's no answer, or none in time. */
function isNetwork(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return error.name === 'AbortError' || /^(UND_ERR|E[A-Z]+$)/.test(code);
}
