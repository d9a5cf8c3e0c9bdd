// Documentation: "Message", Message Flags.
export const flag = {
  SUPPRESS_EMBEDS: 1 << 2,
  EPHEMERAL: 1 << 6,
  LOADING: 1 << 7,
  SUPPRESS_NOTIFICATIONS: 1 << 12,
  IS_COMPONENTS_V2: 1 << 15,
} as const;

/** What a bot may set on a message that it sends; Discord drops the rest. */
export const sendable = flag.SUPPRESS_EMBEDS | flag.SUPPRESS_NOTIFICATIONS | flag.IS_COMPONENTS_V2;
