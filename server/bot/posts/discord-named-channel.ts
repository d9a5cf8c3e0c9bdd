/** Which of a server's channels hosts mean by what they typed. */
import type { APIChannel, ChannelType } from 'discord.js';
import { folded } from '../../../sheets/names.ts';

/** By name, `#name`, ID or mention; of several with one name the upper one. Undefined where there's none. */
export function chosenChannel(
  all: readonly APIChannel[],
  called: string,
  listable: readonly ChannelType[],
): string | undefined {
  const id = idIn(called);
  if (id !== undefined && all.some((one) => one.id === id)) return id;
  const wanted = dashed(called.trim().replace(/^#/, ''));
  const named = all.filter((one) => listable.includes(one.type) && 'name' in one && dashed(one.name ?? '') === wanted);
  return named.sort((a, b) => positionOf(a) - positionOf(b))[0]?.id;
}

/** Of `123…`, `<#123…>` and `<@&123…>`. */
export function idIn(text: string): string | undefined {
  return /^(?:<[#@]&?)?(\d{17,20})>?$/.exec(text.trim())?.[1];
}

/** Discord writes a text channel's name with dashes. */
function dashed(name: string): string {
  return folded(name).replaceAll(' ', '-');
}

function positionOf(channel: APIChannel): number {
  return 'position' in channel ? channel.position : 0;
}
