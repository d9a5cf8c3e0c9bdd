/** Discord's refusals, as posts know them. */
import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';
import type { Refused } from './channel.ts';

/** Something else stands where Discord's answer should. */
export class OddAnswer extends Error {
  override name = 'OddAnswer';
}

/** Rethrows what isn't Discord's doing or the network's. */
export function refusedBy(error: unknown): Refused {
  if (error instanceof DiscordAPIError) return { refused: meaning(error), message: sentenceOf(error) };
  // What isn't JSON although it says so.
  if (error instanceof OddAnswer || error instanceof SyntaxError) return { refused: 'odd', message: error.message };
  if (error instanceof HTTPError || isNetwork(error)) return { refused: 'unreachable', message: String(error) };
  throw error;
}

/** It takes the message, but not as an answer to one that the bot may not read any more. */
export function isReplyRefused(error: unknown): boolean {
  const code = RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory;
  return error instanceof DiscordAPIError && error.code === code;
}

/** discord.js puts something else in its place where there's none. */
function sentenceOf({ message, status, rawError }: DiscordAPIError): string {
  return 'message' in rawError ? message : `It answers with ${status}.`;
}

function meaning({ code, status, rawError }: DiscordAPIError): Refused['refused'] {
  switch (code) {
    case RESTJSONErrorCodes.UnknownChannel:
    case RESTJSONErrorCodes.UnknownGuild:
      return 'noChannel';
    case RESTJSONErrorCodes.MissingAccess:
      return 'notSeen';
    case RESTJSONErrorCodes.MissingPermissions:
      return 'notAllowed';
    case RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel:
    case RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType:
      return 'notText';
    case RESTJSONErrorCodes.UnknownMessage:
    case RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser:
      return 'gone';
    default:
      // Not by a page that stands in front of it.
      if ((status === 401 || status === 403) && 'message' in rawError) return 'notAllowed';
      // 405 is for what that server can't do at all.
      return status === 400 || status === 405 ? 'invalid' : 'odd';
  }
}

/** What undici throws when there's no answer, or none in time. */
function isNetwork(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return error.name === 'AbortError' || /^(UND_ERR|E[A-Z]+$)/.test(code);
}
