import type { AssessmentArea, AssessmentAreaResult, AssessmentShown } from '#contract';
import { useTrust } from '../../../client/trust.ts';
import { Button } from '../../../components/Button.tsx';
import { amountText, exactShown } from './amounts.ts';
import type { AssessmentEntry } from './assessment-entry.ts';
import { putArea } from './assessment-fields.ts';
import { type EntryColumn, EntryTable } from '../../../components/EntryTable.tsx';

interface Row {
  readonly index: number;
  readonly area: AssessmentArea;
  readonly result: AssessmentAreaResult | undefined;
}

const means = {
  hours: 'Hours of care that the births and activities of the area need in a year.',
  hoursWithTravel: 'The same with the travel allowance.',
  beforeUplift: 'Hours ÷ hours of one WTE in a year.',
  wte: 'WTE before uplift with the uplift added.',
  midwives: 'WTE of the area that midwives have.',
  support: 'WTE of the area that support workers may have.',
} as const;

/** The areas of a report: where they belong, and the WTE that they need. */
export function AreasTable({ shown, entry }: { shown: AssessmentShown; entry: AssessmentEntry }) {
  const { units } = useTrust();
  const { areas, settings, result, head } = shown;
  const fromReport = head.basis === 'report';
  const figure = (
    key: keyof typeof means,
    title: string,
    of: (row: Row) => string | null,
    decimals: number,
  ): EntryColumn<Row> => ({
    key,
    title,
    unit: key.startsWith('hours') ? 'hours' : 'WTE',
    means: means[key],
    number: true,
    show: (row) => exactShown(of(row), decimals),
  });
  const report: EntryColumn<Row> = {
    key: 'reportWte',
    title: 'By the report',
    means: 'WTE that the printed report says, beside what the planner works out.',
    unit: 'WTE',
    number: true,
    text: ({ area }) => amountText(area.reportWte),
  };
  const columns: EntryColumn<Row>[] = [
    { key: 'name', title: 'Area', wide: true, text: ({ area }) => area.name },
    ...(fromReport ? [report] : []),
    {
      key: 'unit',
      title: 'Unit',
      text: ({ area }) => (area.unit === null ? '' : String(area.unit)),
      options: () => [{ value: '', name: 'No unit' }, ...units.map(({ id, name }) => ({ value: String(id), name }))],
    },
    ...(fromReport
      ? []
      : [
          {
            key: 'setting',
            title: 'Births of',
            means: 'The setting whose births the area cares for.',
            text: ({ area }: Row) => area.setting ?? '',
            options: () => [{ value: '', name: '–' }, ...settings.map(({ name }) => ({ value: name, name }))],
          },
          {
            key: 'travels',
            title: 'Travel',
            means: 'Whether the travel allowance is added.',
            text: ({ area }: Row) => (area.travels ? 'yes' : 'no'),
            options: () => [
              { value: 'no', name: 'no' },
              { value: 'yes', name: 'yes' },
            ],
          },
        ]),
    {
      key: 'supportShare',
      title: 'Support share',
      means: 'Share of the area’s WTE that support workers may have.',
      unit: '%',
      number: true,
      text: ({ area }) => amountText(area.supportShare),
      hint: () => amountText(head.supportShare),
    },
    ...(fromReport
      ? []
      : [
          figure('hours', 'In a year', ({ result: of }) => of?.hours ?? null, 0),
          figure('hoursWithTravel', 'With travel', ({ result: of }) => of?.hoursWithTravel ?? null, 0),
          figure('beforeUplift', 'Before uplift', ({ result: of }) => of?.beforeUplift ?? null, 4),
          figure('wte', 'Worked out', ({ result: of }) => of?.worked ?? null, 4),
          report,
        ]),
    ...(fromReport
      ? [
          figure('midwives', 'Midwives', ({ result: of }) => of?.midwives ?? null, 2),
          figure('support', 'Support', ({ result: of }) => of?.support ?? null, 2),
        ]
      : []),
    {
      key: 'remove',
      title: 'Change',
      acts: true,
      show: ({ index, area }) =>
        entry.locked ? null : (
          <Button
            className="button--small"
            aria-label={`Remove ${area.name}`}
            onClick={() => void entry.send({ areas: entry.inputs().areas.filter((_, at) => at !== index) })}
          >
            Remove
          </Button>
        ),
    },
  ];
  const before = columns.findIndex(({ key }) => key === (fromReport ? 'reportWte' : 'wte'));
  const totals = fromReport
    ? [result.clinical, ...Array.from({ length: 2 }, () => ''), result.clinicalMidwives, result.support]
    : [result.clinical];
  const rest = columns.length - before - totals.length - (entry.locked ? 1 : 0);
  const add = () => {
    const { areas: now } = entry.inputs();
    const names = new Set(now.map(({ name }) => name));
    let number = now.length + 1;
    while (names.has(`Area ${number}`)) number += 1;
    const blank = { unit: null, setting: null, travels: false, supportShare: null, reportWte: null, activities: [] };
    void entry.send({ areas: [...now, { name: `Area ${number}`, ...blank }] });
  };
  return (
    <section>
      <div className="grid-head">
        <h2>Areas</h2>
        {!entry.locked && (
          <span className="grid-tools">
            <Button onClick={add}>Add an area</Button>
          </span>
        )}
      </div>
      <EntryTable
        caption="Areas of the assessment"
        columns={columns.filter(({ key }) => key !== 'remove' || !entry.locked)}
        rows={areas.map((area, index): Row => ({ index, area, result: result.areas[index] }))}
        rowKey={({ index }) => String(index)}
        rowName={({ area }) => area.name}
        recordOf={({ index }) => ({ kind: 'assessment_area', fields: { assessment_id: shown.id, position: index } })}
        locked={entry.locked}
        onEnter={entry.enter('areas', putArea)}
        footer={
          <tr className="table__total">
            <th scope="row" colSpan={before}>
              Clinical total (C)
            </th>
            {totals.map((value, index) => (
              // The columns stand in a fixed order.
              // oxlint-disable-next-line react/no-array-index-key
              <td key={index} className="number">
                {value === '' ? '' : exactShown(value, fromReport ? 2 : 4)}
              </td>
            ))}
            {rest > 0 && <td colSpan={rest} aria-hidden="true" />}
          </tr>
        }
      />
    </section>
  );
}
