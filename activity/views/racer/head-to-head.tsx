import { useState } from 'preact/hooks';
import type { LeagueView } from '../../../server/contract/league.ts';
import type { MeView } from '../../../server/contract/me.ts';
import type { HeadToHeadView } from '../../../server/contract/racer.ts';
import type { RacerId } from '../../../server/contract/terms.ts';
import { racer as words } from '../../../server/words/racer.ts';
import { nameOf } from '../../model/races.ts';
import { Answered } from '../answered.tsx';
import { usePanel } from '../panel-context.ts';
import { RacerSelect } from '../racer-select.tsx';
import { useAsked } from '../use-asked.ts';

interface HeadToHeadProps {
  view: LeagueView;
  me: MeView;
  racer: RacerId;
}

/** Who was ahead when both raced: against me at first, where it's somebody else's profile. */
export function HeadToHead({ view, me, racer }: HeadToHeadProps) {
  const [chosen, choose] = useState(me.racer !== racer ? me.racer : undefined);
  return (
    <section class="card" aria-label={words.against}>
      <div class="row">
        <h3>{words.against}</h3>
        <RacerSelect
          view={view}
          label={words.againstWhom}
          none={words.againstNobody}
          value={chosen}
          without={[racer]}
          choose={choose}
        />
      </div>
      {chosen !== undefined && <Compared key={chosen} view={view} racer={racer} other={chosen} />}
    </section>
  );
}

interface ComparedProps {
  view: LeagueView;
  racer: RacerId;
  other: RacerId;
}

function Compared({ view, racer, other }: ComparedProps) {
  const { ask } = usePanel();
  const { asked, again } = useAsked(() => ask.against([racer, other]), { about: other, version: view.version });
  return (
    <Answered asked={asked} again={again} loading={words.againstFetching}>
      {(met) => <Met name={nameOf(view, racer)} other={nameOf(view, other)} met={met} />}
    </Answered>
  );
}

/** As many as fit beside the rest. */
const first = 6;

function Met({ name, other, met }: { name: string; other: string; met: HeadToHeadView }) {
  const [all, setAll] = useState(false);
  const { meetings } = met;
  if (met.races === 0) return <p class="soft">{words.neverMet}</p>;
  return (
    <>
      <p>
        <bdi>{words.met(name, other, met)}</bdi>
      </p>
      <table class="plain" aria-label={words.meetings}>
        <thead>
          <tr>
            <th scope="col">{words.race}</th>
            <th scope="col">
              <bdi>{name}</bdi>
            </th>
            <th scope="col">
              <bdi>{other}</bdi>
            </th>
          </tr>
        </thead>
        <tbody>
          {(all ? meetings : meetings.slice(0, first)).map((meeting) => (
            <tr key={meeting.race}>
              <th scope="row">
                <bdi>{meeting.raceName}</bdi>
              </th>
              <td>{words.position(meeting.own)}</td>
              <td>{words.position(meeting.other)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!all && meetings.length > first && (
        <button type="button" class="quiet small" onClick={() => setAll(true)}>
          {words.meetingsAll(meetings.length)}
        </button>
      )}
    </>
  );
}
