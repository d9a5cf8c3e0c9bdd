import type { APIApplicationCommand } from 'discord.js';
import type { Outcome } from '../../contract.ts';
import { element } from '../element.ts';
import { iconButton } from '../menu.ts';
import type { Line, Refused } from '../server.ts';
import { type Combobox, combobox, type Suggestion } from './combobox.ts';
import { fitting, type Offered, offeredOf } from './offered.ts';
import { type OptionField, optionField } from './option-field.ts';
import { localeOf, type Viewer } from './viewer.ts';

interface CommandLineParts {
  viewer(): Viewer;
  channelName(): string;
  /** A command as it's to be sent; `shown` is how the person sees it. */
  send(line: Omit<Line, 'channel'>, shown: string): void;
  autocomplete(line: Omit<Line, 'channel'>, focused: string): Promise<Outcome | Refused>;
}

export interface CommandLine {
  readonly element: HTMLElement;
  /** The commands that the person is offered, who may be another one than before. */
  offer(commands: readonly APIApplicationCommand[]): void;
  /** Begins that command, if it's offered. */
  begin(name: string): void;
}

/** Where a person types a command: first which one, then what it wants to know. */
export function commandLine(parts: CommandLineParts): CommandLine {
  let offered: readonly Offered[] = [];
  /** What is offered, and in which language, as text: to see whether it's new. */
  let known = '';
  /** Where the command's name is typed; null once there is one. */
  let chooser: Combobox | null = null;
  const hint = element('p', { class: 'command-hint', 'aria-live': 'polite' });
  const body = element('div', { class: 'command-body' });
  const say = (text: string, bad = false) => {
    hint.textContent = text;
    hint.classList.toggle('failure', bad);
  };

  // A space after the whole name begins it, as in Discord.
  const beginIfWhole = (typed: string) => {
    const whole = offered.find(({ shown }) => typed.toLowerCase() === `/${shown} `);
    if (whole) begin(whole.name);
  };
  const choose = (text = '') => {
    const box = combobox({
      label: 'Command',
      placeholder: `/ to command in ${parts.channelName()}`,
      opens: 'on click',
      suggest: (typed) =>
        fitting(offered, typed).map(({ name, shown, description }) => ({
          value: name,
          label: `/${shown}`,
          hint: description,
        })),
      picked: ({ value }) => begin(String(value)),
      typed(typed) {
        say('');
        beginIfWhole(typed);
      },
      entered: () =>
        say('Type / and pick one of the bot’s commands. Messages of people stay out of the sandbox.', true),
    });
    box.input.value = text;
    say(offered.length === 0 ? 'The bot offers no commands here.' : '');
    body.replaceChildren(box.element);
    chooser = box;
    return box;
  };

  const begin = (name: string) => {
    const command = offered.find((one) => one.name === name);
    if (!command) return say(`/${name} isn’t offered to ${parts.viewer().persona.username} here.`, true);
    const fields: OptionField[] = command.options.map((option) =>
      optionField({
        option,
        viewer: parts.viewer(),
        askBot: async () =>
          suggestionsOf(
            await parts.autocomplete(
              lineOf((field) => field.fault() === null),
              option.name,
            ),
          ),
        looked: say,
        done: () => (fields.find(({ input }) => input.required && input.value === '')?.input ?? sendButton).focus(),
        send: () => sendIn(),
      }),
    );
    const lineOf = (wanted: (field: OptionField) => boolean) => ({
      name: command.name,
      options: Object.fromEntries(
        fields.filter(wanted).flatMap((field) => {
          const value = field.value();
          return value === undefined ? [] : [[field.name, value]];
        }),
      ),
    });
    const sendIn = () => {
      const wrong = fields.find((field) => field.fault() !== null);
      if (wrong) {
        wrong.input.focus();
        return say(wrong.fault() ?? '', true);
      }
      const typed = fields.map(({ input }) => input.value).filter(Boolean);
      parts.send(
        lineOf(() => true),
        [command.shown, ...typed].join(' '),
      );
      choose().input.focus();
    };
    const back = () => choose(`/${command.shown}`).input.focus();
    const sendButton = iconButton('send', `Send /${command.shown}`, sendIn);
    const line = element(
      'div',
      {
        class: 'command-fields',
        keydown: (event) => {
          if (!(event instanceof KeyboardEvent)) return;
          const empty = event.target instanceof HTMLInputElement && event.target.value === '';
          const first = event.target === fields[0]?.input;
          if (event.key === 'Escape' || (event.key === 'Backspace' && empty && first)) {
            event.preventDefault();
            back();
          }
        },
      },
      element('b', { class: 'command-name' }, `/${command.shown}`),
      ...fields.map((field) => field.element),
      iconButton('close', 'Another command', back),
      sendButton,
    );
    body.replaceChildren(line);
    chooser = null;
    say(command.description);
    (fields[0]?.input ?? sendButton).focus();
  };

  choose();
  return {
    element: element('div', { class: 'command-line' }, body, hint),
    offer(next) {
      const typing = body.contains(document.activeElement);
      const before = known;
      const locale = localeOf(parts.viewer().persona);
      known = JSON.stringify([locale, next]);
      if (known === before) return;
      offered = offeredOf(next, locale);
      // What was typed before the commands were known isn't lost.
      const typed = chooser?.input.value ?? '';
      const open = chooser?.isOpen() ?? false;
      const { input, suggest } = choose(typed);
      if (!typing) return;
      input.focus();
      if (open) suggest();
      beginIfWhole(typed);
    },
    begin,
  };
}

function suggestionsOf(outcome: Outcome | Refused): readonly Suggestion[] | null {
  return outcome.kind === 'choices' ? outcome.choices.map(({ name, value }) => ({ label: name, value })) : null;
}
