import type { APIEmbed, APIMessage, APIMessageTopLevelComponent, RESTAPIAttachment } from 'discord.js';
import type { Upload } from '../body.ts';
import { invalidForm } from '../invalid-form.ts';
import type { Guild } from '../membership.ts';
import { answerComponents, shownFiles } from './answer-components.ts';
import type { Attachment, Attachments } from './attachments.ts';
import { flag } from './flags.ts';
import { type AllowedMentions, refuseBeyondLimits } from './limits.ts';
import { mentionsIn } from './mentions.ts';

/** What a request says about a message's content: all bodies that post or edit one have these fields. */
export interface Content {
  readonly content?: string | null | undefined;
  readonly embeds?: readonly APIEmbed[] | null | undefined;
  readonly components?: readonly APIMessageTopLevelComponent[] | null | undefined;
  readonly attachments?: readonly RESTAPIAttachment[] | null | undefined;
  readonly allowed_mentions?: AllowedMentions | null | undefined;
  readonly flags?: number | null | undefined;
}

export interface ContentRequest {
  readonly body: Content;
  readonly files: readonly Upload[];
  /** The CDN's address as the asker reaches it. */
  readonly cdn: string;
}

interface Composing extends ContentRequest {
  readonly guild: Guild;
  readonly channelId: string;
  readonly flags: number;
  /** What it edits, with all of that message's files. */
  readonly before?: { readonly message: APIMessage; readonly files: readonly Attachment[] };
  readonly repliedTo?: string | undefined;
}

interface Composed {
  /** The fields of a message that follow from its content. */
  readonly fields: object;
  readonly files: readonly Attachment[];
}

/** A message's content as it is after a request that posts or edits it. Refuses what Discord refuses. */
export function composer(attachments: Attachments, snowflake: () => string) {
  return ({ body, files, cdn, guild, channelId, flags, before, repliedTo }: Composing): Composed => {
    const old = before?.message;
    const allowed = body.allowed_mentions ?? undefined;
    // Components of an answer are components of a request with more in them, so they're kept by sending them again.
    const components = body.components ?? (body.components === null ? [] : (old?.components ?? []));
    const content = body.content ?? (body.content === null ? '' : (old?.content ?? ''));
    const embeds = body.embeds ?? (body.embeds === null ? [] : (old?.embeds ?? []));
    const kept = keptFiles(body, before?.files ?? []);
    refuseBeyondLimits({
      flags,
      content,
      embeds,
      components,
      attachments: kept.length + files.length,
      allowedMentions: allowed,
    });

    const added = files.map((file) => {
      const description = body.attachments?.find(({ id }) => String(id) === file.n)?.description;
      return attachments.keep(file, { channelId, cdn, description });
    });
    const all = [...kept, ...added];
    const shown = flags & flag.IS_COMPONENTS_V2 ? shownFiles(components, all) : new Set<string>();
    return {
      files: all,
      fields: {
        content,
        embeds: embeds.map((embed) => ({ ...embed, type: 'rich' })),
        components: answerComponents(components, all, snowflake),
        // What components show isn't listed a second time (discord-api-docs, issue 8277).
        attachments: all.filter(({ id }) => !shown.has(id)),
        flags,
        ...mentionsIn({ content, components, allowed, guild, repliedTo }),
      },
    };
  };
}

/** An edit that lists attachments keeps those alone; one that doesn't keeps all. */
function keptFiles({ attachments }: Content, files: readonly Attachment[]): readonly Attachment[] {
  if (!attachments) return files;
  const ids = attachments.map(({ id }) => String(id));
  // Small numbers name the files of this very request.
  const unknown = ids.findIndex((id) => id.length > 5 && !files.some((file) => file.id === id));
  if (unknown >= 0) {
    const message = 'Unknown attachment';
    throw invalidForm([{ path: ['attachments', unknown, 'id'], code: 'ATTACHMENT_NOT_FOUND', message }]);
  }
  return files.filter(({ id }) => ids.includes(id));
}
