/** Discord looks back "the past few minutes" for a nonce (documentation: "Message", Create Message). */
const REMEMBERED_MS = 3 * 60_000;

/** Which message was sent under a nonce, for `enforce_nonce`: sent again, no second message is made. */
export function recentNonces(now: () => number) {
  const sent = new Map<string, { messageId: string; at: number }>();
  const key = (channelId: string, nonce: string | number) => `${channelId} ${nonce}`;

  return {
    remember(channelId: string, nonce: string | number, messageId: string): void {
      for (const [known, { at }] of sent) if (now() - at > REMEMBERED_MS) sent.delete(known);
      sent.set(key(channelId, nonce), { messageId, at: now() });
    },
    /** The id of the message; undefined when there's none or it's too long ago. */
    find(channelId: string, nonce: string | number): string | undefined {
      const found = sent.get(key(channelId, nonce));
      return found && now() - found.at <= REMEMBERED_MS ? found.messageId : undefined;
    },
  };
}
