import type { LeagueView } from '../../server/contract/league.ts';
import { unsent as words } from '../../server/words/panel.ts';
import { usePanel } from './panel-context.ts';

/** What was tapped and couldn't be sent. While a tap is merely on its way, its own button says so. */
export function UnsentList({ view }: { view: LeagueView }) {
  const { unsent, stuck, sending, connection, takeBack } = usePanel();
  const waiting = unsent.value.length > 0 && (stuck.value || connection.value === 'lost');
  return (
    <section class={waiting ? 'card unsent' : ''} role="status">
      {waiting && (
        <>
          <p>
            <strong>{words.title}</strong>
          </p>
          <ul>
            {unsent.value.map(({ request }) => {
              const race = 'race' in request && request.race !== undefined ? view.races[request.race]?.name : undefined;
              const what = words.what(request, race);
              return (
                <li key={request.id}>
                  <span>{what}</span>
                  <button
                    type="button"
                    class="quiet small"
                    aria-label={words.takeBackLabel(what)}
                    aria-disabled={sending.value === request.id}
                    onClick={() => takeBack(request.id)}
                  >
                    {words.takeBack}
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
