/** Why something could not be done, and what to do instead: by code, in English. */
import { list, place } from './en.ts';

interface Refused {
  message: string;
  remedy: string;
}

const said = (message: string, remedy: string): Refused => ({ message, remedy });

export const refusals = {
  no_race_running: () => said('Could not save the result: no race is running.', 'Ask a host to open one.'),
  no_race_open: () => said('Could not join: no race is open.', 'Ask a host to open one.'),
  no_season: () => said('Could not open a race: no season is open.', 'Set a season to Open in the Seasons tab.'),
  unknown_race: () => said("That race isn't in this league.", 'Choose a race from the list.'),
  nameless_race: () => said('That race has no name in the Sheet.', 'Ask a host to give it one in the Races tab.'),
  nameless_racer: () =>
    said("Your name in the Racers tab can't be read.", 'Ask a host to give you one of your own there.'),
  nameless_other: () => said("That racer's name in the Racers tab can't be read.", 'Give them one of their own there.'),
  unknown_racer: () => said("That racer isn't in this league.", 'Choose a racer from the list.'),
  not_started: ({ race }: { race: string }) =>
    said(`Could not save the result: ${race} hasn't started.`, 'Ask a host to start it.'),
  already_started: ({ race }: { race: string }) =>
    said(`Could not leave: ${race} has started.`, "Report DNF if you're out, or ask a host."),
  race_started: ({ race }: { race: string }) => said(`${race} has already started.`, 'Report your place when it ends.'),
  race_final: ({ race }: { race: string }) => said(`${race} is already final.`, 'Ask a host to correct it.'),
  race_void: ({ race }: { race: string }) => said(`${race} was voided.`, 'Open another race.'),
  race_not_over: ({ race }: { race: string }) => said(`${race} isn't over yet.`, 'Close it first.'),
  race_full: ({ race, places }: { race: string; places: number }) =>
    said(`Could not join: all ${places} places of ${race} are taken.`, 'Wait for the next race.'),
  already_in: ({ race }: { race: string }) => said(`You're already in ${race}.`, 'Nothing more to do.'),
  in_another_race: ({ race }: { race: string }) =>
    said(`Could not join: you're in ${race}, which isn't over.`, 'Finish or leave it first.'),
  not_in_race: ({ race }: { race: string }) =>
    said(`Could not save the result: you aren't in ${race}.`, 'Add yourself to it first.'),
  bad_position: ({ given, last }: { given: string; last: number }) =>
    said(`“${given}” isn't a place in this race.`, `Give a place from 1 to ${last}, or DNF.`),
  decided_by_host: ({ position }: { position: string }) =>
    said(`A host has recorded ${position} for you.`, 'Ask a host to change it.'),
  nothing_to_object: ({ race }: { race: string }) =>
    said(`${race} isn't about to become final.`, "Report your own place if it's missing."),
  contradiction: ({ position, racers }: { position: number; racers: string[] }) =>
    said(`Could not close the race: ${list(racers)} both hold ${place(position)}.`, 'Fix one of them first.'),
  nobody_reported: ({ race }: { race: string }) =>
    said(`Could not close ${race}: nobody has reported.`, 'Report for them, or void it.'),
  too_few: ({ race }: { race: string }) =>
    said(`Could not start ${race}: it has fewer than two racers.`, 'Wait until two have joined.'),
  next_is_open: ({ race }: { race: string }) => said(`${race} is already there.`, 'Race it first.'),
  bad_name: () => said("That name can't be used.", 'Give an in-game name of 1 to 32 characters.'),
  name_taken: ({ name }: { name: string }) =>
    said(`Somebody here is already called ${name}.`, 'Choose another in-game name.'),
  formula_there: ({ tab, header }: { tab: string; header: string }) =>
    said(
      `Could not save: ${header} in ${tab} is a formula there.`,
      'Ask a host to replace it by a value in the Sheet.',
    ),
  no_missing_rows: ({ tab }: { tab: string }) => said(`No rows of ${tab} are missing any more.`, 'Nothing more to do.'),
  reason_needed: () => said('A race is voided with a reason.', 'Say in a few words why, 200 characters at most.'),
  wrong_secret: () => said("This script's secret belongs to no league here.", 'Copy the script from the panel again.'),
  hosts_only: () => said('Only hosts can do that.', 'Ask a host.'),
  other_body: () =>
    said('This request was already used for something else.', 'Try again; the app makes a new request.'),
  bad_request: ({ what }: { what: string }) =>
    said(`That request can't be understood: ${what}.`, 'Reload and try again.'),
  too_large: () => said('That request is too large.', 'Send less at once.'),
  too_many: () => said("That's too much at once.", 'Wait a minute and try again.'),
  sign_in: () => said('Your sign-in has ended.', 'Sign in again.'),
  nonce_unknown: () => said('This sign-in took too long or was already used.', 'Sign in again.'),
  code_refused: () => said("Discord didn't accept the sign-in.", 'Sign in again.'),
  not_in_instance: () =>
    said("Discord says that you aren't in this activity.", 'Close it, and open it again from the channel.'),
  not_in_guild: () => said("Discord says that you aren't a member of this server.", 'Join the server first.'),
  bot_missing: () => said("The league's bot isn't in this server.", 'Ask whoever manages the server to add it.'),
  no_league: () => said('This server has no league yet.', 'Ask somebody who manages the server to open the panel.'),
  no_league_here: () =>
    said('There is no league here yet.', 'Open the activity in your Discord server, and connect a Google Sheet.'),
  has_league: () => said('This server already has its league.', 'Open the panel again.'),
  managers_only: () => said('Only who manages this server can connect a Sheet.', 'Ask one of them to open the panel.'),
  bad_address: () =>
    said("That isn't the address of a Google Sheet.", "Copy it from the browser's address bar with the Sheet open."),
  not_a_spreadsheet: () =>
    said(
      "That file isn't a Google Sheet.",
      'Make a new one at sheets.new; in an Excel file, use File > Save as Google Sheets.',
    ),
  no_spreadsheet: () => said('There is no Sheet at that address.', 'Copy the whole address again.'),
  not_shared: ({ account }: { account: string }) =>
    said("The Sheet isn't shared with the league.", `In the Sheet, choose Share and add ${account} as Editor.`),
  view_only: ({ account }: { account: string }) =>
    said(
      'The league may look at the Sheet, but not write to it.',
      `In the Sheet, choose Share and make ${account} an Editor.`,
    ),
  holds_else: ({ title, tabs }: { title: string; tabs: string[] }) =>
    said(
      `“${title}” already holds something else, in ${list(tabs.slice(0, 3))}.`,
      'Use a blank Sheet, or one that was a league before. Your own tabs can be added to it afterwards.',
    ),
  other_league: () => said('That Sheet belongs to another league.', 'Use one of your own: a blank one will do.'),
  google_unreachable: () => said("Google can't be reached.", 'Try again in a minute.'),
  discord_unreachable: () => said("Discord can't be reached.", 'Try again in a minute.'),
  page_off: () => said("This league's page is off.", 'A host can turn it on in the Settings tab.'),
  not_found: () => said("There's nothing here.", 'Check the address.'),
  foreign_origin: () => said('This server only answers its own pages.', 'Open it by its own address.'),
  failed: () => said('Something went wrong here.', 'Try again in a minute.'),
} satisfies Record<string, (given: never) => Refused>;

export type RefusalCode = keyof typeof refusals;

/** A refusal as data: its words are looked up where it's shown. */
export type Refusal = {
  [C in RefusalCode]: Parameters<(typeof refusals)[C]> extends [infer G] ? { refused: C; given: G } : { refused: C };
}[RefusalCode];

/** The code, sentence and remedy of a refusal. */
export function sayRefusal(refusal: Refusal): { code: RefusalCode; message: string; remedy: string } {
  const say = refusals[refusal.refused] as (given: unknown) => Refused;
  return { code: refusal.refused, ...say('given' in refusal ? refusal.given : undefined) };
}
