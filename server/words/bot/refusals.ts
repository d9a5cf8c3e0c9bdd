/** Why something could not be done, in chat: where a command solves it, that is what to do. In English. */
import { type Refusal, type RefusalCode, sayRefusal } from '../refusals.ts';

/** Instead of what the panel says, which has buttons for it. */
const remedies: Partial<Record<RefusalCode, string>> = {
  no_race_running: 'A host opens one with /race open.',
  no_race_open: 'A host opens one with /race open.',
  no_season: 'A host opens one with /season open.',
  not_started: 'A host starts it with /race start.',
  race_final: 'A host can correct it with /admin-fix.',
  race_void: 'Open another one with /race open.',
  race_not_over: 'Close it with /race close first.',
  race_is_open: 'Join it on its card, or from /race status.',
  not_open: 'Open it with /race open first.',
  other_season: 'Open that season with /season open, or a new race with /race open.',
  decided_by_host: 'A host can change it with /admin-fix.',
  contradiction: 'Set one of them with /admin-fix first; who shares a place has it as 1= or 2=.',
  races_elsewhere: 'Finish that race first, or end it with /race close or /race void.',
  nobody_reported: 'Report for them with /admin-fix, or end it with /race void.',
  season_not_open: 'Open it with /season open first.',
  other_season_open: 'Close it with /season close first.',
  season_under_way: 'End that race with /race close or /race void first.',
};

export function sayRefusalInChat(refusal: Refusal): ReturnType<typeof sayRefusal> {
  const said = sayRefusal(refusal);
  return { ...said, remedy: remedies[refusal.refused] ?? said.remedy };
}
