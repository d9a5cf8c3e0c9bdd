/** The title of the spreadsheet: pressed, it's an input. Enter and leaving it save, Escape doesn't. */
export function openTitle(title: HTMLButtonElement, rename: (name: string) => void): void {
  title.disabled = false;
  title.addEventListener('click', () => {
    const before = title.textContent;
    const input = document.createElement('input');
    input.value = before;
    input.maxLength = 200;
    input.setAttribute('aria-label', 'Name of the spreadsheet');
    title.hidden = true;
    title.after(input);
    input.select();

    const end = (name: string) => {
      // Taking away what has the focus is leaving it: once is enough.
      if (!title.hidden) return;
      title.hidden = false;
      input.remove();
      if (name !== '' && name !== before) rename(name);
    };
    input.addEventListener('blur', () => end(input.value.trim()));
    input.addEventListener('keydown', (event) => {
      if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
      end(event.key === 'Enter' ? input.value.trim() : '');
      title.focus();
      // The same Enter would press the title.
      event.preventDefault();
    });
  });
}
