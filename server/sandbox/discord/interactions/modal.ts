import { allOf, type Component, componentType, isSelect } from '../messages/component.ts';
import type { Modal } from './answer.ts';

/** What a person fills in, by custom id: text, what is chosen of a list, or a tick. */
export type ModalValues = Readonly<Record<string, string | readonly string[] | boolean>>;

/** A filled-in modal as the client sends it. Throws for what the client wouldn't let a person send. */
export function fillModal(modal: Modal, values: ModalValues): object {
  const fields: readonly Component[] = modal.components;
  const known = allOf(fields).map(({ component }) => component.custom_id);
  const unknown = Object.keys(values).find((id) => !known.includes(id));
  if (unknown !== undefined) throw new Error(`The form "${modal.title}" has no field "${unknown}".`);
  let last = 0;

  const submit = (component: Component): object => {
    last += 1;
    const { type, component: inner, components, custom_id } = component;
    const shared = { type, id: component.id || last };
    if (inner) return { ...shared, component: submit(inner) };
    if (components) return { ...shared, components: components.map(submit) };
    if (custom_id === undefined || custom_id === null) return shared;
    return { ...shared, custom_id, ...entered(component, values[custom_id]) };
  };
  return { custom_id: modal.custom_id, components: fields.map(submit) };
}

type Entry = ModalValues[string] | undefined;

function entered(component: Component, value: Entry): object {
  const { type, custom_id } = component;
  const fail = (what: string) => new Error(`The field "${custom_id}" ${what}.`);
  if (type === componentType.CHECKBOX) return { value: value === true };
  if (type === componentType.TEXT_INPUT || type === componentType.RADIO_GROUP) {
    if (value !== undefined && typeof value !== 'string') throw fail('takes text');
    const text = value ?? '';
    if (text === '' && component.required !== false) throw fail('has to be filled in');
    if (text !== '' && text.length < (component.min_length ?? 0))
      throw fail(`needs ${component.min_length} characters`);
    if (text.length > (component.max_length ?? 4000)) throw fail(`takes ${component.max_length ?? 4000} characters`);
    if (type === componentType.TEXT_INPUT) return { value: text };
    return { value: text === '' ? null : chosenOf(component, [text])[0] };
  }
  if (typeof value === 'string' || typeof value === 'boolean') throw fail('takes a list');
  const needed = component.required === false ? 0 : 1;
  if ((value ?? []).length < needed) throw fail('has to be filled in');
  if (!isSelect(component) && type !== componentType.CHECKBOX_GROUP) throw fail("can't be filled in here");
  return { values: chosenOf(component, value ?? []) };
}

/** The values, once they're among the options. */
export function chosenOf({ options, custom_id }: Component, values: readonly string[]): readonly string[] {
  const unknown = values.find((value) => options && !options.some((option) => option.value === value));
  if (unknown !== undefined) throw new Error(`"${custom_id}" doesn't offer "${unknown}".`);
  return values;
}
