/** The leagues of this server: those that the journal's store lists, each at work. */
import type { Journal, League } from './journal/sqlite.ts';
import type { OpenLeague } from './open-league.ts';

/** The slug of a server's first league, whose page is at `/`. */
export const firstSlug = 'league';

export type Leagues = Awaited<ReturnType<typeof openLeagues>>;

/** One that can't be opened keeps no other from its races: `onBroken` is told of it. */
export async function openLeagues(
  journal: Journal,
  open: (league: League) => Promise<OpenLeague>,
  onBroken: (league: League, error: unknown) => void,
) {
  const opened: OpenLeague[] = [];
  const broken: League[] = [];
  const watchers = new Set<(added: OpenLeague) => void>();
  for (const league of await journal.leagues()) {
    try {
      opened.push(await open(league));
    } catch (error) {
      broken.push(league);
      onBroken(league, error);
    }
  }

  return {
    all: (): readonly OpenLeague[] => opened,
    /** Those that couldn't be opened: their guilds and spreadsheets are theirs all the same. */
    broken: (): readonly League[] => broken,
    /** Whether a guild's league is one of those. */
    isBroken: (guild: string): boolean => broken.some((league) => league.guild === guild),
    of: (guild: string): OpenLeague | undefined => opened.find((league) => league.guild === guild),
    at: (slug: string): OpenLeague | undefined => opened.find((league) => league.slug === slug),

    /** A spreadsheet belongs to one league, be it its own or the one that its sponsors see. */
    holds: (spreadsheet: string): boolean =>
      opened.some(({ workbook, sponsorSync }) => workbook === spreadsheet || sponsorSync.workbook() === spreadsheet) ||
      broken.some(({ workbook, sponsorWorkbook }) => workbook === spreadsheet || sponsorWorkbook === spreadsheet),

    /** A slug that no league has yet, made of what the league is called. */
    freeSlug(name: string): string {
      const wanted = slugOf(name);
      const taken = (slug: string) => [...opened, ...broken].some((league) => league.slug === slug);
      if (!taken(wanted)) return wanted;
      let number = 2;
      while (taken(`${wanted}-${number}`)) number += 1;
      return `${wanted}-${number}`;
    },

    /** Throws if its guild, slug or spreadsheet is another league's. */
    async add(league: League): Promise<OpenLeague> {
      await journal.addLeague(league);
      const added = await open(league).catch((error: unknown) => {
        broken.push(league);
        throw error;
      });
      opened.push(added);
      for (const watcher of watchers) watcher(added);
      return added;
    },

    /** Calls `watcher` with each league that is added; what it returns ends that. */
    watch(watcher: (added: OpenLeague) => void): () => void {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },

    /** From now on a league's sponsors see that spreadsheet. Throws if it is another's. */
    async giveSponsors(league: OpenLeague, workbook: string): Promise<void> {
      await journal.setSponsorWorkbook(league.id, workbook);
      league.sponsorSync.use(workbook);
    },

    async close(): Promise<void> {
      for (const league of opened) await league.close();
    },
  };
}

/** "Zoë's Karts & Co." → "zoes-karts-co". What has no Latin letter or digit is called `league`. */
function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return slug.slice(0, 40) || firstSlug;
}
