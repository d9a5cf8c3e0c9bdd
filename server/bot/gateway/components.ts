/** Messages and forms as Discord's components (documentation: "Component Reference"). */
import {
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { makeCustomId } from '../custom-ids.ts';
import { type Block, type Button, type Form, type Message, shortened } from '../message.ts';

/** All text of a message together, and the lengths of labels. */
const mostText = 4_000;
const mostLabel = 80;
const mostOption = 100;

export function componentsOf({ blocks }: Message): APIMessageTopLevelComponent[] {
  let room = mostText;
  return blocks.flatMap((block): APIMessageTopLevelComponent[] => {
    if (block.block !== 'text') return [componentOf(block)];
    const content = shortened(block.text, Math.max(0, room));
    room -= content.length;
    return content === '' ? [] : [{ type: ComponentType.TextDisplay, content }];
  });
}

function componentOf(block: Exclude<Block, { block: 'text' }>): APIMessageTopLevelComponent {
  switch (block.block) {
    case 'line':
      return { type: ComponentType.Separator };
    case 'buttons':
      return { type: ComponentType.ActionRow, components: block.buttons.map(buttonOf) };
    case 'list':
      return {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.StringSelect,
            custom_id: makeCustomId(block.id),
            placeholder: shortened(block.hint, 150),
            options: block.options.map(({ label, value, chosen }) => ({
              label: shortened(label, mostOption),
              value,
              ...(chosen && { default: true }),
            })),
          },
        ],
      };
  }
}

const styles = {
  main: ButtonStyle.Primary,
  good: ButtonStyle.Success,
  bad: ButtonStyle.Danger,
  plain: ButtonStyle.Secondary,
} as const satisfies Record<Button['look'], ButtonStyle>;

function buttonOf({ id, label, look }: Button) {
  const button = { label: shortened(label, mostLabel), custom_id: makeCustomId(id), style: styles[look] };
  return { type: ComponentType.Button, ...button } as const;
}

export function modalOf({ id, title, text, field }: Form): APIModalInteractionResponseCallbackData {
  const about = text === undefined ? [] : [{ type: ComponentType.TextDisplay, content: text } as const];
  return {
    custom_id: makeCustomId(id),
    title,
    components: [
      ...about,
      {
        type: ComponentType.Label,
        label: field.label,
        component: {
          type: ComponentType.TextInput,
          custom_id: field.id,
          style: field.long ? TextInputStyle.Paragraph : TextInputStyle.Short,
          min_length: field.least,
          max_length: field.most,
          required: true,
          ...(field.hint !== undefined && { placeholder: shortened(field.hint, 100) }),
          ...(field.value !== undefined && { value: field.value }),
        },
      },
    ],
  };
}
