import { element } from './element.ts';

interface DialogParts<Answer> {
  title: string;
  body: (Node | string)[];
  actions: { label: string; answer: Answer; primary?: boolean }[];
  /** The answer when it is closed with Escape, or its panel goes away. */
  dismissed: Answer;
}

let count = 0;

/**
 * A dialog over one panel, not over the whole stage: the person at the next panel goes on. Resolves with the answer
 * of the button that was pressed.
 */
export function openDialog<Answer>(host: HTMLElement, parts: DialogParts<Answer>): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  count += 1;
  const titleId = `dialog-title-${count}`;

  const finish = (answer: Answer) => {
    // Without a mouse one goes on where one was: in the activity.
    if (dialog.contains(document.activeElement)) host.parentElement?.querySelector('iframe')?.focus();
    dialog.remove();
    gone.disconnect();
    resolve(answer);
  };
  const buttons = parts.actions.map(({ label, answer, primary }) =>
    element('button', { type: 'button', class: primary ? 'primary' : 'plain', click: () => finish(answer) }, label),
  );
  const dialog = element(
    'div',
    {
      class: 'dialog',
      role: 'dialog',
      'aria-labelledby': titleId,
      keydown: (event) => {
        if (event instanceof KeyboardEvent && event.key === 'Escape') finish(parts.dismissed);
      },
    },
    element(
      'div',
      { class: 'dialog-card' },
      element('h2', { id: titleId }, parts.title),
      ...parts.body,
      element('div', { class: 'dialog-actions' }, ...buttons),
    ),
  );
  host.append(dialog);
  const gone = new MutationObserver(() => {
    if (!dialog.isConnected) finish(parts.dismissed);
  });
  gone.observe(document.body, { childList: true, subtree: true });
  // Not while somebody is typing elsewhere: in the Sheet, or at another panel.
  const active = document.activeElement;
  if (active === null || active === document.body || host.parentElement?.contains(active))
    buttons.at(-1)?.focus({ preventScroll: true });
  return promise;
}
