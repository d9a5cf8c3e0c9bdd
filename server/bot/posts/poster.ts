/** Puts a post where it belongs: sends it, edits what stands there, or finds what was sent before. */
import { createHash } from 'node:crypto';
import type { Posted } from '../../journal/posted.ts';
import type { League } from '../../journal/sqlite.ts';
import { type Channel, isRefused, type Place, type Refused } from './channel.ts';
import type { Memory } from './memory.ts';
import { type Post, printOf, textPrintOf, textsOf } from './post.ts';
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

    /**
     * Posts or edits it, in the channel that hosts call so. Answers what keeps it from there; what Discord will never take
     * is given up.
     */
    put,
  };

  async function put(wanted: Wanted, called: string, now: number): Promise<Refused | undefined> {
    const { subject, kind } = wanted;
    if (!wanted.post) {
      const said = { channel: '', print: '', textPrint: '', nonce: '', sponsors: [] };
      return save({ subject, state: 'skipped', ...said, at: now });
    }
    const place = await placeCalled(called);
    if (isRefused(place)) return place;
    const record = {
      subject,
      channel: place.channel,
      print: printOf(wanted.post),
      textPrint: textPrintOf(textsOf(wanted.post)),
      nonce: nonceOf(league.id, subject, now),
      sponsors: wanted.post.sponsors ?? [],
      at: now,
    };
    const before = memory.of(subject);
    const moved = kind === 'standing' && before?.channel !== place.channel;
    if (before?.state === 'posted' && !moved)
      return edit(before, { ...before, ...edited(before, record) }, wanted.post, place);
    if (before?.state !== 'sending') return send({ ...record, state: 'sending' }, wanted.post, place, wanted.replyTo);
    const sent = await lookFor(before);
    if (sent === 'found') return undefined;
    if (sent !== 'missing') return sent;
    const { nonce, at } = before;
    return send({ ...record, state: 'sending', nonce, at }, wanted.post, place, wanted.replyTo);
  }

  async function send(record: Posted, post: Post, place: Place, replyTo?: string): Promise<Refused | undefined> {
    await memory.save(record);
    const answered = replyTo === undefined ? undefined : memory.of(replyTo);
    const known = answered?.state === 'posted' && answered.channel === place.channel;
    const sent = await channel.post(place, post, {
      nonce: record.nonce,
      ...(known && { replyTo: answered.message }),
    });
    if (!isRefused(sent)) return save({ ...record, state: 'posted', message: sent.message });
    if (isTrouble(sent.refused)) return sent;
    giveUp(record, sent);
    return save({ ...record, state: 'skipped' });
  }

  async function edit(before: Posted, after: Posted, post: Post, place: Place): Promise<Refused | undefined> {
    const { channel: where, message = '' } = before;
    const done = await channel.edit({ ...place, channel: where }, message, post);
    if (!isRefused(done)) return save(after);
    if (done.refused === 'unreachable') return done;
    if (done.refused === 'invalid') {
      giveUp(before, done);
      return save(after);
    }
    // In a channel that the league has left, what may not be edited any more stays as it is.
    if (done.refused !== 'gone' && where === place.channel) return done;
    return save({ ...before, state: 'gone' });
  }

  /** Whether what was being sent is there: then it's noted. */
  async function lookFor(sending: Posted): Promise<'found' | 'missing' | Refused> {
    const place = { guild: league.guild, channel: sending.channel };
    const listed = await channel.latest(place, sending.at - clockSlackMs);
    // A channel that's gone has nothing to be found in it.
    if (isRefused(listed)) return listed.refused === 'noChannel' ? 'missing' : listed;
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
