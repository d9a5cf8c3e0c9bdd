import type { ProblemView } from '../../server/contract.ts';
import { host } from '../../server/words/panel.ts';

/** For hosts: cells of the Sheet that can't be understood. */
export function Problems({ problems }: { problems: readonly ProblemView[] }) {
  if (problems.length === 0) return null;
  return (
    <details class="card problems">
      <summary>{host.problems(problems.length)}</summary>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.where} ${problem.what}`}>
            <code>{problem.where}</code>
            <p>
              <bdi>{problem.what}</bdi>
            </p>
            <p class="remedy">{problem.remedy}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
