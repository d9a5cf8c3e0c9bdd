import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ways as words } from '../../server/words/panel.ts';

interface PageFrameProps {
  title: string;
  /** Leads back to where this was opened; without it the page is reached by the ways alone. */
  back?: (() => void) | undefined;
  children: ComponentChildren;
}

/** A page in place of the race night. Its title takes the focus, so that a screen reader begins there. */
export function PageFrame({ title, back, children }: PageFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus();
  }, []);
  return (
    <main
      class="page"
      onKeyDown={(event) => {
        if (event.key === 'Escape') back?.();
      }}
    >
      <div class="row page-title">
        <h2 ref={heading} tabIndex={-1}>
          <bdi>{title}</bdi>
        </h2>
        {back && (
          <button type="button" class="quiet small" onClick={back}>
            {words.back}
          </button>
        )}
      </div>
      {children}
    </main>
  );
}
