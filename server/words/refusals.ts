/** Why something could not be done, and what to do instead: by code, in English. */
import type { Account } from '../../sheets/accounts.ts';
import { digitsOf } from '../../sheets/money.ts';
import { count, list, money, place } from './en.ts';
import { sayAccount } from './ledger.ts';

interface Refused {
  message: string;
  remedy: string;
}

const said = (message: string, remedy: string): Refused => ({ message, remedy });

export const refusals = {
  no_race_running: () => said('Could not save the result: no race is running.', 'Ask a host to open one.'),
  no_race_open: () => said('Could not join: no race is open.', 'Ask a host to open one.'),
  no_season: () =>
    said(
      'Could not open a race: no season is open.',
      "A host opens one, at the panel's Hosts' desk or in the Seasons tab.",
    ),
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
  race_is_open: ({ race }: { race: string }) => said(`${race} is already open.`, 'Join it.'),
  not_open: ({ race }: { race: string }) => said(`${race} isn't open yet.`, 'Open it first.'),
  other_season: ({ race, season }: { race: string; season: string }) =>
    said(`${race} was planned for ${season}, which isn't open.`, 'Open that season, or open a new race.'),
  bad_time: () => said('A race is planned for a time to come, at most a year from now.', 'Choose another time.'),
  bad_title: () => said("That can't be what a race or a night is called.", 'Give it a name of 1 to 60 characters.'),
  race_name_taken: ({ race }: { race: string }) =>
    said(`There is or was a race called ${race}.`, 'Give this one another name.'),
  race_full: ({ race, places }: { race: string; places: number }) =>
    said(`Could not join: all ${places} places of ${race} are taken.`, 'Wait for the next race.'),
  already_in: ({ race }: { race: string }) => said(`You're already in ${race}.`, 'Nothing more to do.'),
  in_another_race: ({ race }: { race: string }) =>
    said(`Could not join: you're in ${race}, which isn't over.`, 'Finish or leave it first.'),
  not_in_race: ({ race }: { race: string }) =>
    said(`Could not save the result: you aren't in ${race}.`, 'Add yourself to it first.'),
  bad_position: ({ given, last }: { given: string; last: number }) =>
    said(`“${given}” isn't a place in this race.`, `Give a place from 1 to ${last}, or DNF.`),
  dead_heat_is_hosts: () =>
    said('Only a host can say that it was a dead heat.', 'Give your place without the =, and tell a host.'),
  decided_by_host: ({ position }: { position: string }) =>
    said(`A host has recorded ${position} for you.`, 'Ask a host to change it.'),
  nothing_to_object: ({ race }: { race: string }) =>
    said(`${race} isn't about to become final.`, "Report your own place if it's missing."),
  contradiction: ({ position, racers }: { position: number; racers: string[] }) =>
    said(
      `Could not close the race: ${list(racers)} ${racers.length > 2 ? 'all' : 'both'} hold ${place(position)}.`,
      'Fix one of them first, or say that it was a dead heat.',
    ),
  would_contradict: ({ race, position, racers }: { race: string; position: number; racers: string[] }) =>
    said(
      `Then ${list(racers)} would ${racers.length > 2 ? 'all' : 'both'} hold ${place(position)} in ${race}.`,
      'Correct all of them at once, or make it a dead heat.',
    ),
  no_place_left: ({ race, places }: { race: string; places: number }) =>
    said(`${race} has no more than ${places} places.`, 'Raise Places in the Settings tab first.'),
  did_not_race: ({ race, racer }: { race: string; racer: string }) =>
    said(`${racer} isn't in ${race}.`, 'Give a place to add them.'),
  races_elsewhere: ({ race, racer }: { race: string; racer: string }) =>
    said(`${racer} is in ${race}, which isn't over.`, 'Finish that race, close it or void it first.'),
  named_twice: ({ racer }: { racer: string }) => said(`${racer} is named twice.`, 'Give everybody one place.'),
  nothing_to_correct: ({ race }: { race: string }) =>
    said(`That's the result of ${race} already.`, 'Change a place, or decline the protest.'),
  no_dead_heat: ({ race, position, racers }: { race: string; position: number; racers: string[] }) =>
    said(
      `${racers.length === 0 ? 'Nobody holds' : `Only ${list(racers)} holds`} ${place(position)} in ${race}.`,
      'Set the place of everybody who shares it first.',
    ),
  already_dead_heat: ({ position, racers }: { position: number; racers: string[] }) =>
    said(`${list(racers)} already share ${place(position)}.`, 'Nothing more to do.'),
  nothing_to_wait_for: ({ race, reported }: { race: string; reported: number }) =>
    reported === 0
      ? said(`Nobody has reported in ${race} yet.`, 'The time begins with the first report.')
      : said(`Everybody in ${race} has reported.`, 'Nothing more to do.'),
  own_place: () => said("You can't vouch for your own place.", 'Anybody else in the race can.'),
  nothing_to_confirm: ({ race, racer }: { race: string; racer: string }) =>
    said(`${racer} hasn't reported a place in ${race}.`, 'Wait until they have.'),
  already_confirmed: ({ racer }: { racer: string }) =>
    said(`You already vouch for ${racer}'s place.`, 'Nothing more to do.'),
  not_final_yet: ({ race }: { race: string }) =>
    said(`${race} isn't final yet.`, "Say “That's wrong” instead, or fix your place."),
  not_your_race: ({ race }: { race: string }) =>
    said(`Only who raced in ${race} can protest against it.`, 'Ask one of them, or a host.'),
  no_protests: () => said('This league takes no protests.', 'Ask a host: they can correct a race at any time.'),
  protest_too_late: ({ race, hours }: { race: string; hours: number }) =>
    said(
      `${race} has been final for more than ${count(hours, 'hour')}.`,
      'Ask a host: they can correct it at any time.',
    ),
  protest_open: ({ race }: { race: string }) =>
    said(`You already protested against ${race}.`, 'Hosts will look at it.'),
  sentence_needed: () => said('Say in one sentence what it is.', 'Write 3 to 300 characters.'),
  unknown_protest: () => said("That protest isn't there.", 'Choose one from the list.'),
  protest_settled: ({ how }: { how: 'fixed' | 'declined' }) =>
    said(`A host already ${how} that.`, 'Nothing more to do.'),
  unknown_correction: () => said("That can't be taken back any more.", 'Correct it by hand.'),
  already_undone: () => said('That was already taken back.', 'Nothing more to do.'),
  undo_by_season: () =>
    said(
      "It changed a season's status, which isn't taken back like that.",
      'Open, close or reopen the season instead; correct the rest by hand.',
    ),
  undo_by_booking: () =>
    said('What is in the Ledger stays as it is.', 'Write the difference in a new row, or note a payment.'),
  undo_in_sheet: ({ tab }: { tab: string }) =>
    said(`Rows of ${tab} were put back in the Sheet.`, 'Delete them there again.'),
  gone_since: ({ tab }: { tab: string }) =>
    said(`Could not take it back: a row of ${tab} was deleted since.`, 'Correct it by hand.'),
  changed_since: ({ tab, header, row }: { tab: string; header: string; row: string }) =>
    said(
      `Could not take it back: ${header} of ${row} in ${tab} was changed since.`,
      'Take the later change back first, or correct it by hand.',
    ),
  nobody_reported: ({ race }: { race: string }) =>
    said(`Could not close ${race}: nobody has reported.`, 'Report for them, or void it.'),
  too_few: ({ race }: { race: string }) =>
    said(`Could not start ${race}: it has fewer than two racers.`, 'Wait until two have joined.'),
  next_is_open: ({ race }: { race: string }) => said(`${race} is already there.`, 'Race it first.'),
  bad_name: () => said("That name can't be used.", 'Give an in-game name of 1 to 32 characters.'),
  name_taken: ({ name }: { name: string }) =>
    said(`Somebody here is already called ${name}.`, 'Choose another in-game name.'),
  name_is_placeholder: ({ name }: { name: string }) =>
    said(`A host has added ${name} already.`, 'If that is you, say so; else choose another in-game name.'),
  unknown_season: () => said("That season isn't in this league.", 'Choose a season from the list.'),
  nameless_season: () => said("That season's name in the Seasons tab can't be read.", 'Give it one of its own there.'),
  bad_season_name: () => said("A season can't be called that.", 'Give a name of 1 to 60 characters.'),
  season_name_taken: ({ season }: { season: string }) =>
    said(`A season is already called ${season}.`, 'Choose another name.'),
  bad_dates: () => said("Those dates can't be.", 'A season ends after it starts; leave a date empty if you like.'),
  no_scoring: ({ scoring }: { scoring: string }) =>
    said(`No scoring table is called ${scoring}.`, 'Choose one of the Scoring tab, or add it there.'),
  bad_drop: ({ most }: { most: number }) =>
    said("So many races can't be dropped.", `Give a whole number from 0 to ${most}.`),
  season_is_open: ({ season }: { season: string }) => said(`${season} is already open.`, 'Nothing more to do.'),
  season_is_closed: ({ season }: { season: string }) =>
    said(`${season} is already closed.`, 'If it should go on, reopen it.'),
  season_not_open: ({ season }: { season: string }) => said(`${season} hasn't been opened yet.`, 'Open it first.'),
  season_not_closed: ({ season }: { season: string }) => said(`${season} was never closed.`, 'Open it instead.'),
  other_season_open: ({ season }: { season: string }) => said(`${season} is still open.`, 'Close it first.'),
  season_under_way: ({ season, race }: { season: string; race: string }) =>
    said(`Could not close ${season}: ${race} isn't over.`, 'Close that race or void it first.'),
  nothing_waits: ({ season }: { season: string }) =>
    said(`Nothing about ${season} waits for an answer any more.`, 'Nothing more to do.'),
  nothing_to_change: () => said('Nothing would change.', 'Say what is to be different.'),
  no_open_season: () => said('No season is open.', 'Choose a season.'),
  points_too_fine: () => said('Points are no finer than hundredths.', 'Give two decimals at most, such as 2.25.'),
  bad_points: ({ most }: { most: number }) =>
    said("That's neither a bonus nor a penalty.", `Give points from −${most} to ${most}, but not 0.`),
  why_needed: () => said('A bonus or a penalty has a reason.', 'Say in a few words why, 200 characters at most.'),
  money_off: () => said('This league plays for points only: Money is Off.', 'Turn Money On in the Settings tab first.'),
  bad_amount: ({ most, currency }: { most: number; currency: string }) =>
    said(
      "That can't be an amount.",
      `Give one from ${money(0, currency)} to ${money(most, currency)}, in whole ${digitsOf(currency) > 0 ? 'cents' : 'units'}; a payment is above 0.`,
    ),
  bad_commission: () => said("The league can't keep that much.", 'Give a percentage from 0 to 100, such as 10.'),
  bad_split: () =>
    said(
      "A pot can't be split like that.",
      'Give percentages for the first, the second and so on, 100 at most together: 50, 30, 20.',
    ),
  bad_bonuses: () => said("Those bonuses can't be understood.", 'Write them as: Win 2, Podium 0.50. Or None.'),
  unknown_sponsor: () => said("That sponsor isn't in this league.", 'Add it in the Sponsors tab first.'),
  unknown_account: () =>
    said("That's nobody in the Ledger.", 'Choose a racer, a sponsor, a pot, the league or outside.'),
  nameless_account: () =>
    said("Their name in the Sheet can't be read.", 'Give them one of their own there, in Racers or Sponsors.'),
  same_account: () => said('That would go to where it comes from.', 'Choose somebody else on one side.'),
  not_enough: ({ account, name, had, amount, currency }: NotEnough) =>
    said(
      `Could not note ${money(amount, currency)}: ${sayHolder(account, name)} has ${money(had, currency)}.`,
      had > 0 ? `Note ${money(had, currency)} at most.` : 'Nothing is there to be taken out.',
    ),
  long_why: () => said('That reason is too long.', 'Say it in 200 characters at most.'),
  race_elsewhere: ({ race, season }: { race: string; season: string }) =>
    said(`${race} isn't a race of ${season}.`, 'Choose one of its races, or none.'),
  no_preset: ({ scoring, presets }: { scoring: string; presets: string[] }) =>
    said(`There's no scoring table called ${scoring} to add.`, `Choose one of these: ${presets.join(', ')}.`),
  scoring_there: ({ scoring }: { scoring: string }) =>
    said(`${scoring} is already in the Scoring tab.`, 'Change it there, or give the season another table.'),
  same_racer: ({ racer }: { racer: string }) => said(`Both are ${racer} already.`, 'Choose two racers.'),
  already_merged: ({ racer, into }: { racer: string; into: string }) =>
    said(`${racer} counts as ${into} already.`, 'Nothing more to do.'),
  not_merged: ({ racer }: { racer: string }) => said(`${racer} counts for themselves already.`, 'Nothing more to do.'),
  thats_you: ({ racer }: { racer: string }) => said(`You are ${racer} already.`, 'Nothing more to do.'),
  not_placeholder: ({ racer }: { racer: string }) =>
    said(`${racer} belongs to somebody on Discord.`, 'If both are the same person, a host can merge them.'),
  already_asked: ({ racer }: { racer: string }) =>
    said(`You've already said that you are ${racer}.`, 'Wait for a host to answer.'),
  nobody_asks: () => said('Nobody waits for that answer any more.', 'Nothing more to do.'),
  not_a_racer: () => said("You aren't a racer of this league yet.", 'Join a race first.'),
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
  file_too_large: () => said('That file is too large.', 'Split it, season by season: 2 MB at most.'),
  import_problems: ({ problems }: { problems: number }) =>
    said(
      `Nothing was imported: the file has ${problems === 1 ? 'a problem' : `${problems} problems`}.`,
      'Mend what is listed, and import it again.',
    ),
  link_used: () => said('This link was used already, or is too old.', 'Export again in the panel.'),
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
  league_broken: () =>
    said(
      "This server's league couldn't be opened.",
      'Nothing in its Sheet is lost. Tell whoever runs the bot: its log says why.',
    ),
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

interface NotEnough {
  account: Account;
  /** Of a racer or a sponsor. */
  name: string;
  /** Minor units. */
  had: number;
  amount: number;
  currency: string;
}

function sayHolder(account: Account, name: string): string {
  return sayAccount(account, { racer: () => name, sponsor: () => name });
}

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
