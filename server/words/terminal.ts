/** What the terminal says, in English. */

/** The one port besides Discord's own origins that @discord/embedded-app-sdk takes messages from. */
const sdkPort = '3333';

export function ready({ panel, stage, sheet }: { panel: string; stage?: string; sheet?: string }): string {
  const lines = stage
    ? [
        `Cozy-Kart League is ready. Open ${stage}`,
        '',
        `  The panel and the public page   ${panel}`,
        ...(sheet ? [`  The local Sheet and its API     ${sheet}`] : []),
        ...(new URL(stage).port === sdkPort
          ? []
          : [`  Discord's SDK only listens to a stage on port ${sdkPort}: unset STAGE_PORT for the panels to open.`]),
        '',
        sheet
          ? 'This is the sandbox: made-up people, and nothing leaves this machine.'
          : 'Discord is played here by made-up people; what they do is written to your Google Sheet.',
        'Ctrl+C ends it; the next start goes on from here. npm run reset begins anew.',
      ]
    : [`Cozy-Kart League is ready at ${panel}`];
  return lines.join('\n');
}

export const reset = {
  running: (folder: string) =>
    `The league in ${folder} is running. Stop it first (Ctrl+C), then run npm run reset again.`,
  nothing: (folder: string) => `There is nothing in ${folder}: npm start begins with a fresh season.`,
  done: (folder: string) => `Cleared ${folder}. npm start begins with a fresh season.`,
};

export const botInTerminal = {
  badToken:
    "Discord doesn't take the bot's token, so no commands and no posts. Put the one from the developer portal (Bot > Reset Token) into DISCORD_BOT_TOKEN, and start again. Everything else goes on.",
};
