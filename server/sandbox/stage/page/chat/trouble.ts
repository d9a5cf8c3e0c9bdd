import type { Deniable, Setup } from '../../contract.ts';
import { element } from '../element.ts';
import { menu, toggle } from '../menu.ts';
import { server } from '../server.ts';

const LIMITED_SECONDS = 30;

const mays: readonly (readonly [Deniable, string])[] = [
  ['VIEW_CHANNEL', 'See the channel'],
  ['SEND_MESSAGES', 'Post'],
  ['ATTACH_FILES', 'Send pictures'],
  ['PIN_MESSAGES', 'Pin'],
];

interface TroubleParts {
  setup: Setup;
  /** The channel that is shown. */
  channel(): Setup['channels'][number];
  denied(): readonly Deniable[];
  toast(text: string): void;
}

/** What a bot has to live with in a server, on demand. */
export function troubleMenu({ setup, channel, denied, toast }: TroubleParts): HTMLDetailsElement {
  const permissions = element('fieldset');
  const limit = () => {
    void server.limit(setup.server, channel().id, LIMITED_SECONDS * 1000);
    toast(`For ${LIMITED_SECONDS} seconds Discord takes nothing from the bot in ${channel().name}.`);
  };
  const drop = () => {
    void server.dropGateway();
    toast('The bot’s connection to Discord is broken. It comes back by itself.');
  };
  const details = menu(
    { label: 'Make trouble' },
    permissions,
    element('button', { type: 'button', class: 'plain', click: limit }, `Rate-limit it for ${LIMITED_SECONDS} s`),
    element('button', { type: 'button', class: 'plain', click: drop }, 'Drop its connection'),
    toggle('Let nobody connect', setup.faults.gatewayDown, (gatewayDown) => void server.setFaults({ gatewayDown })),
    toggle(
      `The bot is in ${setup.guild.name}`,
      setup.botMember,
      (member) => void server.setBotMember(setup.server, member),
    ),
  );
  details.addEventListener('toggle', () => {
    if (!details.open) return;
    const taken = new Set(denied());
    const toggles = mays.map(([name, label]) =>
      toggle(label, !taken.has(name), (may) => {
        if (may) taken.delete(name);
        else taken.add(name);
        void server.deny(setup.server, channel().id, [...taken]);
      }),
    );
    permissions.replaceChildren(element('legend', {}, `The bot may, in ${channel().name}`), ...toggles);
  });
  return details;
}
