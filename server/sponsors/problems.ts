/** What is wrong with sponsors, for Problems and for the hosts' desk. What a cell itself says is problems.ts's. */
import { tabs } from '../../sheets/records.ts';
import { factsOf } from '../facts.ts';
import { columnOf, fieldsOf, type State } from '../fold.ts';
import type { Facts, Sponsor } from '../league/facts.ts';
import { isBackwards } from '../league/presenters.ts';
import { sayWrong } from '../words/sheet.ts';
import { logoTroubles, type Said, sponsorProblems as says } from '../words/sponsors.ts';
import type { Logos } from './logos.ts';

export interface SponsorProblem extends Said {
  tab: 'Sponsors';
  id: string;
  field: SponsorField;
}

type SponsorField = keyof typeof tabs.Sponsors.columns;

/** Cells of a sponsor's row that can't be understood, for the desk. */
export function unreadCells(state: State, { id }: Sponsor): SponsorProblem[] {
  const row = state.rows.Sponsors.get(id);
  const { places } = factsOf(state).settings;
  return fieldsOf('Sponsors').flatMap((field): SponsorProblem[] => {
    const bad = row?.wrong[field];
    if (!row || !bad || !isField(field)) return [];
    const said = sayWrong(row.raw[field] ?? '', bad.wrong, places);
    return [{ tab: 'Sponsors', id, field, ...says.cell(columnOf('Sponsors', field).header, said) }];
  });
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

function isField(field: string): field is SponsorField {
  return field in tabs.Sponsors.columns;
}
