/** Puts a post where it belongs: sends it, edits what stands there, or finds what was sent before. */
import { createHash } from 'node:crypto';
import type { Posted } from '../../journal/posted.ts';
import type { League } from '../../journal/sqlite.ts';
import { type Channel, isRefused, type Place, passes, type Refused, type Sent } from './channel.ts';
import type { Memory } from './memory.ts';
import { inWords, type Post, printOf, textPrintOf, textsOf } from './post.ts';
import { isTrouble } from './trouble.ts';
import type { Wanted } from './wanted.ts';

interface PosterOptions {
  league: Pick<League, 'id' | 'guild'>;
  memory: Memory;
  channel: Channel;
  onError: (error: unknown) => void;
}

/** Discord's clock and ours may differ by as much. Milliseconds. */
const clockSlackMs = 2 * 60_000;
/** What was begun longer ago and is no news any more isn't looked for: nobody needs it found. Milliseconds. */
const lookedForMs = 24 * 3_600_000;

export function openPoster({ league, memory, channel, onError }: PosterOptions) {
  /** What was found in the channel, or put there, since we began. */
  const seen = new Set<string>();
  let found: { called: string; id: string } | undefined;

  return {
    hasSeen: (subject: string): boolean => seen.has(subject),

    /** Asks Discord anew which channel is meant. */
    lookAgain(): void {
      found = undefined;
    },

    /** The channel that hosts call so. */
    placeCalled,

    /** Posts or edits it there. Answers what keeps it from there; what Discord will never take is given up. */
    put,
  };

  async function put(wanted: Wanted, place: Place, now: number): Promise<Refused | undefined> {
    const { subject, kind } = wanted;
    const before = memory.of(subject);
    if (kind === 'dropped') return before && drop(before, place, now);
    if (!wanted.post) {
      const said = { channel: '', print: '', textPrint: '', nonce: '', sponsors: [] };
      return save({ subject, state: 'skipped', ...said, at: now });
    }
    const record = {
      subject,
      channel: place.channel,
      print: printOf(wanted.post),
      textPrint: textPrintOf(textsOf(wanted.post)),
      nonce: nonceOf(league.id, subject, now),
      sponsors: wanted.post.sponsors ?? [],
      at: now,
    };
    const moved = kind === 'standing' && before?.channel !== place.channel;
    if (before?.state === 'posted' && !moved)
      return edit(before, { ...before, ...edited(before, record) }, wanted.post, place);
    if (before?.state !== 'sending') return send({ ...record, state: 'sending' }, wanted.post, place, wanted.replyTo);
    const sent = await lookFor(before, place);
    if (sent === 'found') return undefined;
    if (sent !== 'missing') return sent;
    const { nonce, at } = before;
    return send({ ...record, state: 'sending', nonce, at }, wanted.post, place, wanted.replyTo);
  }

  /** No news any more: if it isn't there, it never will be. */
  async function drop(sending: Posted, place: Place, now: number): Promise<Refused | undefined> {
    if (now - sending.at > lookedForMs) {
      await memory.forget(sending.subject);
      return undefined;
    }
    const sent = await lookFor(sending, place);
    if (sent === 'missing') await memory.forget(sending.subject);
    return sent === 'missing' || sent === 'found' ? undefined : sent;
  }

  async function send(record: Posted, post: Post, place: Place, replyTo?: string): Promise<Refused | undefined> {
    const answered = replyTo === undefined ? undefined : memory.of(replyTo);
    const known = answered?.state === 'posted' && answered.channel === place.channel;
    let sending = record;
    const sent = await carry(post, async (shown) => {
      sending = { ...record, textPrint: textPrintOf(textsOf(shown)) };
      await memory.save(sending);
      return channel.post(place, shown, { nonce: record.nonce, ...(known && { replyTo: answered.message }) });
    });
    if (!isRefused(sent)) return save({ ...sending, state: 'posted', message: sent.message });
    if (isTrouble(sent.refused)) return sent;
    giveUp(sending, sent);
    return save({ ...sending, state: 'skipped' });
  }

  async function edit(before: Posted, after: Posted, post: Post, place: Place): Promise<Refused | undefined> {
    const { channel: where, message = '' } = before;
    const done = await carry(post, (shown) => channel.edit({ ...place, channel: where }, message, shown));
    if (!isRefused(done)) return save(after);
    if (passes(done.refused)) return done;
    if (done.refused === 'invalid') {
      giveUp(before, done);
      return save(after);
    }
    // In a channel that the league has left, what may not be edited any more stays as it is.
    if (done.refused !== 'gone' && where === place.channel) return done;
    return save({ ...before, state: 'gone' });
  }

  /** Where its pictures can't be drawn, what they say is carried in their place. */
  async function carry(post: Post, over: (shown: Post) => Promise<Sent | Refused>): Promise<Sent | Refused> {
    try {
      return await over(post);
    } catch (error) {
      const words = inWords(post);
      if (words === post) throw error;
      onError(error);
      return over(words);
    }
  }

  /** Whether what was being sent is there: then it's noted. */
  async function lookFor(sending: Posted, place: Place): Promise<'found' | 'missing' | Refused> {
    const listed = await channel.latest({ ...place, channel: sending.channel }, sending.at - clockSlackMs);
    if (isRefused(listed)) {
      if (passes(listed.refused)) return listed;
      // In a channel that's gone, or that the league has left, nothing more is looked for.
      return listed.refused === 'noChannel' || sending.channel !== place.channel ? 'missing' : listed;
    }
    const known = memory.messages();
    const own = listed.messages.find(
      ({ message, nonce, texts }) =>
        !known.has(message) && (nonce === sending.nonce || textPrintOf(texts) === sending.textPrint),
    );
    if (!own) return 'missing';
    await memory.save({ ...sending, state: 'posted', message: own.message });
    return 'found';
  }

  async function save(record: Posted): Promise<undefined> {
    await memory.save(record);
    if (record.state === 'posted') seen.add(record.subject);
  }

  function giveUp({ subject }: Posted, { message }: Refused): void {
    onError(new Error(`Discord refuses the post about “${subject}”, so it's left out: ${message}`));
  }

  async function placeCalled(called: string): Promise<Place | Refused> {
    if (found?.called !== called) {
      const answer = await channel.find(league.guild, called);
      if (isRefused(answer)) return answer;
      found = { called, id: answer.id };
    }
    return { guild: league.guild, channel: found.id };
  }
}

/** A post that shows another sponsor now has shown both. */
function edited(before: Posted, { print, textPrint, sponsors }: Omit<Posted, 'state'>) {
  return { print, textPrint, sponsors: [...new Set([...before.sponsors, ...sponsors])] };
}

/** Documentation: "Message", Create Message: at most 25 signs. The same post sent again has the same. */
function nonceOf(league: string, subject: string, at: number): string {
  return createHash('sha256').update(`${league} ${subject} ${at}`).digest('base64url').slice(0, 25);
}
