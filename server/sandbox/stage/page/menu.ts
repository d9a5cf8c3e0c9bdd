import { element } from './element.ts';
import { type IconName, icon } from './icons.ts';

/** A button that only shows an icon; `label` is what it is called for everybody who doesn't see it, and its tooltip. */
export function iconButton(name: IconName, label: string, press: () => void): HTMLButtonElement {
  return element(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': label, title: label, click: press },
    icon(name),
  );
}

/** A button that opens a small card below itself; Escape, a press outside and leaving by keyboard close it. */
export function menu(trigger: { label: string; icon?: IconName }, ...content: Node[]): HTMLDetailsElement {
  const summary = trigger.icon
    ? element(
        'summary',
        { class: 'icon-button', 'aria-label': trigger.label, title: trigger.label },
        icon(trigger.icon),
      )
    : element('summary', { class: 'plain' }, trigger.label);
  const details = element('details', { class: 'menu' }, summary, element('div', { class: 'menu-card' }, ...content));
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    details.open = false;
    summary.focus();
  });
  details.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && !details.contains(event.relatedTarget)) details.open = false;
  });
  document.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Node && !details.contains(event.target)) details.open = false;
  });
  // A press inside a panel's frame isn't seen by this page; that it loses the focus is.
  window.addEventListener('blur', () => {
    details.open = false;
  });
  return details;
}

/** One of a few, as a row of radio buttons under a caption. */
export function choice<Value extends string>(
  caption: string,
  options: readonly (readonly [Value, string])[],
  chosen: Value,
  choose: (value: Value) => void,
): HTMLFieldSetElement {
  const group = crypto.randomUUID();
  const radios = options.map(([value, label]) =>
    element(
      'label',
      { class: 'option' },
      element('input', { type: 'radio', name: group, value, checked: value === chosen, change: () => choose(value) }),
      label,
    ),
  );
  return element('fieldset', {}, element('legend', {}, caption), ...radios);
}

export function toggle(label: string, on: boolean, change: (on: boolean) => void): HTMLLabelElement {
  const box = element('input', { type: 'checkbox', checked: on, change: () => change(box.checked) });
  return element('label', { class: 'option' }, box, label);
}
