// Drawn for this page, on a grid of 16: strokes only, in the colour of the text around them.
const paths = {
  reload: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.6h-2.6',
  online: 'M2 6.5a8.6 8.6 0 0 1 12 0M4.3 9a5.3 5.3 0 0 1 7.4 0M6.6 11.4a2 2 0 0 1 2.8 0',
  offline: 'M2 6.5a8.6 8.6 0 0 1 12 0M4.3 9a5.3 5.3 0 0 1 7.4 0M6.6 11.4a2 2 0 0 1 2.8 0M2.5 13.5l11-11',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  close: 'M4 4l8 8M12 4l-8 8',
  open: 'M9.5 3H13v3.5M13 3L7.5 8.5M11.5 9.5V13H3V4.5h3.5',
  add: 'M8 3v10M3 8h10',
  reply: 'M3 12V9a4 4 0 0 1 4-4h6',
  pin: 'M6 2.5h4M7 2.5v4L4.5 9h7L9 6.5v-4M8 9v4.5',
  eye: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8ZM8 6.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6',
  send: 'M2.5 3l11 5-11 5 2-5zM4.5 8h4',
  down: 'M8 3v9M4 8.5L8 12.5l4-4',
} as const;

export type IconName = keyof typeof paths;

export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
