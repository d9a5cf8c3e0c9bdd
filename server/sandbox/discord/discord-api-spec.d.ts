/** The package ships its schemas without types of their own; these are the ones that are used here. */
declare module 'discord-api-spec/zod' {
  import type {
    APIApplicationCommand,
    APIGuildChannel,
    APIMessage,
    APIModalInteractionResponseCallbackData,
    GuildChannelType,
    RESTGetAPIGatewayBotResult,
    RESTPatchAPIApplicationCommandJSONBody,
    RESTPatchAPIChannelMessageJSONBody,
    RESTPostAPIApplicationCommandsJSONBody,
    RESTPostAPIChannelMessageJSONBody,
    RESTPostAPIInteractionCallbackWithResponseResult,
    RESTPostAPIWebhookWithTokenJSONBody,
  } from 'discord.js';
  import type { ZodMiniObject, ZodMiniType } from 'zod/mini';

  export const ApplicationCommandAutocompleteCallbackRequestSchema: ZodMiniType;
  export const ApplicationCommandCreateRequestSchema: ZodMiniType<RESTPostAPIApplicationCommandsJSONBody>;
  export const ApplicationCommandPatchRequestPartialSchema: ZodMiniType<RESTPatchAPIApplicationCommandJSONBody>;
  export const ApplicationCommandResponseSchema: ZodMiniType<APIApplicationCommand>;
  export const ApplicationCommandUpdateRequestSchema: ZodMiniType<RESTPostAPIApplicationCommandsJSONBody>;
  export const EmbeddedActivityInstanceSchema: ZodMiniObject;
  export const ErrorResponseSchema: ZodMiniType;
  export const GatewayBotResponseSchema: ZodMiniType<RESTGetAPIGatewayBotResult>;
  export const GuildChannelResponseSchema: ZodMiniType<APIGuildChannel<GuildChannelType>>;
  export const GuildMemberResponseSchema: ZodMiniObject;
  export const GuildRoleResponseSchema: ZodMiniObject;
  export const GuildWithCountsResponseSchema: ZodMiniObject;
  export const IncomingWebhookInteractionRequestSchema: ZodMiniType<RESTPostAPIWebhookWithTokenJSONBody>;
  export const IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema: ZodMiniType<RESTPatchAPIChannelMessageJSONBody>;
  export const InteractionCallbackResponseSchema: ZodMiniType<RESTPostAPIInteractionCallbackWithResponseResult>;
  export const MessageCreateRequestSchema: ZodMiniType<RESTPostAPIChannelMessageJSONBody>;
  export const MessageEditRequestPartialSchema: ZodMiniType<RESTPatchAPIChannelMessageJSONBody>;
  export const MessageResponseSchema: ZodMiniType<APIMessage>;
  export const ModalInteractionCallbackRequestDataSchema: ZodMiniType<APIModalInteractionResponseCallbackData>;
  export const PinnedMessagesResponseSchema: ZodMiniType;
  export const PrivateGuildMemberResponseSchema: ZodMiniObject;
  export const RatelimitedResponseSchema: ZodMiniType;
  export const UserPIIResponseSchema: ZodMiniObject;
  export const UserResponseSchema: ZodMiniType;
}
