/** Every command, in the order in which Discord lists them. A new one is a file beside this one and a word here. */
import type { Command } from '../command.ts';
import { adminFix } from './admin-fix.ts';
import { problems } from './league/problems.ts';
import { setup } from './league/setup.ts';
import { status as leagueStatus } from './league/status.ts';
import { profile } from './profile.ts';
import { protest } from './protest.ts';
import { close as closeRace } from './race/close.ts';
import { next } from './race/next.ts';
import { open as openRace } from './race/open.ts';
import { start } from './race/start.ts';
import { status as raceStatus } from './race/status.ts';
import { voidIt } from './race/void.ts';
import { result } from './result.ts';
import { close as closeSeason } from './season/close.ts';
import { open as openSeason } from './season/open.ts';
import { plan } from './season/plan.ts';
import { summary } from './season/summary.ts';
import { standings } from './standings.ts';
import { wallet } from './wallet.ts';
import { why } from './why.ts';

export const commands: readonly Command[] = [
  result,
  adminFix,
  openRace,
  next,
  start,
  closeRace,
  voidIt,
  raceStatus,
  protest,
  standings,
  profile,
  why,
  wallet,
  plan,
  openSeason,
  closeSeason,
  summary,
  setup,
  leagueStatus,
  problems,
];
