/** Makes Discord's list of our commands what it should be, if it isn't yet: creating commands is rationed to 200 a day. */
import { DiscordAPIError, type REST, Routes } from 'discord.js';
import { commands } from '../commands/all.ts';
import { declarationsOf, entryPoint } from './declarations.ts';

/** Whether anything had to be changed. Rejects for what Discord refuses. */
export async function deploy(rest: REST, application: string): Promise<boolean> {
  const route = Routes.applicationCommands(application);
  const wanted = declarationsOf(commands);
  const there = await rest
    .get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })
    .catch(unlessUnlisted);
  if (isDeployed(wanted, there)) return false;
  // All at once: a command that stays the same keeps its ID, and what isn't ours any more goes.
  await rest.put(route, { body: wanted }).catch(async (refusal: unknown) => {
    if (!(refusal instanceof DiscordAPIError) || refusal.status !== 400) throw refusal;
    // A server without activities doesn't know what opens one. Discord itself doesn't let it go.
    const body = wanted.filter((one) => one !== entryPoint);
    await rest.put(route, { body }).catch(() => Promise.reject(refusal));
  });
  return true;
}

/** A server may take commands and list none. */
function unlessUnlisted(error: unknown): undefined {
  if (error instanceof DiscordAPIError && (error.status === 404 || error.status === 405)) return undefined;
  throw error;
}

/** Whether the list there is the one that is wanted, as it would travel. */
export function isDeployed(wanted: readonly { name: string }[], there: unknown): boolean {
  const list: unknown = JSON.parse(JSON.stringify(wanted));
  if (!Array.isArray(there) || !Array.isArray(list) || there.length !== list.length) return false;
  return list.every((own) => there.some((other) => nameOf(own) === nameOf(other) && says(own, other)));
}

function nameOf(command: unknown): unknown {
  return typeof command === 'object' && command !== null && 'name' in command ? command.name : undefined;
}

/** Discord adds fields of its own, such as a version, and leaves out what is false or empty. */
function says(wanted: unknown, there: unknown): boolean {
  if (Array.isArray(wanted)) {
    const list = Array.isArray(there) ? there : [];
    return list.length === wanted.length && wanted.every((one, index) => says(one, list[index]));
  }
  if (typeof wanted !== 'object' || wanted === null) return wanted === there || (!wanted && !there);
  const other: object = typeof there === 'object' && there !== null ? there : {};
  const limits = ['min_value', 'max_value', 'max_length', 'autocomplete'].filter((key) => !(key in wanted));
  return (
    Object.entries(wanted).every(([key, value]) => says(value, Reflect.get(other, key))) &&
    limits.every((key) => !Reflect.get(other, key))
  );
}
