import { files as words } from '../../../server/words/desk.ts';
import { Export } from './export.tsx';
import { Import } from './import.tsx';

/** What comes into the league as files, and what goes out. */
export function Files() {
  return (
    <>
      <section class="card" aria-label={words.import}>
        <h3>{words.import}</h3>
        <Import />
      </section>
      <section class="card" aria-label={words.export}>
        <h3>{words.export}</h3>
        <Export />
      </section>
    </>
  );
}
