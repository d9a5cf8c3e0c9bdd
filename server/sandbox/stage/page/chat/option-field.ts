import type { APIApplicationCommandBasicOption } from 'discord.js';
import { element } from '../element.ts';
import { shownName } from '../person.ts';
import { type Combobox, combobox, type Suggestion } from './combobox.ts';
import { descriptionOf, folded, nameOf } from './offered.ts';
import { localeOf, type Viewer } from './viewer.ts';

type Value = string | number | boolean;

export interface OptionField {
  readonly name: string;
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  /** What is filled in; undefined for nothing. */
  value(): Value | undefined;
  /** Why it can't be sent like this, in words; null when it can. */
  fault(): string | null;
}

interface FieldParts {
  option: APIApplicationCommandBasicOption;
  viewer: Viewer;
  /** Asks the bot what could stand there; null when it doesn't answer. */
  askBot(typed: string): Promise<readonly Suggestion[] | null>;
  /** The person looks at this one: its hint is to be shown. */
  looked(hint: string): void;
  /** It's filled in; on to the next. */
  done(): void;
  send(): void;
}

// Documentation: "Application Commands", Application Command Option Type.
const optionType = { INTEGER: 4, BOOLEAN: 5, USER: 6, CHANNEL: 7, ROLE: 8, MENTIONABLE: 9, NUMBER: 10 } as const;

/** One option of a command that is being typed. */
export function optionField({ option, viewer, askBot, looked, done, send }: FieldParts): OptionField {
  const locale = localeOf(viewer.persona);
  const label = nameOf(option, locale);
  const asks = 'autocomplete' in option && option.autocomplete === true;
  const fixed = fixedChoices(option, viewer);
  const placeholder = option.required ? '' : 'optional';
  const hint = `${label}: ${descriptionOf(option, locale)}`;
  /** What was picked, as long as its label stands there. */
  let picked: Suggestion | null = null;

  const fromList = (suggest: (text: string) => ReturnType<typeof askBot> | Suggestion[]) => {
    const box = combobox({
      label,
      placeholder,
      opens: 'on focus',
      suggest,
      picked(suggestion) {
        picked = suggestion;
        box.input.value = suggestion.label;
        done();
      },
      entered: send,
    });
    return box;
  };
  const among = (text: string) => (fixed ?? []).filter((choice) => folded(choice.label).includes(folded(text)));
  const box = asks ? fromList(askBot) : fixed ? fromList(among) : plainField(label, placeholder, send);
  const { input } = box;
  if (isNumeric(option)) input.inputMode = 'numeric';
  input.required = option.required === true;
  input.addEventListener('focus', () => looked(hint));

  const value = (): Value | undefined => {
    const text = input.value.trim();
    if (text === '') return undefined;
    if (picked?.label === input.value) return picked.value;
    const named = fixed?.find((choice) => folded(choice.label) === folded(text));
    if (named) return named.value;
    return isNumeric(option) && !Number.isNaN(Number(text)) ? Number(text) : text;
  };

  return {
    name: option.name,
    element: element('label', { class: 'option-field' }, element('span', {}, label), box.element),
    input,
    value,
    fault() {
      const filled = value();
      if (filled === undefined) return option.required ? `${label}: this is needed.` : null;
      if (fixed && !fixed.some((choice) => choice.value === filled)) return `${label}: pick one from the list.`;
      if (isNumeric(option) && typeof filled !== 'number') return `${label}: this is a number.`;
      return rangeFault(option, filled, label);
    },
  };
}

/** Where anything can be typed, with nothing to pick. */
function plainField(label: string, placeholder: string, send: () => void): Pick<Combobox, 'element' | 'input'> {
  const input = element('input', {
    type: 'text',
    autocomplete: 'off',
    'aria-label': label,
    placeholder,
    keydown: (event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Enter') return;
      event.preventDefault();
      send();
    },
  });
  return { element: element('span', { class: 'combobox' }, input), input };
}

function isNumeric({ type }: APIApplicationCommandBasicOption): boolean {
  return type === optionType.INTEGER || type === optionType.NUMBER;
}

/** What alone can stand there, or null where anything can. */
function fixedChoices(option: APIApplicationCommandBasicOption, { setup, persona }: Viewer): Suggestion[] | null {
  const people = () => setup.people.map((one) => ({ value: one.id, label: shownName(one), hint: one.username }));
  const roles = () => setup.roles.map(({ id, name }) => ({ value: id, label: name }));
  if (option.type === optionType.BOOLEAN)
    return [
      { value: true, label: 'True' },
      { value: false, label: 'False' },
    ];
  if (option.type === optionType.USER) return people();
  if (option.type === optionType.ROLE) return roles();
  if (option.type === optionType.MENTIONABLE) return [...people(), ...roles()];
  if (option.type === optionType.CHANNEL) return setup.channels.map(({ id, name }) => ({ value: id, label: name }));
  if (!('choices' in option) || !option.choices?.length) return null;
  return option.choices.map((choice) => ({ value: choice.value, label: nameOf(choice, localeOf(persona)) }));
}

function rangeFault(option: APIApplicationCommandBasicOption, filled: Value, label: string): string | null {
  if (typeof filled !== 'number') return null;
  const least = 'min_value' in option ? option.min_value : undefined;
  const most = 'max_value' in option ? option.max_value : undefined;
  if (option.type === optionType.INTEGER && !Number.isInteger(filled)) return `${label}: this is a whole number.`;
  if (least !== undefined && filled < least) return `${label}: at least ${least}.`;
  if (most !== undefined && filled > most) return `${label}: at most ${most}.`;
  return null;
}
