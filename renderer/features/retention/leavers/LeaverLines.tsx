import { useState } from 'react';
import type { LeaverLine, LeaverRow, RetentionLeavers } from '#contract';
import { Choose, inSentence } from '../../../components/Choose.tsx';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { percentText } from '../../../components/numbers.ts';
import type { Which } from './LeaverRows.tsx';

type Of = 'service' | 'age' | 'band' | 'unit' | 'destination';
const titles: Record<Of, string> = {
  service: 'Length of service',
  age: 'Age band',
  band: 'Band',
  unit: 'Unit',
  destination: 'Destination',
};
const keyOf: Record<Of, (row: LeaverRow) => string> = {
  service: ({ service }) => service,
  age: ({ ageBand }) => ageBand ?? '',
  band: ({ band }) => band ?? '',
  unit: ({ unit }) => unit ?? '',
  destination: ({ destination }) => destination ?? '',
};

interface LeaverLinesProps {
  data: RetentionLeavers;
  onRows: (which: Which) => void;
}

/** Leavers by service, age, band, unit or destination, with the rate where the heads are known. */
export function LeaverLines({ data, onRows }: LeaverLinesProps) {
  const [of, setOf] = useState<Of>('service');
  const rowsOf = (key: string, title: string) => onRows({ title, has: (row) => keyOf[of](row) === key });
  const count = (key: string, name: string, leavers: number) =>
    leavers === 0 ? (
      '0'
    ) : (
      <button
        type="button"
        className="link"
        aria-label={`Rows behind ${name}: ${leavers}`}
        onClick={() => rowsOf(key, name)}
      >
        {leavers}
      </button>
    );
  const lineColumns: Column<LeaverLine>[] = [
    { key: 'name', title: titles[of], header: true, value: ({ name }) => name },
    {
      key: 'leavers',
      title: 'Leavers',
      number: true,
      value: ({ leavers }) => leavers,
      show: ({ key, name, leavers }) => count(key, name, leavers),
      means: 'People who left the trust in the period, by the list of leavers.',
    },
    {
      key: 'voluntary',
      title: 'of them voluntary',
      number: true,
      value: ({ voluntary }) => voluntary,
      means: 'Leavers whose reason is a voluntary one by the published list.',
    },
    {
      key: 'start',
      title: 'Heads at start',
      number: true,
      value: ({ headsStart }) => headsStart,
      means: 'People in post on the first day.',
    },
    {
      key: 'end',
      title: 'Heads at end',
      number: true,
      value: ({ headsEnd }) => headsEnd,
      means: 'People in post on the last day.',
    },
    {
      key: 'rate',
      title: 'Leaver rate',
      number: true,
      share: true,
      value: ({ rate }) => (rate.denominator === 0 ? null : rate.numerator / rate.denominator),
      show: ({ rate }) => percentText(rate),
      means: 'Leavers ÷ average of heads at start and at end.',
    },
  ];
  return (
    <section aria-labelledby="who-title">
      <div className="chart-section__head">
        <h2 id="who-title">Who left</h2>
        <Choose title="By" value={of} choices={inSentence(titles)} onChoose={setOf} />
      </div>
      {of !== 'destination' && (
        <p>
          Leaver rate: {data.formulas.find(({ figure }) => figure === 'leaverRate')?.formula}. Service is that on the
          day counted, of a leaver on the day of leaving; a leaver is early with fewer than {data.earlyYears} whole
          years.
        </p>
      )}
      {of === 'destination' ? (
        <DataTable
          caption="Leavers by destination"
          columns={[
            {
              key: 'destination',
              title: 'Destination',
              header: true,
              value: ({ destination }) => destination ?? 'Not stated',
            },
            {
              key: 'leavers',
              title: 'Leavers',
              number: true,
              value: ({ leavers }) => leavers,
              show: ({ destination, leavers }) => count(destination ?? '', destination ?? 'Not stated', leavers),
              means: 'People who went there, by the list of leavers.',
            },
          ]}
          rows={data.destinations}
          rowKey={({ destination }) => destination ?? ''}
        />
      ) : (
        <DataTable
          key={of}
          caption={`Leavers by ${titles[of].toLowerCase()}`}
          columns={lineColumns}
          rows={data[of]}
          rowKey={({ key }) => key}
        />
      )}
    </section>
  );
}
