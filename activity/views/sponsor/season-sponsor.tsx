import type { LeagueView } from '../../../server/contract/league.ts';
import { usePanel } from '../panel-context.ts';
import { useAsked } from '../use-asked.ts';
import { PresentedBy } from './presented-by.tsx';

/**
 * Whose turn it is beside the standings; nothing where the season has no sponsor, or nobody can tell. A turn is asked for
 * once for each season, and anew when something about sponsors changed.
 */
export function SeasonSponsor({ view }: { view: LeagueView }) {
  const { ask } = usePanel();
  const { asked } = useAsked(ask.sponsorTurn, { about: view.season?.id ?? '', version: view.sponsors });
  if (asked.step !== 'ready' || !asked.value.sponsor) return null;
  const { sponsor } = asked.value;
  return <PresentedBy key={sponsor.id} sponsor={sponsor} seen={() => void ask.sponsorSeen({ sponsor: sponsor.id })} />;
}
