import type { FormView } from '../../../server/contract/racer.ts';
import { racer as words } from '../../../server/words/racer.ts';

/** Streaks, the last five, how often on the podium, the best season. */
export function Form({ form }: { form: FormView }) {
  const { lastFive, podiumRate, bestSeason } = form;
  const lines = [
    ...words.streak(form),
    ...(podiumRate === undefined ? [] : [words.podiumRate(podiumRate)]),
    ...(bestSeason ? [words.bestSeason(bestSeason)] : []),
  ];
  return (
    <section class="card" aria-label={words.form}>
      <h3>{words.form}</h3>
      {lastFive.length === 0 ? (
        <p class="soft">{words.formNone}</p>
      ) : (
        <ol class="last-five" aria-label={words.lastFive}>
          {lastFive.map(({ race, raceName, position }) => (
            <li key={race}>
              <b>{words.position(position)}</b>
              <small>
                <bdi>{raceName}</bdi>
              </small>
            </li>
          ))}
        </ol>
      )}
      <ul class="lines">
        {lines.map((line) => (
          <li key={line}>
            <bdi>{line}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
