import { element } from './element.ts';

export const paneNames = ['panels', 'channel', 'sheet'] as const;
export type PaneName = (typeof paneNames)[number];

const labels: Record<PaneName, readonly [string, string]> = {
  panels: ['Panels', 'Show the panels'],
  channel: ['Channel', 'Show the channel'],
  sheet: ['Sheet', 'Show the Sheet'],
};
/** Which of them makes room first. */
const givesWay: readonly PaneName[] = ['sheet', 'channel', 'panels'];

// How wide a window has to be for this many beside each other, in pixels.
const THREE = 1600;
const TWO = 1000;

interface PanesParts {
  elements: Record<PaneName, HTMLElement>;
  /** Those that were asked for; otherwise as many as there's room for. */
  wanted: readonly PaneName[] | null;
  /** The person chose these. */
  chosen(shown: readonly PaneName[]): void;
}

export interface Panes {
  /** The buttons that show them and put them away. */
  readonly element: HTMLElement;
  show(name: PaneName): void;
  /** Something new is in it: counted until it's looked at. */
  news(name: PaneName): void;
}

/** Panels, channel and Sheet: beside each other where there's room, one at a time on a phone. */
export function createPanes({ elements, wanted, chosen }: PanesParts): Panes {
  const three = matchMedia(`(min-width: ${THREE}px)`);
  const two = matchMedia(`(min-width: ${TWO}px)`);
  const room = () => (three.matches ? 3 : two.matches ? 2 : 1);
  const shown = new Set<PaneName>(wanted ?? ['panels', ...(three.matches ? (['channel'] as const) : []), 'sheet']);
  const unread = new Map<PaneName, number>();

  const buttons = Object.fromEntries(
    paneNames.map((name) => [
      name,
      element('button', { type: 'button', class: 'plain', click: () => press(name) }, labels[name][0]),
    ]),
  ) as Record<PaneName, HTMLButtonElement>;

  const settle = (keep: PaneName | null) => {
    for (const name of givesWay) if (shown.size > room() && name !== keep) shown.delete(name);
    for (const name of paneNames) {
      const isShown = shown.has(name);
      if (isShown) unread.delete(name);
      const count = unread.get(name) ?? 0;
      elements[name].hidden = !isShown;
      buttons[name].setAttribute('aria-pressed', String(isShown));
      buttons[name].setAttribute('aria-label', count > 0 ? `${labels[name][1]}, ${count} new` : labels[name][1]);
      buttons[name].replaceChildren(
        labels[name][0],
        ...(count > 0 ? [element('span', { class: 'count' }, String(count))] : []),
      );
    }
  };
  const show = (name: PaneName) => {
    shown.add(name);
    settle(name);
  };
  const press = (name: PaneName) => {
    if (!shown.has(name)) {
      show(name);
      // Alone, below a header that is half a phone high.
      if (room() === 1) elements[name].scrollIntoView({ block: 'start' });
    }
    // One stays: an empty stage would only ask for a reload.
    else if (shown.size > 1) {
      shown.delete(name);
      settle(null);
    }
    chosen(paneNames.filter((one) => shown.has(one)));
  };
  for (const query of [two, three]) query.addEventListener('change', () => settle(null));
  settle(null);

  return {
    element: element(
      'div',
      { class: 'panes', role: 'group', 'aria-label': 'Show' },
      ...paneNames.map((name) => buttons[name]),
    ),
    show,
    news(name) {
      if (shown.has(name)) return;
      unread.set(name, (unread.get(name) ?? 0) + 1);
      settle(null);
    },
  };
}
