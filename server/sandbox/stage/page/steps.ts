import type { Persona } from '../../people.ts';
import type { Setup } from '../contract.ts';
import { element } from './element.ts';
import { shownName } from './person.ts';

/** On a phone they would push what they are about off the screen, so there they begin folded. */
const narrow = '(max-width: 720px)';

/** What there is to try in the server that is shown. */
export function steps(setup: Setup): HTMLElement {
  const sentences = setup.prepared ? inTheSeason(setup) : withoutALeague(setup);
  const list = element(
    'ol',
    { id: 'steps', hidden: matchMedia(narrow).matches },
    ...sentences.map((sentence) => element('li', {}, sentence)),
  );
  const fold = () => {
    list.hidden = !list.hidden;
    heading.setAttribute('aria-expanded', String(!list.hidden));
  };
  const heading = element(
    'button',
    { type: 'button', class: 'fold', 'aria-controls': 'steps', 'aria-expanded': String(!list.hidden), click: fold },
    'Try this',
  );
  return element('section', { class: 'steps', 'aria-label': 'Try this' }, element('h2', {}, heading), list);
}

/** True whatever was raced meanwhile: races and seasons end, and the steps stay. */
function inTheSeason(setup: Setup): string[] {
  const [host, racer] = [nameOf(setup, 'host'), nameOf(setup, 'racer')];
  return [
    `As ${racer}, join the race; none there? As ${host}, open one.`,
    `Start it as ${host}.`,
    `Tap ${racer}’s place; set the others’ as ${host}.`,
    'In the channel, type /result.',
    'In the Sheet, make a Position DNF.',
  ];
}

function withoutALeague(setup: Setup): string[] {
  const host = nameOf(setup, 'host');
  return [
    `As ${host}, say yes to Discord: there’s no league here yet.`,
    'Beside, make a spreadsheet; Share copies its address. Paste it into the panel.',
    'Type the code from the panel into a cell, say so there, and race.',
    'Or do it all in the channel: begin with /league setup.',
  ];
}

function nameOf({ people }: Setup, part: Persona['part']): string {
  const first = people.find((persona) => persona.part === part);
  return first ? shownName(first) : '';
}
