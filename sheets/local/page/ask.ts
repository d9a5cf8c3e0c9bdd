/** Asks before something that can't be undone by not having wanted it. */
export type Question = {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no?: string;
  /** A tick below the question. */
  readonly tick?: string;
};

export type Answer = { readonly yes: boolean; readonly ticked: boolean };

/** Asks in a dialog; closing it any other way is a no. The focus returns to where it was. */
export function ask({ title, text, yes, no = 'Cancel', tick }: Question): Promise<Answer> {
  const box = tick === undefined ? undefined : checkbox(tick);
  const dialog = dialogOf(title, [paragraph(text), ...(box ? [box.label] : [])], yes, no);
  return shown(dialog, () => ({
    yes: dialog.returnValue === 'yes',
    ticked: box?.input.checked ?? false,
  }));
}

/** Asks for a text; undefined when nothing is to be changed. */
export function askText(title: string, text: string, yes: string): Promise<string | undefined> {
  const field = document.createElement('textarea');
  field.rows = 4;
  field.value = text;
  field.setAttribute('aria-label', title);
  field.autofocus = true;
  const dialog = dialogOf(title, [field], yes, 'Cancel');
  return shown(dialog, () => (dialog.returnValue === 'yes' ? field.value : undefined));
}

function dialogOf(title: string, content: Node[], yes: string, no: string): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  const heading = document.createElement('h2');
  heading.textContent = title;
  heading.id = 'asked';
  dialog.setAttribute('aria-labelledby', heading.id);
  const form = document.createElement('form');
  form.method = 'dialog';
  const buttons = document.createElement('div');
  buttons.className = 'buttons';
  buttons.append(button(no, 'no'), button(yes, 'yes'));
  form.append(heading, ...content, buttons);
  dialog.append(form);
  return dialog;
}

function shown<T>(dialog: HTMLDialogElement, answer: () => T): Promise<T> {
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer());
    });
  });
}

function button(text: string, value: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.textContent = text;
  made.value = value;
  if (value === 'yes') made.className = 'main';
  return made;
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}

function checkbox(text: string): { label: HTMLElement; input: HTMLInputElement } {
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'checkbox';
  label.append(input, ` ${text}`);
  return { label, input };
}
