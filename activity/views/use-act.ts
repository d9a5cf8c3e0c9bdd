import { useEffect, useState } from 'preact/hooks';
import type { ActionBody } from '../../server/contract/actions.ts';
import { isSameTap } from '../model/outbox.ts';
import type { Notice } from '../model.ts';
import { usePanel } from './panel-context.ts';

/** Does what a form asks for, and calls `done` once the server has said yes: a refusal leaves what was typed. */
export function useAct(done: () => void) {
  const panel = usePanel();
  const [asked, setAsked] = useState<{ body: ActionBody; before: Notice | undefined } | undefined>(undefined);
  const notice = panel.notice.value;
  const isDone =
    asked !== undefined && notice !== asked.before && notice?.tone === 'done' && isSameTap(notice.request, asked.body);

  useEffect(() => {
    if (!isDone) return;
    setAsked(undefined);
    done();
  }, [isDone, done]);

  return {
    /** From the tap until `done` was called, or it was refused. */
    busy: asked !== undefined && (isDone || panel.isUnderway(asked.body)),
    act(body: ActionBody): void {
      setAsked({ body, before: panel.notice.peek() });
      panel.act(body);
    },
  };
}
