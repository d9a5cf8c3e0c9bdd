import { useState } from 'preact/hooks';
import { Labels } from './action-button.tsx';
import { focusOnce } from './focus-once.ts';

interface ForgetButtonProps {
  /** The words on the first button, of the question, and on the two that answer it. */
  label: string;
  ask: string;
  yes: string;
  no: string;
  pending: string;
  /** Resolves once it's done, or was refused. */
  forget(): Promise<unknown>;
}

/** What nobody can bring back asks first, and the focus is on the way out. */
export function ForgetButton({ label, ask, yes, no, pending, forget }: ForgetButtonProps) {
  const [step, setStep] = useState<'closed' | 'asking' | 'busy'>('closed');
  if (step === 'closed') {
    return (
      <button type="button" class="quiet" onClick={() => setStep('asking')}>
        {label}
      </button>
    );
  }
  const busy = step === 'busy';
  return (
    <div class="ask" role="alertdialog" aria-label={label}>
      <p>
        <bdi>{ask}</bdi>
      </p>
      <div class="buttons">
        <button
          type="button"
          class="action danger"
          aria-disabled={busy}
          aria-busy={busy}
          onClick={() => {
            if (busy) return;
            setStep('busy');
            void forget().then(() => setStep('closed'));
          }}
        >
          <Labels busy={busy} pending={pending}>
            {yes}
          </Labels>
        </button>
        <button type="button" class="quiet" ref={focusOnce} onClick={() => setStep('closed')}>
          {no}
        </button>
      </div>
    </div>
  );
}
