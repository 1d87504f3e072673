import type { NeonatalInputs, NeonatalResult, NeonatalShown } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { useTrust } from '../../../client/trust.ts';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { Figure, Figures } from '../../../components/Figure.tsx';
import { amountText, countText, exactShown } from './amounts.ts';
import { EntryForm, type FormField } from './EntryForm.tsx';
import { type FieldKind, readField } from './field-entry.ts';
import { neonatalMade } from './figures.ts';

type Key = keyof NeonatalInputs;
interface Field {
  readonly key: Key;
  readonly label: string;
  readonly kind: FieldKind;
  readonly after?: string;
  readonly options?: FormField['options'];
}

const days = (key: Key, label: string): Field => ({ key, label, kind: 'count', after: 'days' });
const wte = (key: Key, label: string): Field => ({ key, label, kind: 'wte', after: 'WTE' });
const activity: Field[] = [
  { key: 'first', label: 'Activity from', kind: 'date' },
  { key: 'last', label: 'Activity to', kind: 'date' },
  days('days1', 'Intensive care (group 1)'),
  days('days2', 'High dependency (group 2)'),
  days('days3', 'Special care (group 3)'),
  days('days4', 'Special care (group 4)'),
  days('days5', 'Special care (group 5)'),
  days('transitionalDays', 'Transitional care, left out'),
];
const method: Field[] = [
  { key: 'occupancy', label: 'Occupancy', kind: 'percent', after: '%' },
  { key: 'coordinators', label: 'Coordinators on each shift', kind: 'amount' },
  { key: 'factor', label: 'WTE for one nurse always on duty', kind: 'amount' },
  { key: 'hoursPerDay', label: 'else from: hours a day', kind: 'amount' },
  { key: 'weeklyHours', label: 'weekly hours', kind: 'amount' },
  { key: 'uplift', label: 'uplift', kind: 'percent', after: '%' },
  { key: 'declaredIntensive', label: 'Declared cots: intensive', kind: 'count', after: 'cots' },
  { key: 'declaredHigh', label: 'Declared cots: high dependency', kind: 'count', after: 'cots' },
  { key: 'declaredSpecial', label: 'Declared cots: special', kind: 'count', after: 'cots' },
];
const staff: Field[] = [
  wte('fundedQualified', 'Funded: qualified in specialty'),
  wte('fundedRegistered', 'Funded: registered, not so qualified'),
  wte('fundedOther', 'Funded: not registered'),
  wte('inPostQualified', 'In post: qualified in specialty'),
  wte('inPostRegistered', 'In post: registered, not so qualified'),
  wte('inPostOther', 'In post: not registered'),
];

