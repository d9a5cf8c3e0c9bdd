/** What is wrong in a league's Sheet, for its hosts. */
import type { ProblemView } from './contract/sheet.ts';
import type { Desk } from './desk.ts';
import { listed, placeOf, problemsOf } from './problems.ts';
import type { openSync } from './sync.ts';
import { sayTrouble } from './trouble.ts';
import { sheetName } from './words/sheet.ts';

type Sync = Awaited<ReturnType<typeof openSync>>;

/** `account` is whom the Sheet has to be shared with. What keeps the league from it comes first. */
export function problemViews({ desk, sync }: { desk: Desk; sync: Sync }, account: string): ProblemView[] {
  const trouble = sync.trouble();
  const problems = listed([...sync.problems(), ...problemsOf(desk.state)]).map(
    (problem): ProblemView => ({
      where: sync.where(problem) ?? placeOf(problem),
      what: problem.what,
      remedy: problem.remedy,
      ...(problem.missing && { missing: problem.tab }),
    }),
  );
  if (!trouble) return problems;
  const otherWriter = trouble.trouble === 'otherWriter' && { otherWriter: true as const };
  return [{ where: sheetName, ...sayTrouble(trouble, account), ...otherWriter }, ...problems];
}
