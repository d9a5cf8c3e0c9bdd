/** The bot without its transport: a request in, a reply out. */
import type { Clock } from '../clock.ts';
import type { Connecting } from '../connect.ts';
import type { Leagues } from '../leagues.ts';
import type { OpenLeague } from '../open-league.ts';
import type { BotWords } from '../words/bot/english.ts';
import { languageOf } from '../words/bot/language.ts';
import { wordsIn } from '../words/bot/words.ts';
import { type Asked, inLeague } from './asked.ts';
import { openConfirming } from './buttons/confirm.ts';
import { meanwhileOf, old, press, pressAnywhere, type Used } from './buttons/press.ts';
import type { Command } from './command.ts';
import { commands } from './commands/all.ts';
import { type CustomId, parseCustomId } from './custom-ids.ts';
import type { Block } from './message.ts';
import { type Notice, openNotices } from './notices.ts';
import { sayRefused, text, toThem } from './replies.ts';
import type { Asks, Handled, Reply, Request } from './request.ts';

export interface HandlingOptions {
  leagues: Pick<Leagues, 'of' | 'isBroken'>;
  connecting: Connecting;
  clock: Clock;
  /** What keeps the bot from posting in a guild, if anything does. */
  posts: (guild: string) => Notice | undefined;
  onError: (error: unknown) => void;
}

export type Handling = ReturnType<typeof openHandling>;

export function openHandling({ leagues, connecting, clock, posts, onError }: HandlingOptions) {
  const confirm = openConfirming();
  const noticeFor = openNotices(posts);

  return {
    /** Never throws, whatever is asked. */
    handle(request: Request): Handled {
      const words = wordsIn(languageOf(request.locale));
      try {
        return taken(request, words);
      } catch (error) {
        onError(error);
        return failed(words);
      }
    },

    /** For a request that couldn't even be read. */
    failed: (locale: string): Handled => failed(wordsIn(languageOf(locale))),
  };

  function taken({ from, id, asks }: Request, words: BotWords): Handled {
    if (asks.kind === 'launch') return handled('nothing', () => ({ kind: 'launch' }), words);
    if (typeof from === 'string') return handled('them', () => outside(from, asks, words), words);
    if (leagues.isBroken(from.guild))
      return handled('them', () => turnedAway(sayRefused({ words }, { refused: 'league_broken' }), asks), words);
    const asked: Asked = { id, guild: from.guild, person: from.member, words, connecting, now: clock.now() };
    const league = leagues.of(from.guild);
    league?.sync.attention();
    const { meanwhile, answer } = wayOf(asked, league, asks);
    return handled(meanwhile, async () => withNotice(asked, league, await answer()), words);
  }

  /** Never rejects: what fails is said plainly, and written down for whoever runs the server. */
  function handled(meanwhile: Handled['meanwhile'], answer: () => Reply | Promise<Reply>, words: BotWords): Handled {
    const reply = (async () => answer())().catch((error: unknown): Reply => {
      onError(error);
      return sorry(words);
    });
    return { meanwhile, reply };
  }

  function failed(words: BotWords): Handled {
    return { meanwhile: 'them', reply: Promise.resolve(sorry(words)) };
  }

  function wayOf(
    asked: Asked,
    league: OpenLeague | undefined,
    asks: Exclude<Asks, { kind: 'launch' }>,
  ): { meanwhile: Handled['meanwhile']; answer: () => Reply | Promise<Reply> } {
    const { words } = asked;
    switch (asks.kind) {
      case 'command': {
        const command = commandCalled(asks.command);
        if (!command) return { meanwhile: 'them', answer: () => toThem(text(words.edge.oldCommand)) };
        return { meanwhile: command.answers(asks.values), answer: () => command.run(asked, league, asks.values) };
      }
      case 'choices': {
        const { command, option, typed } = asks;
        const choices = () => commandCalled(command)?.choices(asked, league, option, typed) ?? [];
        return { meanwhile: 'nothing', answer: () => ({ kind: 'choices', choices: choices() }) };
      }
      case 'button':
      case 'list':
      case 'form': {
        const id = parseCustomId(asks.customId);
        if (!id) return { meanwhile: 'them', answer: () => old(asked) };
        return { meanwhile: meanwhileOf(id, asks), answer: () => used(asked, league, id, asks) };
      }
    }
  }

  function used(asked: Asked, league: OpenLeague | undefined, id: CustomId, asks: Used): Reply | Promise<Reply> {
    const anywhere = pressAnywhere(asked, id);
    if (anywhere) return anywhere;
    return league ? press(inLeague(asked, league), id, asks, confirm) : toThem(text(asked.words.edge.noLeague));
  }

  function withNotice(asked: Asked, league: OpenLeague | undefined, reply: Reply): Reply {
    if (!league || (reply.kind !== 'message' && reply.kind !== 'instead')) return reply;
    const also = noticeFor(inLeague(asked, league));
    return also ? { ...reply, also } : reply;
  }
}

function sorry(words: BotWords): Reply {
  return toThem(text(words.edge.failed));
}

/** Our commands are for servers; Discord may still bring an old one from elsewhere. */
function outside(from: 'nowhere' | 'withoutBot', asks: Asks, words: BotWords): Reply {
  return turnedAway(
    from === 'nowhere' ? text(words.edge.noServer) : sayRefused({ words }, { refused: 'bot_missing' }),
    asks,
  );
}

/** What is being typed can only be answered with choices. */
function turnedAway(why: Block, { kind }: Asks): Reply {
  return kind === 'choices' ? { kind: 'choices', choices: [] } : toThem(why);
}

function commandCalled(name: string): Command | undefined {
  return commands.find((command) => command.name === name);
}
