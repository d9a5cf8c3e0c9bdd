import { element } from '../element.ts';

/** Something that is seen once it's been pressed. */
export function spoiler(tag: 'span' | 'div', ...content: (Node | string)[]): HTMLElement {
  const show = element('button', { type: 'button', class: 'spoiler-cover' }, 'Spoiler: show it');
  const inner = element(tag, { class: 'spoiler-inner', hidden: true }, ...content);
  show.addEventListener('click', () => {
    inner.hidden = false;
    show.remove();
  });
  return element(tag, { class: 'spoiler' }, show, inner);
}
