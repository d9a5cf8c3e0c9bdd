/** What is wrong in a league's Sheet, for its hosts. */
import type { ProblemView } from './contract/sheet.ts';
import type { Desk } from './desk.ts';
import { listed, placeOf, problemsOf } from './problems.ts';
import type { openSync } from './sync.ts';
import { sayTrouble } from './trouble.ts';
import { type BotWords, english } from './words/bot/english.ts';

type Sync = Awaited<ReturnType<typeof openSync>>;

/** `account` is whom the Sheet has to be shared with. What keeps the league from it comes first. The panel is in English. */
export function problemViews(
  { desk, sync }: { desk: Desk; sync: Sync },
  account: string,
  words: Pick<BotWords, 'problems' | 'trouble'> = english,
): ProblemView[] {
  const trouble = sync.trouble();
  const says = words.problems;
  const problems = listed([...sync.problems(says), ...problemsOf(desk.state, says)], says).map(
    (problem): ProblemView => ({
      where: sync.where(problem) ?? placeOf(problem),
      what: problem.what,
      remedy: problem.remedy,
      ...(problem.missing && { missing: problem.tab }),
    }),
  );
  if (!trouble) return problems;
  const otherWriter = trouble.trouble === 'otherWriter' && { otherWriter: true as const };
  return [{ where: says.sheet, ...sayTrouble(trouble, account, words), ...otherWriter }, ...problems];
}
