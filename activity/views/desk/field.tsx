import type { ComponentChildren } from 'preact';
import { Labels } from '../action-button.tsx';
import { focusOnce } from '../focus-once.ts';

interface FieldProps {
  label: string;
  value: string;
  type?: 'text' | 'number' | 'date' | 'datetime-local';
  /** What it means, below it. */
  why?: string;
  required?: boolean;
  maxLength?: number;
  /** The ID of a datalist. */
  list?: string;
  /** It has just appeared in place of the button that had the focus. */
  focus?: boolean;
  change(value: string): void;
}

/** A labelled field for text, a number or a day. */
export function Field({ label, why, focus = false, change, ...input }: FieldProps) {
  return (
    <label>
      {label}
      <input
        type="text"
        autocomplete="off"
        dir="auto"
        {...input}
        ref={focus ? focusOnce : null}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
      {why && <small>{why}</small>}
    </label>
  );
}

interface SubmitProps {
  label: string;
  pending: string;
  busy: boolean;
  /** Everything that it takes is there. */
  ready: boolean;
  /** What is still missing, while it's not. */
  needs?: string;
  children?: ComponentChildren;
}

/** The button of a form; what else stands in its row comes after it. */
export function Submit({ label, pending, busy, ready, needs, children }: SubmitProps) {
  return (
    <div class="buttons">
      <button type="submit" class="action primary" aria-disabled={busy || !ready} aria-busy={busy}>
        <Labels busy={busy} pending={pending}>
          {label}
        </Labels>
      </button>
      {children}
      {!ready && needs && <small>{needs}</small>}
    </div>
  );
}
