const SVG = 'http://www.w3.org/2000/svg';

/** A part of a picture. Undefined attributes are left out. */
export function svg(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: (Node | string)[]
): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(key, typeof value === 'number' ? String(round(value)) : value);
  }
  element.append(...children);
  return element;
}

/** What is shown when somebody points at a part. */
export const tip = (text: string): SVGElement => svg('title', {}, text);

/** A rectangle of the picture in pixels. */
export type Area = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** Tenths of a pixel say enough. */
export const round = (number: number): number => Math.round(number * 10) / 10;
