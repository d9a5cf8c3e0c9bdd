/** For hosts: how the Sheet tells of edits by itself. */
export const sheetScript = {
  title: 'Let the Sheet tell the league at once',
  why: 'The league looks at the Sheet every few seconds. With this script in it, an edit is here as soon as it is made. Set it up once, on a computer:',
  unreachable: (sandbox: boolean) =>
    sandbox
      ? "In the sandbox Google can't reach this computer. This is what the hosts of a real league see."
      : "Google can't reach this computer until PUBLIC_URL is set to its public address.",
  loading: 'Fetching the script…',
  copyStep: 'Copy the script. It knows a secret, so it is for hosts alone.',
  pasteStep: 'In the Sheet choose Extensions, then Apps Script. Paste it over what is there, and save.',
  noticeStep:
    "Reload the Sheet and choose Cozy-Kart, then Notice my edits. Google warns that it doesn't know the script, and asks whether you allow it. Then choose it once more, and it says that edits are noticed.",
  copy: 'Copy the script',
  copied: 'Copied. Now paste it into the Sheet.',
  byHand: 'Discord keeps the clipboard to itself. Everything is selected here: copy it.',
  text: 'The script',
  failed: { message: 'The script could not be fetched.', remedy: 'Check your connection, then try again.' },
  again: 'Try again',
};
