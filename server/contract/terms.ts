/**
 * What panel and server say to each other, as types; the parsers stand beside the routes. Times are milliseconds since
 * 1970 by the server's clock. Nothing in this folder holds a Discord ID: people are known by their racer ID, which is
 * ours. Here are the terms that the rest is made of.
 */
import type { Account } from '../../sheets/accounts.ts';
import type { Position } from '../../sheets/positions.ts';
import type { FactTab, RaceStatus, seasonStatuses } from '../../sheets/records.ts';

export type { FactTab, Position, RaceStatus };
export type RacerId = string;
export type RaceId = string;
export type SeasonId = string;
/** Whole minor units (cents) of the league's currency. */
export type Units = number;
/** Whose an amount is: the league's own accounts by their names, racers and sponsors by their IDs. */
export type AccountName = Account;
export type SeasonStatus = (typeof seasonStatuses)[number];
