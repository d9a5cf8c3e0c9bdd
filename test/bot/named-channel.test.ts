import { ChannelType } from 'discord.js';
import { expect, it } from 'vitest';
import { chosenChannel } from '../../server/bot/posts/discord-named-channel.ts';

const listed = [
  { id: '12', type: ChannelType.GuildText, name: 'results' },
  { id: '7', type: ChannelType.GuildText, name: '13' },
];

it.each([
  ['12', '12'],
  ['<#12>', '12'],
  ['#results', '12'],
  ['13', '7'],
  ['14', undefined],
])('A channel called %s is the one with that ID, however short, or with that name', (called, id) => {
  expect(chosenChannel(listed, called, [ChannelType.GuildText])).toBe(id);
});
