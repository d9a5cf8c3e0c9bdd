import { Refused } from './api.ts';

/** Long enough to read two sentences. */
const SHOWN_FOR = 8000;

let silence: ReturnType<typeof setTimeout> | undefined;

/** Tells the person at the bottom of the page, for a while. */
export function say(text: string): void {
  clearTimeout(silence);
  element().textContent = text;
  silence = setTimeout(() => element().replaceChildren(), SHOWN_FOR);
}

/** Waits for something that the spreadsheet may refuse; a refusal is told in its own words. */
export async function doing(action: Promise<unknown>): Promise<void> {
  try {
    await action;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    say(error.message);
  }
}

function element(): HTMLElement {
  const found = document.getElementById('message');
  if (!found) throw new Error('The page has no #message.');
  return found;
}
