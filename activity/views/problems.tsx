import type { ProblemView } from '../../server/contract/sheet.ts';
import type { FactTab } from '../../server/contract/terms.ts';
import { host } from '../../server/words/panel.ts';
import { ActionButton } from './action-button.tsx';
import { usePanel } from './panel-context.ts';

/** For hosts: cells of the Sheet that can't be understood. */
export function Problems({ problems }: { problems: readonly ProblemView[] }) {
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
            {problem.missing && <MissingRows tab={problem.missing} />}
            {problem.otherWriter && <WriteAgain />}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Of two programs that write to one Sheet the one that lost it waits for a host's word. */
function WriteAgain() {
  const { writeAgain } = usePanel();
  return (
    <div class="row">
      <button type="button" class="quiet" onClick={() => void writeAgain()}>
        {host.writeAgain}
      </button>
    </div>
  );
}

/** Rows that vanished at once count until a host says what they meant. */
function MissingRows({ tab }: { tab: FactTab }) {
  return (
    <div class="row">
      <ActionButton
        class="quiet"
        action={{ type: 'missingRows', tab, choice: 'putBack' }}
        pending={host.putBackPending}
      >
        {host.putBack}
      </ActionButton>
      <ActionButton class="quiet" action={{ type: 'missingRows', tab, choice: 'delete' }} pending={host.letGoPending}>
        {host.letGo}
      </ActionButton>
    </div>
  );
}
