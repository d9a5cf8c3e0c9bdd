import type { SponsorView } from '../../../server/contract/sponsors.ts';
import { sponsors as words } from '../../../server/words/sponsors.ts';
import { usePanel } from '../panel-context.ts';
import { useSeen } from './use-seen.ts';

type Ground = 'dark' | 'page' | 'light';

interface PresentedByProps {
  sponsor: SponsorView;
  /** "Presented by", unless told otherwise. */
  says?: string;
  /** The ground on which it stands: the panel's and the public page's are dark. */
  ground?: Ground;
  /** Told once, when it was really on the screen. */
  seen?: () => void;
}

/** A sponsor's line: their logo, or their name, which leads to their site. */
export function PresentedBy({ sponsor, says = words.presentedBy, ground = 'dark', seen }: PresentedByProps) {
  const { openLink } = usePanel();
  const mark = useSeen(seen);
  const { name, message, link } = sponsor;
  const shown = <Mark sponsor={sponsor} ground={ground} />;
  return (
    <p class={`presented ${ground}`} ref={mark}>
      <span class="soft">{says}</span>
      {link === undefined ? (
        shown
      ) : (
        <a
          href={link}
          target="_blank"
          rel="noreferrer sponsored"
          aria-label={words.visit(name)}
          onClick={(event) => {
            // Discord's client opens nothing from inside its frame by itself.
            event.preventDefault();
            void openLink(link);
          }}
        >
          {shown}
        </a>
      )}
      {message !== undefined && <small class="soft">{message}</small>}
    </p>
  );
}

function Mark({ sponsor, ground }: { sponsor: SponsorView; ground: Ground }) {
  const { name, logo, logoOnDark } = sponsor;
  const own = ground === 'light' ? logo : logoOnDark;
  const drawn = own ?? logo ?? logoOnDark;
  if (!drawn)
    return (
      <strong>
        <bdi>{name}</bdi>
      </strong>
    );
  // A logo that was made for white ground stands on a white plate.
  return (
    <span class={own ? 'logo' : 'logo plate'}>
      <img src={drawn.url} width={drawn.width} height={drawn.height} alt={words.logo(name)} />
    </span>
  );
}
