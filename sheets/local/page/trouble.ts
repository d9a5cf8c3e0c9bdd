import type { NewFault } from '../faults/fault.ts';
import type { FaultsNow } from '../faults/queue.ts';
import { addFault, clearFaults, Refused } from './api.ts';
import { concernsNames, kindNames, nothing, orderNames, sayFaults, timesNames } from './trouble-words.ts';

/** Where a host's hand would be: the shown tab, and column and first cell of what is selected. */
type Place = { readonly tab: string; readonly column: string; readonly cell: string };

/**
 * The menu that lets requests of other programs go wrong.
 * @returns what shows all that is still to come, whoever asked for it
 */
export function openTroubleMenu(
  at: <T extends HTMLElement>(id: string) => T,
  place: () => Place,
): { show: (now: FaultsNow) => void } {
  const button = at<HTMLButtonElement>('make-trouble');
  const form = at<HTMLFormElement>('trouble');
  const clear = at<HTMLButtonElement>('clear-trouble');
  const kind = offer(form, 'kind', Object.entries(kindNames));
  // Said here, as the page's own autofocus would be refused in a frame, and complained of.
  kind.autofocus = true;
  offer(form, 'order', Object.entries(orderNames));
  offer(form, 'concerns', Object.entries(concernsNames));
  const times = timesNames.map(([count, name]) => [String(count), name] as const);
  offer(form, 'times', times);

  /** Only what the chosen kind takes can be filled in. */
  const suit = () => {
    for (const part of form.querySelectorAll<HTMLElement>('[data-of]')) {
      part.hidden = !part.dataset.of?.split(' ').includes(kind.value);
      for (const input of part.querySelectorAll('input')) input.disabled = part.hidden;
    }
    const { tab, column, cell } = place();
    at('trouble-place').textContent = kind.value === 'sort' ? `${tab}, by column ${column}.` : `Into ${tab}!${cell}.`;
  };
  const doing = async (action: Promise<void>) => {
    at('trouble-refused').textContent = '';
    try {
      await action;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      at('trouble-refused').textContent = error.message;
    }
  };

  kind.addEventListener('change', suit);
  form.addEventListener('beforetoggle', (event) => {
    if (event.newState !== 'open') return;
    at('trouble-refused').textContent = '';
    suit();
    // Below its button, wherever the toolbar has wrapped to.
    form.style.setProperty('--top', `${button.getBoundingClientRect().bottom + 4}px`);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void doing(addFault(faultIn(new FormData(form), place())));
  });
  clear.addEventListener('click', () => void doing(clearFaults()));
  suit();

  return {
    show(now) {
      const sentences = sayFaults(now);
      clear.disabled = sentences.length === 0;
      button.textContent = sentences.length === 0 ? 'Make trouble' : `Make trouble (${sentences.length})`;
      button.classList.toggle('on', sentences.length > 0);
      at('to-come').replaceChildren(...(sentences.length === 0 ? [nothing] : sentences).map(listItem));
    },
  };
}

/** Fills a list to choose from. */
function offer(
  form: HTMLFormElement,
  name: string,
  options: readonly (readonly [value: string, name: string])[],
): HTMLSelectElement {
  const select = form.querySelector<HTMLSelectElement>(`select[name=${name}]`);
  if (!select) throw new Error(`The menu has no list “${name}”.`);
  select.replaceChildren(...options.map(([value, label]) => new Option(label, value)));
  return select;
}

/** What the person has filled in. */
function faultIn(data: FormData, { tab, column, cell }: Place): NewFault {
  const text = (name: string) => String(data.get(name) ?? '');
  const kind = keyOf(kindNames, text('kind'));
  const common = {
    concerns: keyOf(concernsNames, text('concerns')),
    times: timesNames.find(([times]) => String(times) === text('times'))?.[0] ?? 1,
  };
  switch (kind) {
    case 'quota':
    case 'unavailable':
    case 'unavailableButApplied':
    case 'hang':
    case 'hangUp':
      return { kind, ...common };
    case 'late':
      return { kind, ...common, ms: Math.round(Number(text('seconds')) * 1000) };
    case 'sort':
      return { kind, ...common, tab, column, order: keyOf(orderNames, text('order')) };
    case 'type':
      return { kind, ...common, tab, cell, value: text('value') };
  }
}

/** The lists offer nothing else. */
function keyOf<K extends string>(names: Record<K, string>, value: string): K {
  const isKey = (key: string): key is K => key in names;
  if (!isKey(value)) throw new Error(`“${value}” isn't offered.`);
  return value;
}

function listItem(text: string): HTMLLIElement {
  const item = document.createElement('li');
  item.textContent = text;
  return item;
}
