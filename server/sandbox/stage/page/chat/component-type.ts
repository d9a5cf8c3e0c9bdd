import type { ComponentType } from 'discord.js';

/**
 * Discord's numbers for components, those that this page draws. They're typed with discord.js's own names, so the
 * compiler knows a wrong one, and a switch over a component's type is known to be complete.
 */
export const componentType: {
  readonly ACTION_ROW: ComponentType.ActionRow;
  readonly BUTTON: ComponentType.Button;
  readonly STRING_SELECT: ComponentType.StringSelect;
  readonly TEXT_INPUT: ComponentType.TextInput;
  readonly USER_SELECT: ComponentType.UserSelect;
  readonly ROLE_SELECT: ComponentType.RoleSelect;
  readonly MENTIONABLE_SELECT: ComponentType.MentionableSelect;
  readonly CHANNEL_SELECT: ComponentType.ChannelSelect;
  readonly SECTION: ComponentType.Section;
  readonly TEXT_DISPLAY: ComponentType.TextDisplay;
  readonly THUMBNAIL: ComponentType.Thumbnail;
  readonly MEDIA_GALLERY: ComponentType.MediaGallery;
  readonly FILE: ComponentType.File;
  readonly SEPARATOR: ComponentType.Separator;
  readonly CONTAINER: ComponentType.Container;
  readonly LABEL: ComponentType.Label;
  readonly FILE_UPLOAD: ComponentType.FileUpload;
  readonly RADIO_GROUP: ComponentType.RadioGroup;
  readonly CHECKBOX_GROUP: ComponentType.CheckboxGroup;
  readonly CHECKBOX: ComponentType.Checkbox;
} = {
  ACTION_ROW: 1,
  BUTTON: 2,
  STRING_SELECT: 3,
  TEXT_INPUT: 4,
  USER_SELECT: 5,
  ROLE_SELECT: 6,
  MENTIONABLE_SELECT: 7,
  CHANNEL_SELECT: 8,
  SECTION: 9,
  TEXT_DISPLAY: 10,
  THUMBNAIL: 11,
  MEDIA_GALLERY: 12,
  FILE: 13,
  SEPARATOR: 14,
  CONTAINER: 17,
  LABEL: 18,
  FILE_UPLOAD: 19,
  RADIO_GROUP: 21,
  CHECKBOX_GROUP: 22,
  CHECKBOX: 23,
};

// Documentation: "Message", Message Flags.
export const messageFlag = { LOADING: 1 << 7 } as const;
