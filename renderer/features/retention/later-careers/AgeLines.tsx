import { useState } from 'react';
import type { AgeLine, LaterCareers } from '#contract';
import { asNamed, Choose } from '../../../components/Choose.tsx';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { dateText, percentText } from '../../../components/numbers.ts';

/** People in post by unit or band, with how many of them are 55 and over. */
export function AgeLines({ data }: { data: LaterCareers }) {
  const [of, setOf] = useState<'unit' | 'band'>('unit');
  const columns: Column<AgeLine>[] = [
    { key: 'name', title: of === 'unit' ? 'Unit' : 'Band', header: true, value: ({ name }) => name },
    { key: 'heads', title: 'Heads', number: true, value: ({ heads }) => heads, means: 'People in post on the day.' },
    {
      key: 'over',
      title: '55 and over',
      number: true,
      value: ({ over55 }) => over55,
      means: 'People in age bands that begin at 55 or over.',
    },
    {
      key: 'some',
      title: 'In a band that 55 lies in',
      number: true,
      value: ({ some }) => some,
      means: 'People in an age band that holds younger and older ages: some of them may be 55.',
    },
    {
      key: 'unknown',
      title: 'Not stated',
      number: true,
      value: ({ notStated }) => notStated,
      means: 'People without an age band on the staff list.',
    },
    {
      key: 'rate',
      title: 'Share 55 and over',
      number: true,
      share: true,
      value: ({ rate }) => (rate.denominator === 0 ? null : rate.numerator / rate.denominator),
      show: ({ rate }) => percentText(rate),
      means: '55 and over ÷ heads.',
    },
  ];
  return (
    <section aria-labelledby="age-title">
      <div className="chart-section__head">
        <h2 id="age-title">Where they work</h2>
        <Choose title="By" value={of} choices={asNamed(['unit', 'band'])} onChoose={setOf} />
      </div>
      <p>
        Staff list of {dateText(data.census ?? data.on)}. A person counts once, by the primary assignment; the share is
        of those whose age band is stated.
      </p>
      <DataTable
        key={of}
        caption={`55 and over by ${of}`}
        columns={columns}
        rows={data[of]}
        rowKey={({ key }) => key}
        footer={
          <tr className="table__total">
            <th scope="row">All</th>
            <td className="number">{data.all.heads}</td>
            <td className="number">{data.all.over55}</td>
            <td className="number">{data.all.some}</td>
            <td className="number">{data.all.notStated}</td>
            <td className="number">{percentText(data.all.rate)}</td>
          </tr>
        }
      />
    </section>
  );
}
