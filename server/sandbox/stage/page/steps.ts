import type { Persona } from '../../people.ts';
import type { Setup } from '../contract.ts';
import { element } from './element.ts';
import { shownName } from './person.ts';

/** What there is to try in the server that is shown. */
export function steps(setup: Setup): HTMLElement {
  const sentences = setup.prepared ? inTheSeason(setup) : withoutALeague(setup);
  return element(
    'section',
    { class: 'steps', 'aria-label': 'Try this' },
    element('h2', {}, 'Try this'),
    element('ol', {}, ...sentences.map((sentence) => element('li', {}, sentence))),
  );
}

function inTheSeason(setup: Setup): string[] {
  const [host, racer] = [nameOf(setup, 'host'), nameOf(setup, 'racer')];
  return [
    `As ${racer}, join Race 6.`,
    `As ${host}, start it.`,
    `Tap a place in ${racer}’s panel; as ${host}, set places for Robin and Kiki.`,
    'In the Sheet’s Results tab, change a Position to DNF; watch both panels.',
  ];
}

function withoutALeague(setup: Setup): string[] {
  const host = nameOf(setup, 'host');
  return [
    `As ${host}, say yes to Discord: there’s no league here yet.`,
    'Beside, make a spreadsheet; Share copies its address. Paste it into the panel.',
    'Type the code from the panel into a cell, say so there, and race.',
  ];
}

function nameOf({ people }: Setup, part: Persona['part']): string {
  const first = people.find((persona) => persona.part === part);
  return first ? shownName(first) : '';
}
