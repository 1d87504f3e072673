import type { ReactNode } from 'react';
import type { ForecastCompared } from '#contract';
import { useTrust } from '../../client/trust.ts';
import { wteText } from '../../components/numbers.ts';
import { assumptionLines, monthText, reachedText, reachedWhy } from './words.ts';
import { DrawnTable } from '../../components/DrawnTable.tsx';
import { DataTable, type Column } from '../../components/DataTable.tsx';

type Line = { title: string; of: (one: ForecastCompared) => ReactNode };

/** What the scenarios come to, what each assumes, and in post by month: the table of the chart. */
export function CompareTables({ all, to }: { all: readonly ForecastCompared[]; to: string }) {
  const { staffGroups } = useTrust();
  const nameOf = (group: string) => staffGroups.find(({ key }) => key === group)?.name ?? group;
  const [base] = all;
  const over = (one: ForecastCompared) => one.inPost - (base?.inPost ?? one.inPost);
  const lines: Line[] = [
    {
      title: 'Funded level reached',
      of: ({ fundedReached }) => <Reached text={reachedText(fundedReached, to)} why={reachedWhy(fundedReached, to)} />,
    },
    {
      title: 'Required level reached',
      of: ({ requiredReached }) => (
        <Reached text={reachedText(requiredReached, to)} why={reachedWhy(requiredReached, to)} />
      ),
    },
    { title: `In post in ${monthText(to)}, WTE`, of: ({ inPost }) => wteText(inPost) },
    {
      title: 'Its range, WTE',
      of: ({ low, high }) => (low === null || high === null ? '–' : `${wteText(low)} to ${wteText(high)}`),
    },
    { title: 'More than as assumed, WTE', of: (one) => (one.id === null ? '–' : wteText(over(one))) },
    { title: 'Starters in all, WTE', of: ({ starters }) => wteText(starters) },
    { title: 'Leavers and retirements in all, WTE', of: ({ leavers }) => wteText(leavers) },
    {
      title: `Required in ${monthText(to)}, WTE`,
      of: ({ months }) => known(months[months.length - 1]?.required),
    },
    {
      title: 'What it assumes',
      of: ({ assumptions }) => {
        const said = assumptionLines(assumptions, nameOf);
        return said.length === 0 ? (
          'the pack and your own past'
        ) : (
          <ul>
            {said.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        );
      },
    },
  ];
  const columns: Column<{ month: string; at: number }>[] = [
    { key: 'month', title: 'Month', header: true, value: ({ month }) => month, show: ({ month }) => monthText(month) },
    ...all.map(({ id, name, months }): Column<{ month: string; at: number }> => {
      const of = (at: number) => months[at]?.inPost ?? null;
      return {
        key: String(id ?? 0),
        title: name,
        number: true,
        value: ({ at }) => (of(at) === null ? null : Number(of(at)) / 100_000),
        show: ({ at }) => known(of(at)),
        means: 'WTE in post at the end of the month by this scenario.',
      };
    }),
  ];
  return (
    <>
      <h2>Side by side</h2>
      <DrawnTable
        caption="Scenarios side by side"
        className="table compare"
        definitions={[
          {
            term: 'Funded and required level reached',
            meaning: 'The first month in which in post is at least as high.',
          },
          {
            term: 'Its range',
            meaning: 'The lowest and highest in post of the last month by the spread of past leaving.',
          },
          { term: 'More than as assumed', meaning: 'In post of the last month less that of the first scenario.' },
        ]}
      >
        <Heads all={all} first="Figure" />
        <tbody>
          {lines.map(({ title, of }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {all.map((one) => (
                <td key={one.id ?? 0}>{of(one)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </DrawnTable>
      <h2>In post by month, WTE</h2>
      <DataTable
        caption="In post by month and scenario"
        columns={columns}
        rows={(base?.months ?? []).map(({ month }, at) => ({ month, at }))}
        rowKey={({ month }) => month}
      />
    </>
  );
}

const known = (value: number | null | undefined) => (value == null ? 'not known' : wteText(value));

function Heads({ all, first, number }: { all: readonly ForecastCompared[]; first: string; number?: boolean }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {all.map(({ id, name }) => (
          <th scope="col" key={id ?? 0} className={number ? 'number' : undefined}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Reached({ text, why }: { text: string; why: string }) {
  return (
    <>
      <strong>{text}</strong>
      <br />
      <small>{why}</small>
    </>
  );
}
