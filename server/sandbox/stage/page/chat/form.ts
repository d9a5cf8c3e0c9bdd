import type { Modal } from '../../../discord/interactions/answer.ts';
import { element } from '../element.ts';
import { type FormValues, fieldFor } from './form-field.ts';
import type { Viewer } from './viewer.ts';

interface FormParts {
  form: Modal;
  viewer: Viewer;
  /** Sends it in. Answers what went wrong, in words; null closes it. */
  submit(values: FormValues): Promise<string | null>;
}

/** A form that the bot opened for one person, over their channel. Answers its closer. */
export function openForm(host: HTMLElement, { form, viewer, submit }: FormParts): () => void {
  const before = document.activeElement;
  const fields = form.components.map((component) => fieldFor(component, viewer));
  const problem = element('p', { class: 'failure', role: 'alert' });
  const send = element('button', { type: 'submit', class: 'primary' }, 'Submit');
  const behind = [...(host.parentElement?.children ?? [])].filter((one) => one !== host);
  const close = () => {
    dialog.remove();
    for (const one of behind) one.removeAttribute('inert');
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
  const sendIn = async () => {
    send.disabled = true;
    problem.textContent = '';
    const wrong = await submit(Object.fromEntries(fields.flatMap((field) => (field.value ? [field.value()] : []))));
    send.disabled = false;
    if (wrong === null) return close();
    problem.textContent = wrong;
  };
  const dialog = element(
    'div',
    {
      class: 'dialog',
      role: 'dialog',
      'aria-modal': 'true',
      'aria-label': form.title,
      keydown: (event) => {
        if (event instanceof KeyboardEvent && event.key === 'Escape') close();
      },
    },
    element(
      'form',
      {
        class: 'dialog-card form',
        submit: (event) => {
          event.preventDefault();
          void sendIn();
        },
      },
      element('h2', {}, form.title),
      ...fields.map((field) => field.element),
      problem,
      element(
        'div',
        { class: 'dialog-actions' },
        element('button', { type: 'button', class: 'plain', click: close }, 'Cancel'),
        send,
      ),
    ),
  );
  host.append(dialog);
  for (const one of behind) one.setAttribute('inert', '');
  dialog.querySelector<HTMLElement>('input, textarea, select')?.focus();
  return close;
}
