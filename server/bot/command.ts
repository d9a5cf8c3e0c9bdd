/** What a command is: its declaration, from which its arguments are typed, and what it does. */
import type { OpenLeague } from '../open-league.ts';
import { type CommandName, commandWords, type InBoth, optionWords } from '../words/bot/commands.ts';
import { type Asked, type InLeague, inLeague } from './asked.ts';
import { text, toThem } from './replies.ts';
import type { Choice, Reply, Values } from './request.ts';
import { isShared } from './sharing.ts';

export interface Option {
  readonly words: keyof typeof optionWords;
  readonly kind: 'text' | 'whole';
  readonly required?: true;
  /** Signs for text, else the number itself. */
  readonly most?: number;
  /** What comes up while it's being typed. */
  readonly choices?: (asked: InLeague, typed: string) => Choice[];
}

type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> = O['kind'] extends 'whole' ? number : string;

/** What somebody gave, by the option's key. */
export type Given<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { required: true } ? ValueOf<O[K]> : ValueOf<O[K]> | undefined;
};

interface Declaration<O extends Options> {
  readonly name: CommandName;
  readonly options: O;
}

export interface Command {
  /** As it's typed, such as `race open`. */
  readonly name: CommandName;
  readonly about: InBoth;
  /** In the order in which they are offered; required ones first. */
  readonly options: readonly DeclaredOption[];
  /** Who sees an answer that takes its time. */
  answers(values: Values): 'them' | 'everybody';
  run(asked: Asked, league: OpenLeague | undefined, values: Values): Reply | Promise<Reply>;
  choices(asked: Asked, league: OpenLeague | undefined, option: string, typed: string): Choice[];
}

export interface DeclaredOption {
  readonly name: string;
  readonly names: InBoth;
  readonly about: InBoth;
  readonly kind: Option['kind'];
  readonly required: boolean;
  readonly most: number | undefined;
  readonly offers: boolean;
}

/** A command of a league. Where there is none yet, it says so. */
export function command<const O extends Options>(
  declaration: Declaration<O>,
  run: (asked: InLeague, given: Given<O>) => Reply | Promise<Reply>,
): Command {
  return anywhere(declaration, (asked, league, given) =>
    league ? run(inLeague(asked, league), given) : toThem(text(asked.words.edge.noLeague)),
  );
}

/** A command of a server, be there a league or not. */
export function anywhere<const O extends Options>(
  { name, options }: Declaration<O>,
  run: (asked: Asked, league: OpenLeague | undefined, given: Given<O>) => Reply | Promise<Reply>,
): Command {
  const keys = Object.keys(options);
  const nameOf = (key: string) => optionWords[options[key]?.words ?? 'name'].name.en;
  return {
    name,
    about: commandWords[name],
    answers: (values) => ('share' in options && isShared(values[nameOf('share')]) ? 'everybody' : 'them'),
    options: keys.flatMap((key) => {
      const option = options[key];
      return option ? [declared(option)] : [];
    }),
    run(asked, league, values) {
      // Discord has checked the types; what is required may still be missing from an older client.
      const given = Object.fromEntries(keys.map((key) => [key, values[nameOf(key)]]));
      const missing = keys.find((key) => options[key]?.required && given[key] === undefined);
      if (missing !== undefined) return toThem(text(asked.words.edge.noSuch('')));
      return run(asked, league, given as Given<O>);
    },
    choices(asked, league, option, typed) {
      const key = keys.find((one) => nameOf(one) === option);
      const offer = key === undefined ? undefined : options[key]?.choices;
      return offer && league ? offer(inLeague(asked, league), typed) : [];
    },
  };
}

function declared({ words, kind, required, most, choices }: Option): DeclaredOption {
  const { name, about } = optionWords[words];
  return { name: name.en, names: name, about, kind, required: required === true, most, offers: choices !== undefined };
}
