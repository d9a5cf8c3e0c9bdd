/** What hosts ought to know, told to each of them once: with the next thing that they ask. */
import type { BotWords } from '../words/bot/english.ts';
import type { Language } from '../words/bot/language.ts';
import type { InLeague } from './asked.ts';
import { plain } from './markdown.ts';
import type { Message } from './message.ts';
import { message, text } from './replies.ts';

/** Something that a host puts right. */
export interface Notice {
  /** The same as long as it's the same trouble. */
  readonly key: string;
  say(language: Language): string;
}

/** `posts` is what keeps the bot from posting in a guild, if anything does. */
export function openNotices(posts: (guild: string) => Notice | undefined) {
  const told = new Map<string, Set<string>>();

  /** What this host hasn't been told yet. */
  return (asked: InLeague): Message | undefined => {
    if (!asked.member.host) return undefined;
    const standing = [sheetNotice(asked), posts(asked.guild)].filter((one) => one !== undefined);
    const known = told.get(asked.guild) ?? new Set<string>();
    const of = ({ key }: Notice) => `${asked.member.user} ${key}`;
    // What is over may come again, and is told again.
    const still = [...known].filter((one) => standing.some(({ key }) => one.endsWith(` ${key}`)));
    const fresh = standing.filter((notice) => !known.has(of(notice)));
    told.set(asked.guild, new Set([...still, ...fresh.map(of)]));
    if (fresh.length === 0) return undefined;
    const { words } = asked;
    return message(text(words.notice.head, ...fresh.map((notice) => notice.say(words.language))));
  };
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
