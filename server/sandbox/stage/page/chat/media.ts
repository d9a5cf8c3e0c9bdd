import type { APIAttachment } from 'discord.js';
import { element } from '../element.ts';
import { spoiler } from './spoiler.ts';

interface Picture {
  readonly url: string;
  readonly description?: string | null | undefined;
  readonly spoiler?: boolean | null | undefined;
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
}

/**
 * A picture of a message. The bot's files are on the local CDN, which this page reaches at its own address; pictures
 * from anywhere else aren't loaded, as nothing leaves this computer: they are a link.
 */
export function pictureElement({ url, description, spoiler: hidden, width, height }: Picture, className: string) {
  const own = addressHere(url);
  const alt = description ?? '';
  if (own === null)
    return element('a', { class: 'elsewhere', href: url, target: '_blank', rel: 'noopener' }, alt || url);
  const size = width && height ? { width: String(width), height: String(height) } : {};
  const image = element('img', { src: own, alt, class: className, title: alt, ...size });
  const link = element('a', { href: own, target: '_blank', 'aria-label': alt || 'Picture' }, image);
  return hidden ? spoiler('div', link) : link;
}

/** A file that a message brings, to look at or to keep. */
export function fileElement(name: string, url: string, bytes: number | null | undefined): HTMLElement {
  const size = bytes ? element('span', { class: 'small' }, ` ${sizeText(bytes)}`) : '';
  return element(
    'p',
    { class: 'file' },
    element('a', { href: addressHere(url) ?? url, target: '_blank', rel: 'noopener' }, name),
    size,
  );
}

/** What a message without Components V2 shows below its text. */
export function attachmentElement(file: APIAttachment): HTMLElement {
  if (file.content_type?.startsWith('image/')) return pictureElement(file, 'attached');
  return fileElement(file.filename, file.url, file.size);
}

/** Path on this page's own origin, or null for what isn't on the local CDN. */
function addressHere(url: string): string | null {
  const { pathname, hostname } = new URL(url);
  const here = ['localhost', '127.0.0.1'].includes(hostname) && pathname.startsWith('/cdn/');
  return here ? `/stage${pathname}` : null;
}

function sizeText(bytes: number): string {
  return bytes < 1024
    ? `${bytes} bytes`
    : bytes < 1024 ** 2
      ? `${Math.round(bytes / 1024)} kB`
      : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
