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

/** `slug` names a league whose journal can't be read; the others go on. */
export function brokenLeague(slug: string): string {
  return `The league “${slug}” could not be opened, and waits as it is; the other leagues go on. The log says why.`;
}

/** `other` is where that Discord is, if DISCORD_API_URL says so: then it's none with a developer portal. */
export function botInTerminal(other: string | undefined) {
  const there = other === undefined ? 'Discord' : `${other} (DISCORD_API_URL)`;
  const look = other === undefined ? 'Is this machine online?' : 'Look at the address in DISCORD_API_URL.';
  const byItself = 'The bot tries again by itself; everything else goes on.';
  const stopped = 'no commands and no posts. Everything else goes on.';

  return {
    badToken: () =>
      other === undefined
        ? "Discord doesn't take the bot's token, so no commands and no posts. Put the one from the developer portal (Bot > Reset Token) into DISCORD_BOT_TOKEN, and start again. Everything else goes on."
        : `${there} doesn't take the bot's token, so no commands and no posts. Put the token that a bot has on that server into DISCORD_BOT_TOKEN, and start again. Everything else goes on.`,
    sharding: () => `${there} wants a bot of its size split over several connections, which this one isn't: ${stopped}`,
    version: () => `${there} doesn't speak version 10 of Discord's gateway, which the bot needs: ${stopped}`,
    intents: () =>
      `${there} doesn't give the bot the Guilds intent, the only one it asks for: ${stopped} Allow it there, and start again.`,

    noHost: () => `The bot can't find ${there}: no host has that name. ${look} ${byItself}`,
    refused: () => `The bot can't reach ${there}: nothing takes the connection. ${look} ${byItself}`,
    certificate: () =>
      `The bot doesn't trust ${there}: its certificate isn't signed by anybody this machine knows, or is another host's. Give it a proper one, or name a file with it in NODE_EXTRA_CA_CERTS. ${byItself}`,
    noTls: () => `The bot can't reach ${there}: what answers there doesn't speak https. ${look} ${byItself}`,
    slow: () => `The bot isn't connected yet: ${there} doesn't answer. ${look} ${byItself}`,
    noGateway: (gateway: string) =>
      `The bot isn't connected yet: ${there} answers, but its gateway ${gateway} doesn't let the bot in. ${byItself}`,
    odd: (how: string) => `${there} answers, but not as Discord does (${how}). ${look} ${byItself}`,
    noSessions: (waitMs: number) =>
      `${there} lets the bot connect no more for ${Math.ceil(waitMs / 60_000)} minutes: it has begun too often. ${byItself}`,

    unreadable: (what: string, why: string) =>
      `${there} sent something that the bot can't read (${what}: ${why}). It's passed over, and so is whatever comes like it.`,
    otherApplication: (there: string, here: string) =>
      `The bot's token belongs to the application ${there}, and DISCORD_CLIENT_ID is ${here}: signing in to the panel won't work. Set DISCORD_CLIENT_ID and DISCORD_CLIENT_SECRET to that application's.`,
    commandsRefused: (why: string) =>
      `${there} doesn't take the bot's commands (${why}), so only its posts and buttons are there. It tries again by itself.`,
    connected: (name: string, servers: number) =>
      `The bot is connected as ${name}, in ${servers} server${servers === 1 ? '' : 's'}.`,
    notInGuild: (guild: string) =>
      `The bot isn't in the server ${guild} that DISCORD_GUILD_ID names. Add it there, or name another one.`,
  };
}
