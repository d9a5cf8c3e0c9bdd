import type {
  APIComponentInLabel,
  APIModalInteractionResponseCallbackComponent,
  APITextInputComponent,
} from 'discord.js';
import { element } from '../element.ts';
import { type Choice, choicesOf, givenChoices } from './choices.ts';
import { optionElement, tickList } from './chooser.ts';
import { componentType } from './component-type.ts';
import { textElement } from './text.ts';
import type { Viewer } from './viewer.ts';

/** What is filled in, by custom ID. */
export type FormValues = Record<string, string | string[] | boolean>;

export interface Field {
  readonly element: HTMLElement;
  /** Nothing where nothing can be filled in. */
  value?(): [string, FormValues[string]];
}

/** A part of a form: something to fill in with its label, or text. */
export function fieldFor(component: APIModalInteractionResponseCallbackComponent, viewer: Viewer): Field {
  switch (component.type) {
    case componentType.TEXT_DISPLAY:
      return { element: textElement(component.content, viewer) };
    case componentType.ACTION_ROW: {
      // The older way: a text field with its label in itself.
      const inputs = component.components.map((input) => labelled(input.label ?? '', undefined, inputFor(input)));
      const [first] = inputs;
      return first ?? { element: element('div') };
    }
    case componentType.LABEL:
      return labelled(component.label, component.description, controlFor(component.component, viewer));
  }
}

interface Control extends Field {
  /** Several things to tick, rather than one that a label belongs to. */
  readonly group?: boolean;
  readonly required: boolean;
}

function labelled(label: string, description: string | undefined, control: Control): Field {
  const name = [label, control.required ? element('span', { class: 'required', 'aria-hidden': 'true' }, ' *') : ''];
  const note = description === undefined ? [] : [element('span', { class: 'small' }, description)];
  const box = control.group
    ? element('fieldset', { class: 'field' }, element('legend', {}, ...name), ...note, control.element)
    : element('label', { class: 'field' }, element('span', { class: 'field-name' }, ...name), ...note, control.element);
  return { ...control, element: box };
}

function controlFor(component: APIComponentInLabel, viewer: Viewer): Control {
  switch (component.type) {
    case componentType.TEXT_INPUT:
      return inputFor(component);
    case componentType.STRING_SELECT:
    case componentType.USER_SELECT:
    case componentType.ROLE_SELECT:
    case componentType.MENTIONABLE_SELECT:
    case componentType.CHANNEL_SELECT: {
      const { custom_id, max_values = 1, required = true, placeholder = 'Make a selection' } = component;
      const choices = choicesOf(component, viewer);
      return max_values === 1
        ? oneOf(custom_id, choices, { required, placeholder })
        : ticked(custom_id, choices, required);
    }
    case componentType.RADIO_GROUP: {
      const { custom_id, options, required = true } = component;
      const radios = givenChoices(options).map(({ value, label, hint, chosen }) =>
        element(
          'label',
          { class: 'option' },
          element('input', { type: 'radio', name: custom_id, value, checked: chosen, required }),
          label,
          hint === '' ? '' : element('span', { class: 'small' }, hint),
        ),
      );
      const box = element('div', { class: 'ticks' }, ...radios);
      const chosen = () => box.querySelector<HTMLInputElement>('input:checked')?.value ?? '';
      return { element: box, group: true, required, value: () => [custom_id, chosen()] };
    }
    case componentType.CHECKBOX_GROUP: {
      const { custom_id, options, required = true } = component;
      return ticked(custom_id, givenChoices(options), required);
    }
    case componentType.CHECKBOX: {
      const { custom_id } = component;
      const box = element('input', { type: 'checkbox', checked: component.default === true });
      return { element: box, required: false, value: () => [custom_id, box.checked] };
    }
    case componentType.FILE_UPLOAD:
      return { element: element('p', {}, 'Files can’t be sent from here.'), required: false };
  }
}

// Documentation: "Component Reference", Text Input Styles.
const PARAGRAPH = 2;

function inputFor(component: APITextInputComponent): Control {
  const { custom_id, style, value, placeholder, required = true, min_length, max_length } = component;
  const attributes = {
    ...(placeholder ? { placeholder } : {}),
    ...(min_length ? { minlength: String(min_length) } : {}),
    ...(max_length ? { maxlength: String(max_length) } : {}),
    required,
  };
  const input =
    style === PARAGRAPH
      ? element('textarea', { rows: '3', ...attributes })
      : element('input', { type: 'text', autocomplete: 'off', ...attributes });
  input.value = value ?? '';
  return { element: input, required, value: () => [custom_id, input.value] };
}

function oneOf(
  customId: string,
  choices: readonly Choice[],
  { required, placeholder }: { required: boolean; placeholder: string },
): Control {
  const select = element(
    'select',
    { class: 'chooser', required },
    element('option', { value: '', selected: !choices.some(({ chosen }) => chosen) }, placeholder),
    ...choices.map(optionElement),
  );
  return { element: select, required, value: () => [customId, select.value === '' ? [] : [select.value]] };
}

function ticked(customId: string, choices: readonly Choice[], required: boolean): Control {
  const ticks = tickList(choices);
  return { element: ticks.element, group: true, required, value: () => [customId, ticks.values()] };
}
