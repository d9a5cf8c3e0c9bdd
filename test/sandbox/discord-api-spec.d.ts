/** The package ships its schemas without types of their own; these are the ones that the tests use. */
declare module 'discord-api-spec/zod' {
  import type { ZodMiniObject, ZodMiniType } from 'zod/mini';

  export const EmbeddedActivityInstanceSchema: ZodMiniObject;
  export const ErrorResponseSchema: ZodMiniType;
  export const GuildMemberResponseSchema: ZodMiniObject;
  export const GuildRoleResponseSchema: ZodMiniObject;
  export const GuildWithCountsResponseSchema: ZodMiniObject;
  export const PrivateGuildMemberResponseSchema: ZodMiniObject;
  export const UserPIIResponseSchema: ZodMiniObject;
}
