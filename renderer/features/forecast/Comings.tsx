import { wteText } from '../../components/numbers.ts';
import type { AssumeProps } from './Assumptions.tsx';
import { BandField, ChoiceField, MonthField, NumberField, Rows } from './Fields.tsx';
import { monthText } from './words.ts';

const calendar = Array.from({ length: 12 }, (_, index) => {
  const month = String(index + 1).padStart(2, '0');
  return [String(index + 1), monthText(`2000-${month}`).split(' ')[0] ?? ''] as const;
});

/** Who comes: the plan, more starters a month, and newly qualified cohorts of the staff group. */
export function Comings({ data, group, groupName, bands, assumed, set }: AssumeProps) {
  const own = data.history.find((one) => one.group === group);
  const usual = bands.includes('6') ? '6' : (bands[0] ?? '-');
  const [hereFirst, othersFirst] = split(assumed.starters ?? [], group);
  const [cohorts, otherCohorts] = split(assumed.cohorts ?? [], group);
  const planned = data.plan.reduce((sum, { likely }) => sum + likely, 0);
  return (
    <details open>
      <summary>Starters, {groupName}</summary>
      <p>
        {data.plan.length} posts of the vacancy plan, {wteText(planned)} WTE by their likelihoods
        {own ? `; ${wteText(own.startersAMonth)} WTE a month started in the last twelve months` : ''}.
      </p>
      <div className="assume__fields">
        <NumberField
          label="The plan comes later, months"
          value={assumed.delayMonths ?? null}
          scale={1}
          onChange={(value) => set({ delayMonths: value === null || value === 0 ? undefined : Math.min(24, value) })}
        />
      </div>
      <h3>More starters a month</h3>
      <Rows
        rows={hereFirst}
        blank={{
          group,
          band: usual,
          wte: Math.max(10_000, Math.round((own?.startersAMonth ?? 100_000) / 10_000) * 10_000),
          from: null,
          to: null,
        }}
        add="Add starters a month"
        title="Starters"
        onChange={(rows) => set({ starters: orNone([...othersFirst, ...rows]) })}
      >
        {(row, change) => (
          <>
            <NumberField
              label="WTE a month"
              value={row.wte}
              scale={100_000}
              onChange={(wte) => change({ wte: wte ?? 0 })}
            />
            <BandField value={row.band} bands={bands} onChange={(band) => change({ band })} />
            <MonthField label="From" value={row.from} onChange={(from) => change({ from })} />
            <MonthField label="To" value={row.to} onChange={(to) => change({ to })} />
          </>
        )}
      </Rows>
      <h3>Newly qualified, once a year</h3>
      <Rows
        rows={cohorts}
        blank={{
          group,
          band: bands.includes('5') ? '5' : usual,
          month: 9,
          wte: 1_000_000,
          percent: 85,
          from: null,
          to: null,
        }}
        add="Add a cohort"
        title="Cohort"
        onChange={(rows) => set({ cohorts: orNone([...otherCohorts, ...rows]) })}
      >
        {(row, change) => (
          <>
            <NumberField label="WTE" value={row.wte} scale={100_000} onChange={(wte) => change({ wte: wte ?? 0 })} />
            <ChoiceField
              label="Each"
              value={String(row.month)}
              choices={calendar}
              onChange={(month) => change({ month: Number(month) })}
            />
            <NumberField
              label="Start, in 100"
              value={row.percent}
              scale={1}
              onChange={(percent) => change({ percent: Math.min(100, percent ?? 0) })}
            />
            <BandField
              value={row.band}
              bands={bands.includes('5') ? bands : ['5', ...bands]}
              onChange={(band) => change({ band })}
            />
          </>
        )}
      </Rows>
    </details>
  );
}

/** Those of a group, and the others. */
export function split<Row extends { group: string }>(rows: readonly Row[], group: string): [Row[], Row[]] {
  return [rows.filter((row) => row.group === group), rows.filter((row) => row.group !== group)];
}

/** An empty list says nothing. */
export const orNone = <Row,>(rows: Row[]): Row[] | undefined => (rows.length > 0 ? rows : undefined);
