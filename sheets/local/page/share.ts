import { getAccess, Refused, setAccess } from './api.ts';

/** The menu with the spreadsheet's address and what programs may do with it. */
export function openShareMenu(at: <T extends HTMLElement>(id: string) => T, id: string): void {
  const menu = at('sharing');
  const address = at<HTMLInputElement>('address');
  const said = at('shared');
  const radios = [...menu.querySelectorAll<HTMLInputElement>('[name=access]')];
  /** As last heard. */
  let access: string | undefined;

  const showAccess = () => {
    for (const radio of radios) radio.checked = radio.value === access;
  };
  /** Finds out or changes what programs may do, and says how it went; what wasn't saved isn't shown either. */
  const settling = async (answer: Promise<string>, done: string) => {
    try {
      access = await answer;
      said.textContent = done;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      said.textContent = error.message;
    }
    showAccess();
  };

  // Said here, as the page's own autofocus would be refused in a frame, and complained of.
  at('copy').autofocus = true;
  address.value = `${location.origin}/?id=${encodeURIComponent(id)}`;
  menu.addEventListener('beforetoggle', (event) => {
    if (event.newState !== 'open') return;
    menu.style.setProperty('--top', `${at('share').getBoundingClientRect().bottom + 4}px`);
    // Another page may have changed it meanwhile.
    void settling(getAccess(id), '');
  });
  at('copy').addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(address.value);
      said.textContent = 'Copied.';
    } catch {
      // Not every browser lets a page in a frame do it.
      address.select();
      said.textContent = 'Your browser didn’t let it be copied. It’s selected now: copy it by hand.';
    }
  });
  for (const radio of radios) {
    radio.addEventListener('change', () => void settling(setAccess(id, radio.value), 'Saved.'));
  }
}
