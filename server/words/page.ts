/** The public page's words, in English. */
export const page = {
  leagues: 'Leagues',
  noneShown: 'No league here shows its page.',
  standings: 'Standings',
  latest: 'Latest races',
  nobody: 'No race is final yet. The standings begin with the first one.',
  headers: { rank: '#', racer: 'Racer', points: 'Points', wins: 'Wins', podiums: 'Podiums', races: 'Races' },
  join: 'Race with us: open the activity in our Discord server.',
  sandbox: 'This is the sandbox: made-up people, and nothing leaves this laptop.',
  asOf: (when: string) => `As of ${when}`,
};
