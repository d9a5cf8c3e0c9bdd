/** What the league signs in to the local Discord with. No Discord but the local one knows them: nothing is secret. */
export const sandboxCredentials = {
  clientId: '100000000000000001',
  clientSecret: 'sandbox-client-secret',
  botToken: 'sandbox-bot-token',
} as const;
