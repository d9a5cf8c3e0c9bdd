import { notice as words } from '../../server/words/panel.ts';
import { usePanel } from './panel-context.ts';

/** The server's word on the latest tap. A saved place is told where it was tapped instead. */
export function NoticeBar() {
  const { notice, closeNotice } = usePanel();
  const it = notice.value;
  const done =
    it?.tone === 'said' ? it.message : it?.tone === 'done' && it.request.type !== 'report' ? it.answer.message : '';
  return (
    <div class="notices">
      <p role="status" class="notice done">
        {done}
      </p>
      <div role="alert">
        {it?.tone === 'refused' && (
          <div class="notice refused">
            <p>
              <strong>{it.message}</strong> {it.remedy}
            </p>
            <button type="button" class="close" aria-label={words.close} onClick={closeNotice}>
              <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
              </svg>
            </button>
          </div>
        )}
      </div>
    </div>
  );
}