const levelColumns: Column<NeonatalResult['levels'][number]>[] = [
  { key: 'name', title: 'Level of care', header: true, value: ({ name }) => name },
  {
    key: 'days',
    title: 'Cot days',
    number: true,
    value: ({ days: count }) => count,
    means: 'Days of cots occupied at the level of care in the year.',
  },
  {
    key: 'cots',
    title: 'Cots needed',
    number: true,
    value: ({ cots }) => exactShown(cots),
    means: 'Cot days ÷ days of the year ÷ occupancy aimed at.',
  },
  {
    key: 'declared',
    title: 'Cots declared',
    number: true,
    value: ({ declared }) => declared,
    means: 'Cots that the unit has declared for the level of care.',
  },
  {
    key: 'ratio',
    title: 'Babies for one nurse',
    number: true,
    value: ({ babiesPerNurse }) => babiesPerNurse,
    means: 'Nursing standard of the level of care.',
  },
  {
    key: 'nurses',
    title: 'Nurses on each shift',
    number: true,
    value: ({ nurses }) => exactShown(nurses),
    means: 'Cots ÷ babies for one nurse.',
  },
];
const stepColumns: Column<NeonatalResult['steps'][number]>[] = [
  { key: 'title', title: 'Step', header: true, value: ({ title }) => title },
  { key: 'formula', title: 'Formula', value: ({ formula }) => formula },
  { key: 'numbers', title: 'With its numbers', value: ({ numbers }) => numbers },
  {
    key: 'value',
    title: 'Comes to',
    number: true,
    value: ({ value, unit }) => exactShown(value, unit === 'factor' ? 4 : 2),
    means: 'The result of the step.',
  },
  { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
];

const kindOf = ({ kind, options }: Field): FormField['kind'] =>
  options || kind === 'text' ? undefined : kind === 'date' ? 'date' : 'number';

/** A neonatal unit's calculation: results, what is entered, and every step. */
export function NeonatalCalculation({ shown }: { shown: NeonatalShown }) {
  const trust = useTrust();
  const set = useAct(
    (change: Partial<NeonatalInputs>) =>
      planner.establishment.changeNeonatalNursing({ trust: trust.code, id: shown.id, ...change }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const { result } = shown;
  const about: Field[] = [
    { key: 'name', label: 'Name', kind: 'text' },
    {
      key: 'unit',
      label: 'Unit',
      kind: 'unit',
      options: [{ value: '', name: 'No unit' }, ...trust.units.map(({ id, name }) => ({ value: String(id), name }))],
    },
    {
      key: 'designation',
      label: 'Designation',
      kind: 'choice',
      options: [
        { value: '', name: 'not known' },
        { value: 'NICU', name: 'Intensive care unit (NICU)' },
        { value: 'LNU', name: 'Local neonatal unit (LNU)' },
        { value: 'SCU', name: 'Special care unit (SCU)' },
      ],
    },
    { key: 'source', label: 'Source', kind: 'text' },
    { key: 'agreedBy', label: 'Agreed by', kind: 'text' },
    { key: 'date', label: 'Agreed on', kind: 'date' },
    { key: 'reviewDate', label: 'To be reviewed on', kind: 'date' },
  ];
  const all = [...about, ...activity, ...method, ...staff];
  const text = ({ key, kind }: Field) => {
    const value = shown[key];
    if (value === null) return '';
    if (typeof value === 'string') return value;
    return kind === 'count' || kind === 'unit' ? countText(value) : amountText(value);
  };
  const form = (fields: Field[]) => (
    <EntryForm
      fields={fields.map((field) => ({
        ...field,
        kind: kindOf(field),
        text: text(field),
        isDefault:
          shown[field.key] !== null && shown.defaults[field.key as keyof typeof shown.defaults] === shown[field.key],
        hint: field.key === 'factor' ? exactShown(result.factor, 4) : undefined,
      }))}
      onSave={async (key, typed) => {
        const field = all.find((each) => each.key === key)!;
        const read = readField(field.kind, typed);
        if ('message' in read) return read.message;
        await set.mutateAsync({ [key]: read.value });
        return null;
      }}
    />
  );
  const of = (who: 'funded' | 'inPost') =>
    `${exactShown(result[who].all)} WTE, of registered ${exactShown(result[who].registered)} · required less ${exactShown(result[who].lessThanRequired)}`;
  const made = neonatalMade(shown);
  const share = (who: 'funded' | 'inPost') =>
    result[who].qualifiedShare === null ? 'Not known' : `${exactShown(result[who].qualifiedShare)} %`;
  return (
    <>
      <Figures>
        <Figure
          name="Required nurses"
          value={result.required === null ? 'Not known' : `${exactShown(result.required)} WTE`}
          making={made.required}
          remark={`${exactShown(result.perShift)} on each shift × ${exactShown(result.factor, 4)} (${result.factorOf ?? 'not known'})`}
        />
        <Figure
          name="Nurses on each shift"
          value={result.perShift === null ? 'Not known' : exactShown(result.perShift)}
          making={made.perShift}
          remark={`${exactShown(result.direct)} who give care + ${amountText(shown.coordinators) || '–'} coordinator`}
        />
        <Figure
          name="Qualified in specialty, funded"
          value={share('funded')}
          making={made.funded}
          remark={of('funded')}
        />
        <Figure
          name="Qualified in specialty, in post"
          value={share('inPost')}
          making={made.inPost}
          remark={of('inPost')}
        />
      </Figures>
      {result.findings.length > 0 && (
        <ul className="findings">
          {result.findings.map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      )}
      {shown.review === 'due' && <p className="note note--attention">This calculation is due for review.</p>}
      <div className="columns">
        <section className="panel">
          <h2>Activity of a year</h2>
          {form(activity)}
          <h3>About it</h3>
          {form(about)}
        </section>
        <section className="panel">
          <h2>Method</h2>
          {form(method)}
          <h3>Staff</h3>
          {form(staff)}
        </section>
      </div>
      <h2>Levels of care</h2>
      <DataTable caption="Levels of care" columns={levelColumns} rows={result.levels} rowKey={({ key }) => key} />
      <h2>Working</h2>
      <DataTable
        caption="Working of the neonatal calculation"
        columns={stepColumns}
        rows={result.steps}
        rowKey={({ title }) => title}
      />
    </>
  );
}
