import type { Grid } from './grid/grid.ts';
import { boxAt, type Place } from './grid/place.ts';

/** Shows what a cell's note says, and what its rule asks for, while it's pointed at or active. */
export function openNotes(grid: Grid): { selected: () => void; hide: () => void } {
  const box = document.createElement('div');
  box.className = 'note over-cells';
  // A screen reader hears it with the cell.
  box.setAttribute('aria-hidden', 'true');

  const hide = () => box.remove();
  const show = (place: Place) => {
    const { note, invalid } = grid.sheet().cell(place) ?? {};
    if (note === undefined && invalid === undefined) return hide();
    const paragraphs = [invalid && `Not allowed here. ${invalid}`, note].filter((text) => text !== undefined);
    box.replaceChildren(
      ...paragraphs.map((text) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = text;
        return paragraph;
      }),
    );
    const spot = grid.spot(grid.sheet().merge(place) ?? boxAt(place));
    spot.host.append(box);
    // Beside the cell, or on its other side where the screen ends.
    box.style.top = `${spot.top}px`;
    box.style.left = `${spot.left + spot.width + 2}px`;
    const right = box.getBoundingClientRect().right - grid.element.getBoundingClientRect().right;
    if (right > 0) box.style.left = `${Math.max(0, spot.left - box.offsetWidth - 4)}px`;
    if (right > 0 && spot.left < box.offsetWidth) {
      box.style.top = `${spot.top + spot.height + 2}px`;
      box.style.left = `${Math.max(0, spot.left + spot.width + 2 - right)}px`;
    }
  };

  grid.element.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'mouse' || !(event.target instanceof Element)) return;
    if (event.target.closest('.has-note, .not-allowed')) show(grid.placeAt(event.clientX, event.clientY));
    else if (!box.contains(event.target)) show(grid.selection().active);
  });
  return { selected: () => show(grid.selection().active), hide };
}
