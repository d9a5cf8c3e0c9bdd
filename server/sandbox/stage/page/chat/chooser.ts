import { element } from '../element.ts';
import { menu } from '../menu.ts';
import type { Choice } from './choices.ts';

interface ChooserParts {
  label: string;
  choices: readonly Choice[];
  disabled: boolean;
  /** How many are to be chosen. */
  least: number;
  most: number;
  customId: string;
  chosen(values: string[]): void;
}

/** A list in a message: one choice is made at once, several are ticked and sent together. */
export function chooser(parts: ChooserParts): HTMLElement {
  return parts.most === 1 ? single(parts) : several(parts);
}

function single({ label, choices, disabled, customId, chosen }: ChooserParts): HTMLElement {
  const select = element(
    'select',
    {
      class: 'chooser',
      'aria-label': label,
      'data-custom-id': customId,
      disabled,
      change: () => chosen([select.value]),
    },
    element('option', { value: '', disabled: true, selected: !choices.some((choice) => choice.chosen) }, label),
    ...choices.map(optionElement),
  );
  return select;
}

function several({ label, choices, disabled, least, most, customId, chosen }: ChooserParts): HTMLElement {
  const picked = choices.filter((choice) => choice.chosen).map(({ label: name }) => name);
  if (disabled) return element('button', { type: 'button', class: 'plain', disabled: true }, label);
  const ticks = tickList(choices, () => {
    const { length } = ticks.values();
    done.disabled = length < least || length > most;
  });
  const done = element('button', { type: 'button', class: 'primary', click: () => chosen(ticks.values()) }, 'Choose');
  done.disabled = picked.length < least || picked.length > most;
  const details = menu({ label: picked.length > 0 ? picked.join(', ') : label }, ticks.element, done);
  details.dataset.customId = customId;
  return details;
}

export function optionElement({ value, label, hint, chosen }: Choice): HTMLOptionElement {
  return element('option', { value, selected: chosen }, hint === '' ? label : `${label} · ${hint}`);
}

/** Choices to be ticked, one below the other. */
export function tickList(choices: readonly Choice[], changed: () => void = () => {}) {
  const boxes = choices.map(({ value, chosen }) =>
    element('input', { type: 'checkbox', value, checked: chosen, change: changed }),
  );
  const rows = choices.map(({ label, hint }, index) =>
    element(
      'label',
      { class: 'option' },
      boxes[index] ?? '',
      label,
      hint === '' ? '' : element('span', { class: 'small' }, hint),
    ),
  );
  return {
    element: element('div', { class: 'ticks' }, ...rows),
    values: () => boxes.filter(({ checked }) => checked).map(({ value }) => value),
  };
}
