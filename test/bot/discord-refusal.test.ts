import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { expect, it } from 'vitest';
import { refusedBy } from '../../server/bot/posts/discord-refusal.ts';

it.each([
  [400, RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel, 'notText'],
  [400, RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType, 'notText'],
  [403, 50_083, 'notAllowed'],
  [401, 0, 'notAllowed'],
  [400, RESTJSONErrorCodes.InvalidFormBodyOrContentType, 'invalid'],
])('Discord’s %s %s is %s', (status, code, refused) => {
  const error = new DiscordAPIError({ code, message: 'no' }, code, status, 'POST', 'http://localhost/', {
    files: undefined,
    body: undefined,
  });
  expect(refusedBy(error).refused).toBe(refused);
});
