/** What somebody ought to know, told to each of them once: with the next thing that they ask. */
import { racerOf } from '../actions/lookup.ts';
import type { BotWords } from '../words/bot/english.ts';
import type { Language } from '../words/bot/language.ts';
import { factsFor, type InLeague, namesFor } from './asked.ts';
import { plain } from './markdown.ts';
import type { Message } from './message.ts';
import { message, text } from './replies.ts';

/** Something that a host puts right, or an answer that somebody waits for. */
export interface Notice {
  /** The same as long as it's the same trouble. */
  readonly key: string;
  say(language: Language): string;
}

/** `posts` is what keeps the bot from posting in a guild, if anything does. */
export function openNotices(posts: (guild: string) => Notice | undefined) {
  const told = new Map<string, Set<string>>();

  /** What they haven't been told yet. */
  return (asked: InLeague): Message | undefined => {
    const forHosts = asked.member.host ? [sheetNotice(asked), posts(asked.guild), ...waitingProtests(asked)] : [];
    const own = answeredProtests(asked);
    const standing = [...forHosts, ...own].filter((one) => one !== undefined);
    const known = told.get(asked.guild) ?? new Set<string>();
    const of = ({ key }: Notice) => `${asked.member.user} ${key}`;
    // What is over may come again, and is told again; what others were told stays told.
    const isOthers = (one: string) => !one.startsWith(`${asked.member.user} `);
    const still = [...known].filter((one) => isOthers(one) || standing.some((notice) => of(notice) === one));
    const fresh = standing.filter((notice) => !known.has(of(notice)));
    told.set(asked.guild, new Set([...still, ...fresh.map(of)]));
    if (fresh.length === 0) return undefined;
    const { words } = asked;
    const head = fresh.some((notice) => !own.includes(notice)) ? words.notice.head : undefined;
    return message(text(head, ...fresh.map((notice) => notice.say(words.language))));
  };
}

/** After so long an answer is no news. Milliseconds: three days. */
const newsMs = 3 * 86_400_000;

function waitingProtests(asked: InLeague): Notice[] {
  const names = namesFor(asked);
  return [...factsFor(asked).protests.values()].flatMap(({ id, race, racer, says, settled }): Notice[] => {
    const given = { racer: names.racer(racer), race: names.race(race), says: plain(says) };
    return settled ? [] : [{ key: `protest ${id}`, say: () => asked.words.notice.protest(given) }];
  });
}

function answeredProtests(asked: InLeague): Notice[] {
  const facts = factsFor(asked);
  const names = namesFor(asked);
  const own = racerOf(facts, asked.member)?.id;
  return [...facts.protests.values()].flatMap(({ id, race, racer, settled }): Notice[] => {
    if (racer !== own || !settled || settled.at < asked.now - newsMs) return [];
    const given = { race: names.race(race), how: settled.how, says: plain(settled.says) };
    return [{ key: `answer ${id}`, say: () => asked.words.notice.answer(given) }];
  });
}

function sheetNotice({ league, words }: InLeague): Notice | undefined {
  const trouble = league.sync.trouble();
  if (!trouble) {
    if (league.sync.view().state !== 'unreachable') return undefined;
    return { key: 'sheetDown', say: () => words.notice.sheetDown };
  }
  const message = 'message' in trouble ? trouble.message.slice(0, 200) : '';
  const given = { trouble: trouble.trouble, account: league.account, message: plain(message) };
  return { key: trouble.trouble, say: () => sentence(words, given) };
}

function sentence(words: BotWords, given: Parameters<BotWords['trouble']>[0]): string {
  const { what, remedy } = words.trouble(given);
  return `${what} ${remedy}`;
}
