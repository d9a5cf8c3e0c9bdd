/** The list of spreadsheets: its one button makes a new one and opens it. */
const button = document.querySelector<HTMLButtonElement>('#new');

button?.addEventListener('click', async () => {
  const response = await fetch('/page/v4/spreadsheets', { method: 'POST', body: '{}' }).catch(() => undefined);
  const body = response?.ok ? await response.json() : undefined;
  if (body) location.assign(`/?id=${encodeURIComponent(body.spreadsheetId)}`);
  else document.querySelector('#message')?.replaceChildren('The spreadsheet could not be made. Try again.');
});
if (button) button.disabled = false;
