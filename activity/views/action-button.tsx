import type { ComponentChildren } from 'preact';
import type { ActionBody } from '../../server/contract/actions.ts';
import { usePanel } from './panel-context.ts';

interface ActionButtonProps {
  /** What a tap does. */
  action: ActionBody;
  /** The words while it's on its way. */
  pending: string;
  /** What it's called for screen readers, where the words on it say too little. */
  label?: string;
  class?: string;
  children: ComponentChildren;
}

/** A button that does one thing once. */
export function ActionButton({ action, pending, label, class: look = '', children }: ActionButtonProps) {
  const panel = usePanel();
  const busy = panel.isUnderway(action);
  return (
    <button
      type="button"
      class={`action ${look}`}
      aria-label={label}
      aria-disabled={busy}
      aria-busy={busy}
      onClick={() => panel.act(action)}
    >
      <Labels busy={busy} pending={pending}>
        {children}
      </Labels>
    </button>
  );
}

interface LabelsProps {
  busy: boolean;
  /** The words while it's busy. */
  pending: string;
  children: ComponentChildren;
}

/** What a button says at rest and while it's busy. Both take their place from the start, so nothing jumps. */
export function Labels({ busy, pending, children }: LabelsProps) {
  return (
    <>
      <span class={busy ? 'unseen' : ''}>{children}</span>
      <span class={busy ? '' : 'unseen'}>{pending}</span>
    </>
  );
}
