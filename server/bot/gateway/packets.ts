/**
 * What a packet has to hold for discord.js to read it. Servers that speak Discord's protocol leave out fields that
 * Discord always sends, and one that's missing would cost the whole packet: here each gets what it means where it's not
 * there (documentation: "Gateway Events", "Receiving and Responding").
 */
import {
  ApplicationCommandType,
  ComponentType,
  GatewayDispatchEvents,
  GatewayOpcodes,
  InteractionType,
} from 'discord.js';

type Fields = Readonly<Record<string, unknown>>;

/** Discord's own. Milliseconds. */
const heartbeatMs = 41_250;

/** A payload as it came off the wire. `application` is the one that the bot is of. */
export function completed(payload: unknown, application: string): unknown {
  if (!isFields(payload)) return null;
  switch (payload.op) {
    case GatewayOpcodes.Dispatch:
      return { ...payload, d: completeEvent(payload.t, payload.d, application) };
    case GatewayOpcodes.Hello: {
      const { heartbeat_interval: given } = fieldsOf(payload.d);
      return { ...payload, d: { heartbeat_interval: typeof given === 'number' && given > 0 ? given : heartbeatMs } };
    }
    case GatewayOpcodes.InvalidSession:
      return { ...payload, d: payload.d === true };
    default:
      return payload;
  }
}

function completeEvent(event: unknown, data: unknown, application: string): unknown {
  switch (event) {
    case GatewayDispatchEvents.Ready:
      return completeReady(fieldsOf(data), application);
    case GatewayDispatchEvents.InteractionCreate:
      return completeInteraction(fieldsOf(data));
    default:
      return data ?? {};
  }
}

function completeReady(ready: Fields, application: string): Fields {
  return {
    ...ready,
    guilds: listOf(ready.guilds),
    application: { id: application, flags: 0, ...fieldsOf(ready.application) },
  };
}

function completeInteraction(given: Fields): Fields {
  const { message, member, guild_id = fieldsOf(given.guild).id, ...rest } = given;
  const onMessage = given.type === InteractionType.MessageComponent || fieldsOf(message).id !== undefined;
  return {
    ...rest,
    ...(guild_id !== undefined && { guild_id }),
    ...(isFields(member) && { member: completeMember(member, given.user) }),
    ...(onMessage && { message: { id: given.id, channel_id: given.channel_id, ...fieldsOf(message) } }),
    data: completeAsked(given.type, fieldsOf(given.data)),
    locale: given.locale ?? given.guild_locale ?? 'en-US',
    entitlements: listOf(given.entitlements),
    authorizing_integration_owners: fieldsOf(given.authorizing_integration_owners),
    app_permissions: permissionsOf(given.app_permissions) ?? '0',
  };
}

/** Whose roles aren't said isn't vouched for: then neither are their permissions, and both are asked for. */
function completeMember({ permissions, roles, ...member }: Fields, user: unknown): Fields {
  const said = Array.isArray(roles) ? permissionsOf(permissions) : undefined;
  return { user, ...member, roles: listOf(roles), ...(said !== undefined && { permissions: said }) };
}

function completeAsked(type: unknown, data: Fields): Fields {
  switch (type) {
    case InteractionType.ApplicationCommand:
    case InteractionType.ApplicationCommandAutocomplete: {
      const opens = data.name === 'launch' && data.options === undefined;
      return {
        name: '',
        type: opens ? ApplicationCommandType.PrimaryEntryPoint : ApplicationCommandType.ChatInput,
        ...data,
        options: listOf(data.options),
      };
    }
    case InteractionType.MessageComponent: {
      const component_type = Array.isArray(data.values) ? ComponentType.StringSelect : ComponentType.Button;
      return { custom_id: '', component_type, ...data };
    }
    case InteractionType.ModalSubmit:
      return { custom_id: '', ...data, components: listOf(data.components) };
    default:
      return data;
  }
}

/** Documentation: "Permissions": whole numbers, written as text because they're large. */
function permissionsOf(given: unknown): string | undefined {
  const text = typeof given === 'number' ? String(given) : given;
  return typeof text === 'string' && /^\d+$/.test(text) ? text : undefined;
}

function fieldsOf(given: unknown): Fields {
  return isFields(given) ? given : {};
}

function isFields(given: unknown): given is Fields {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

function listOf(given: unknown): readonly unknown[] {
  return Array.isArray(given) ? given : [];
}
