/** What is wrong with sponsors, for Problems and for the hosts' desk. What a cell itself says is problems.ts's. */
import type { Facts, Sponsor } from '../league/facts.ts';
import { isBackwards } from '../league/presenters.ts';
import { logoTroubles, type Said, sponsorProblems as says } from '../words/sponsors.ts';
import type { Logos } from './logos.ts';

export interface SponsorProblem extends Said {
  tab: 'Sponsors';
  id: string;
  field: 'logo' | 'logoOnDark' | 'until';
}

export function sponsorProblems(facts: Facts, logos: Pick<Logos, 'troubleAt'>): SponsorProblem[] {
  return [...facts.sponsors.values()].flatMap((sponsor) => problemsOfOne(facts, sponsor, logos));
}

export function problemsOfOne(facts: Facts, sponsor: Sponsor, logos: Pick<Logos, 'troubleAt'>): SponsorProblem[] {
  const { id, sponsor: name = '?' } = sponsor;
  const where = { tab: 'Sponsors' as const, id };
  const backwards = isBackwards(facts, sponsor);
  return [
    ...(backwards ? [{ ...where, field: 'until' as const, ...says.backwards(name) }] : []),
    ...(['logo', 'logoOnDark'] as const).flatMap((field) => {
      const trouble = logos.troubleAt(sponsor[field]);
      return trouble ? [{ ...where, field, ...says.logo(name, logoTroubles[trouble]) }] : [];
    }),
  ];
}
