import type { ReactNode } from 'react';
import type { ForecastCompared } from '#contract';
import { useTrust } from '../../client/trust.ts';
import { wteText } from '../../components/numbers.ts';
import { assumptionLines, monthText, reachedText, reachedWhy } from './words.ts';
import { DataTable, type Column } from '../../components/DataTable.tsx';

const PACK = 'the pack and your own past';

interface Line {
  title: string;
  text: (one: ForecastCompared) => string;
  /** Where more is shown than the text. */
  show?: (one: ForecastCompared) => ReactNode;
}

/** What the scenarios come to, what each assumes, and in post by month: the table of the chart. */
export function CompareTables({ all, to }: { all: readonly ForecastCompared[]; to: string }) {
  const { staffGroups } = useTrust();
  const nameOf = (group: string) => staffGroups.find(({ key }) => key === group)?.name ?? group;
  const [base] = all;
  const assumed = ({ assumptions }: ForecastCompared) => assumptionLines(assumptions, nameOf);
  const over = (one: ForecastCompared) => one.inPost - (base?.inPost ?? one.inPost);
  const reached = (level: (one: ForecastCompared) => ForecastCompared['fundedReached']) => ({
    text: (one: ForecastCompared) => reachedText(level(one), to),
    show: (one: ForecastCompared) => <Reached text={reachedText(level(one), to)} why={reachedWhy(level(one), to)} />,
  });
  const lines: Line[] = [
    { title: 'Funded level reached', ...reached(({ fundedReached }) => fundedReached) },
    { title: 'Required level reached', ...reached(({ requiredReached }) => requiredReached) },
    { title: `In post in ${monthText(to)}, WTE`, text: ({ inPost }) => wteText(inPost) },
    {
      title: 'Its range, WTE',
      text: ({ low, high }) => (low === null || high === null ? '–' : `${wteText(low)} to ${wteText(high)}`),
    },
    { title: 'More than as assumed, WTE', text: (one) => (one.id === null ? '–' : wteText(over(one))) },
    { title: 'Starters in all, WTE', text: ({ starters }) => wteText(starters) },
    { title: 'Leavers and retirements in all, WTE', text: ({ leavers }) => wteText(leavers) },
    { title: `Required in ${monthText(to)}, WTE`, text: ({ months }) => known(months[months.length - 1]?.required) },
    {
      title: 'What it assumes',
      text: (one) => assumed(one).join('; ') || PACK,
      show: (one) => <Assumed lines={assumed(one)} />,
    },
  ];
  const sideBySide: Column<Line>[] = [
    {
      key: 'figure',
      title: 'Figure',
      header: true,
      value: ({ title }) => title,
      means: 'What the scenarios are compared by.',
    },
    ...all.map(
      (one): Column<Line> => ({
        key: String(one.id ?? 0),
        title: one.name,
        value: ({ text }) => text(one),
        show: ({ text, show = text }) => show(one),
        means: 'What the scenario comes to, and what it assumes.',
      }),
    ),
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
      <DataTable
        caption="Scenarios side by side"
        className="compare"
        columns={sideBySide}
        rows={lines}
        rowKey={({ title }) => title}
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
      />
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

function Assumed({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return PACK;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
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
