/** Which of a server's channels hosts mean by what they typed. */
import type { ChannelType } from 'discord.js';
import { folded } from '../../../sheets/names.ts';

export interface ListedChannel {
  readonly id: string;
  readonly type: ChannelType;
  readonly name?: string | null | undefined;
  readonly position?: number | undefined;
}

/** By name, `#name`, ID or mention; of several with one name the upper one. Undefined where there's none. */
export function chosenChannel(
  all: readonly ListedChannel[],
  called: string,
  listable: readonly ChannelType[],
): string | undefined {
  const id = idIn(called);
  if (id !== undefined && all.some((one) => one.id === id)) return id;
  const wanted = dashed(called.trim().replace(/^#/, ''));
  const named = all.filter(({ type, name }) => listable.includes(type) && dashed(name ?? '') === wanted);
  return named.sort((a, b) => (a.position ?? 0) - (b.position ?? 0))[0]?.id;
}

/** Of `123…`, `<#123…>` and `<@&123…>`. Discord's have 17 digits and more, another server's as many as it likes. */
export function idIn(text: string): string | undefined {
  return /^(?:<[#@]&?)?(\d{1,20})>?$/.exec(text.trim())?.[1];
}

/** Discord writes a text channel's name with dashes. */
function dashed(name: string): string {
  return folded(name).replaceAll(' ', '-');
}
