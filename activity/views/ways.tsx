import type { MeView } from '../../server/contract/me.ts';
import { ways as words } from '../../server/words/panel.ts';
import type { Page } from '../model.ts';
import { usePanel } from './panel-context.ts';

/** Between the race night, one's own trophies, and for hosts their desk. */
export function Ways({ me }: { me: MeView }) {
  const { page } = usePanel();
  const waiting = me.queue?.length ?? 0;
  const way = (to: Exclude<Page['page'], 'racer'>, label: string, count = 0) => (
    <button
      type="button"
      class="chip"
      aria-current={page.value.page === to ? 'page' : undefined}
      onClick={() => {
        page.value = { page: to };
      }}
    >
      {label}
      {count > 0 && (
        <>
          {' '}
          <b class="count" title={words.toDecide(count)}>
            <span aria-hidden="true">{count}</span>
            <span class="hidden">{words.toDecide(count)}</span>
          </b>
        </>
      )}
    </button>
  );
  return (
    <nav class="ways chips" aria-label={words.label}>
      {way('night', words.night)}
      {way('me', words.me)}
      {me.host && way('desk', words.desk, waiting)}
    </nav>
  );
}
