/** /league setup: connects a Google Sheet, in chat as in the panel. */
import { spreadsheetIn } from '../../../../sheets/inspect.ts';
import { factsOf } from '../../../facts.ts';
import { type Asked, isRefusal } from '../../asked.ts';
import { anywhere } from '../../command.ts';
import { plain } from '../../markdown.ts';
import type { Block } from '../../message.ts';
import { buttons, sayRefused, text, toThem } from '../../replies.ts';

export const setup = anywhere(
  { name: 'league setup', options: { sheet: { words: 'sheet', kind: 'text', most: 2_000 } } },
  async (asked, league, { sheet }) => {
    const { words, connecting, person } = asked;
    const panel = buttons({ id: { id: 'panel' }, label: words.buttons.panel, look: 'plain' });
    if (league) {
      const { leagueName } = factsOf(league.desk.state).settings;
      return toThem(text(words.league.has(plain(leagueName))), panel);
    }
    if (!person.manages) return toThem(sayRefused(asked, { refused: 'managers_only' }));
    if (sheet === undefined) return toThem(text(words.league.setup(connecting.account)), panel);
    return toThem(...(await connected(asked, sheet, false)));
  },
);

/** What connecting that spreadsheet answers; `again` once the code is said to be there. */
export async function connected(asked: Asked, address: string, again: boolean): Promise<Block[]> {
  const { words, connecting, guild, person } = asked;
  if (!person.manages) return [sayRefused(asked, { refused: 'managers_only' })];
  const answer = await connecting.connect(guild, address);
  if (isRefusal(answer)) return [sayRefused(asked, answer)];
  if (answer.state === 'connected') return [text(words.league.connected)];
  const found = spreadsheetIn(address);
  const sheet = typeof found === 'object' ? found.id : address;
  return [
    text(again ? words.league.notYet : undefined, words.league.code({ ...answer, title: plain(answer.title) })),
    buttons({ id: { id: 'connect', sheet }, label: words.buttons.typed, look: 'main' }),
  ];
}
