import { useState } from 'preact/hooks';
import type { SeasonFields } from '../../../server/contract/actions.ts';
import type { LeagueView, SeasonSummary } from '../../../server/contract/league.ts';
import type { SeasonView } from '../../../server/contract/season.ts';
import { desk, seasons as words } from '../../../server/words/desk.ts';
import { dayOf, startOf } from '../../model/dates.ts';
import { Answered } from '../answered.tsx';
import { usePanel } from '../panel-context.ts';
import { useAct } from '../use-act.ts';
import { useAsked } from '../use-asked.ts';
import { Choice } from './choice.tsx';
import type { DeskProps } from './desk.tsx';
import { Field, Submit } from './field.tsx';
import { Previewed } from './previewed.tsx';
import { changedMoney, noMoney, SeasonMoneyFields, type TypedMoney, typedMoney } from './season-money.tsx';

/** A season as it's typed: days as in a date field, numbers as text. */
interface Typed {
  name: string;
  starts: string;
  ends: string;
  scoring: string;
  dropWorst: string;
  /** Its ID; '' for none. */
  sponsor: string;
  money: TypedMoney;
}

type TextField = Exclude<keyof Typed, 'money'>;

const blank: Typed = { name: '', starts: '', ends: '', scoring: '', dropWorst: '', sponsor: '', money: noMoney };

export function PlanSeason({ view, me }: DeskProps) {
  const [typed, setTyped] = useState(blank);
  const { act, busy } = useAct(() => setTyped(blank));
  const fields = changed(blank, typed, view);
  const ready = typed.name.trim() !== '' && fields !== undefined;
  return (
    <form
      class="fields"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy) act({ type: 'planSeason', ...fields, name: typed.name.trim() });
      }}
    >
      <Fields view={view} typed={typed} me={me} isNew change={setTyped} />
      <Submit label={words.planSave} pending={desk.saving} busy={busy} ready={ready} needs={words.nameNeeded} />
    </form>
  );
}

interface EditSeasonProps extends DeskProps {
  season: SeasonSummary;
  done(): void;
}

/** Changing a season that was raced shows what that changes. */
export function EditSeason({ view, me, season, done }: EditSeasonProps) {
  const { ask } = usePanel();
  const { asked, again } = useAsked(() => ask.season(season.id), { about: season.id, version: undefined });
  return (
    <Answered asked={asked} again={again}>
      {(whole) => <Edit view={view} me={me} season={whole} done={done} />}
    </Answered>
  );
}

function Edit({ view, me, season, done }: DeskProps & { season: SeasonView; done(): void }) {
  const { timeZone } = view;
  const day = (moment: number | undefined) => (moment === undefined ? '' : dayOf(moment, timeZone));
  const [before] = useState<Typed>({
    name: season.name,
    starts: day(season.starts),
    ends: day(season.ends),
    scoring: season.scoring,
    dropWorst: String(season.dropWorst),
    sponsor: season.sponsor ?? '',
    money: typedMoney(season.money, view.money?.currency ?? ''),
  });
  const [typed, setTyped] = useState(before);
  const fields = changed(before, typed, view);
  return (
    <div class="fields">
      <Fields view={view} typed={typed} me={me} change={setTyped} />
      {fields && Object.keys(fields).length > 0 && (
        <Previewed
          action={{ type: 'editSeason', season: season.id, ...fields }}
          label={words.editSave}
          pending={desk.saving}
          done={done}
        />
      )}
    </div>
  );
}

interface FieldsProps extends DeskProps {
  typed: Typed;
  isNew?: boolean;
  change(typed: Typed): void;
}

function Fields({ view, me, typed, isNew = false, change }: FieldsProps) {
  const set = (field: TextField) => (value: string) => change({ ...typed, [field]: value });
  const there = (me.scorings ?? []).filter((one) => one.there).map(({ name }) => name);
  const tables = typed.scoring === '' || there.includes(typed.scoring) ? there : [typed.scoring, ...there];
  return (
    <>
      <Field label={words.name} value={typed.name} required maxLength={60} change={set('name')} />
      <div class="pair">
        <Field label={words.starts} type="date" value={typed.starts} change={set('starts')} />
        <Field label={words.ends} type="date" value={typed.ends} change={set('ends')} />
      </div>
      <small>{words.datesWhy(view.timeZone)}</small>
      <Choice
        label={words.scoring}
        value={typed.scoring}
        {...(isNew && { none: words.scoringAsBefore })}
        choices={tables.map((name) => ({ value: name, label: name }))}
        choose={set('scoring')}
      />
      <Field
        label={words.dropWorst}
        why={words.dropWorstWhy}
        type="number"
        value={typed.dropWorst}
        change={set('dropWorst')}
      />
      {(me.sponsors ?? []).length > 0 && (
        <Choice
          label={words.sponsor}
          none={words.noSponsor}
          value={typed.sponsor}
          choices={(me.sponsors ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          choose={set('sponsor')}
        />
      )}
      <SeasonMoneyFields view={view} typed={typed.money} change={(money) => change({ ...typed, money })} />
    </>
  );
}

/** What differs, as the server takes it; a field that was emptied takes a date or an amount away. Undefined while one can't be read. */
function changed(before: Typed, typed: Typed, view: LeagueView): (SeasonFields & { name?: string }) | undefined {
  const differs = (field: TextField) => typed[field].trim() !== before[field];
  const moment = (day: string) => startOf(day, view.timeZone) ?? null;
  const money = view.money ? changedMoney(before.money, typed.money, view.money.currency) : {};
  if (!money) return undefined;
  return {
    ...money,
    ...(differs('name') && { name: typed.name.trim() }),
    ...(differs('starts') && { starts: moment(typed.starts) }),
    ...(differs('ends') && { ends: moment(typed.ends) }),
    ...(differs('scoring') && { scoring: typed.scoring }),
    ...(differs('dropWorst') && { dropWorst: Number(typed.dropWorst) }),
    ...(differs('sponsor') && { sponsor: typed.sponsor || null }),
  };
}
