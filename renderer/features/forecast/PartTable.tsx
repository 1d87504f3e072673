import { useMemo } from 'react';
import type { Forecast } from '#contract';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { wteText } from '../../components/numbers.ts';
import { monthText } from './words.ts';
import { forecastMeans } from './column-means.ts';

type Part = Forecast['parts'][number];
const wte = (key: keyof typeof forecastMeans, title: string, of: (part: Part) => number | null): Column<Part> => ({
  key,
  title,
  number: true,
  means: forecastMeans[key],
  value: (part) => {
    const value = of(part);
    return value === null ? null : value / 100_000;
  },
  show: (part) => {
    const value = of(part);
    return value === null ? 'not known' : wteText(value);
  },
});

/** Where the parts stand now and at the end: bands of a staff group, or staff groups of all. */
export function PartTable({ data, onGroup }: { data: Forecast; onGroup: (group: string) => void }) {
  const columns = useMemo(() => {
    const end = (part: Part) => part.months[part.months.length - 1] ?? part.now;
    const less = (from: number | null, by: number) => (from === null ? null : from - by);
    return [
      {
        key: 'part',
        title: data.group === null ? 'Staff group' : 'Band',
        header: true,
        value: ({ name }: Part) => name,
        show: ({ key, name }: Part) =>
          data.group === null ? (
            <button type="button" className="link" onClick={() => onGroup(key)}>
              {name}
            </button>
          ) : (
            name
          ),
      },
      wte('now', 'In post now', ({ now }) => now.inPost),
      wte('end', `In post, ${monthText(data.to, true)}`, (part) => end(part).inPost),
      wte('available', `Available, ${monthText(data.to, true)}`, (part) => end(part).available),
      wte('funded', `Funded, ${monthText(data.to, true)}`, (part) => end(part).funded),
      wte('vacancy', 'Funded − in post', (part) => less(end(part).funded, end(part).inPost)),
      wte('required', `Required, ${monthText(data.to, true)}`, (part) => end(part).required),
      wte('gap', 'Required − in post', (part) => less(end(part).required, end(part).inPost)),
    ];
  }, [data, onGroup]);
  return (
    <section>
      <h2>{data.group === null ? 'By staff group' : `By band, ${data.groupName}`}</h2>
      <DataTable caption="Forecast by part" columns={columns} rows={data.parts} rowKey={({ key }) => key} />
    </section>
  );
}
