import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { TrainingGroupOutlook, TrainingOutlook } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Chart } from '../../components/Chart.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { dateText, decimal } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { Status } from '../../components/Status.tsx';
import { ScreenLink } from '../../components/ScreenLink.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { outlookExport } from './outlook-export.ts';
import { FewestSeats } from './FewestSeats.tsx';
import { fractionText, shareText, shortDay } from './words.ts';
import { OutlookHeadlines } from './OutlookHeadlines.tsx';

const share = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
  denominator === 0 ? null : numerator / denominator;

const columnsFor = (data: TrainingOutlook, onOpen: (key: string) => void): Column<TrainingGroupOutlook>[] => [
  {
    key: 'course',
    title: 'Course and group',
    header: true,
    value: ({ courseName, groupName }) => `${courseName}, ${groupName}`,
    show: ({ course, group, courseName, groupName }) => (
      <button type="button" className="link" onClick={() => onOpen(`${course} ${group}`)}>
        {courseName}, {groupName}
      </button>
    ),
  },
  {
    key: 'now',
    title: 'Now',
    share: true,
    value: ({ now }) => share(now),
    show: ({ now, meetsNow }) => (
      <Status
        kind={meetsNow ? 'green' : 'red'}
        word={`${fractionText(now)}, ${shareText(now, meetsNow, data.threshold)}`}
      />
    ),
    means: 'People in date ÷ people counted, today.',
  },
  {
    key: 'reached',
    title: 'Reached on',
    value: ({ reachedOn }) => reachedOn,
    show: ({ reachedOn, meetsNow, now }) =>
      now.denominator === 0 ? '–' : meetsNow ? 'reached' : shortDay(reachedOn, 'not with what is booked'),
    means: 'The first day from which the threshold is reached, with all booked seats attended.',
  },
  {
    key: 'end',
    title: `On ${shortDay(data.end)}`,
    means: 'In date ÷ counted on the scheme’s date, with all booked seats attended.',
    share: true,
    value: ({ atEnd }) => share(atEnd),
    show: ({ atEnd, holdsAtEnd, lostOn }) => (
      <>
        <Status
          kind={holdsAtEnd ? 'green' : 'red'}
          word={`${fractionText(atEnd)}, ${shareText(atEnd, holdsAtEnd, data.threshold)}`}
        />
        {lostOn && <small className="by-hand">lost on {shortDay(lostOn)}</small>}
      </>
    ),
  },
  {
    key: 'wanting',
    title: 'Wanting',
    number: true,
    value: ({ wanting }) => wanting,
    means: 'People who still have to train for the threshold on the scheme’s date, with all booked seats attended.',
  },
  {
    key: 'booked',
    title: 'Booked',
    number: true,
    value: ({ booked }) => booked,
    means: 'People with a seat on a session before that date.',
  },
  {
    key: 'lapsing',
    title: 'Lapse',
    number: true,
    value: ({ lapsing }) => lapsing,
    means: 'People in date now and not any more on that date, without a seat.',
  },
  {
    key: 'starters',
    title: 'Start',
    number: true,
    value: ({ starters }) => starters,
    means: 'People who are expected to start by then.',
  },
  {
    key: 'leavers',
    title: 'Leave',
    number: true,
    value: ({ leavers }) => leavers,
    means: 'People who are expected to leave by then.',
  },
];

/** When each group reaches the threshold by what is booked, whether it holds on the scheme's date, and what gets it there. */
export default function OutlookScreen() {
  const trust = useTrust();
  const [from, setFrom] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const asked = { trust: trust.code, ...(from ? { from } : {}) };
  const outlook = useQuery({
    queryKey: ['training outlook', asked],
    queryFn: () => planner.training.outlook(asked),
    placeholderData: keepPreviousData,
  });
  const data = outlook.data;
  const columns = useMemo(() => (data ? columnsFor(data, setOpen) : []), [data]);
  const counted = data?.groups.filter(({ now, atEnd }) => now.denominator > 0 || atEnd.denominator > 0) ?? [];
  const isEmpty = data !== undefined && counted.length === 0;
  const asks = data ? `${decimal((data.threshold.numerator / data.threshold.denominator) * 100, 0)} %` : '90 %';
  return (
    <Page
      title="When is it 90 %?"
      subtitle={
        data
          ? `${trust.name} · from ${dateText(data.from)} · the scheme’s date is ${dateText(data.end)}, ${asks} of each group · booked seats are taken as attended`
          : trust.name
      }
      filters={
        data &&
        !isEmpty && (
          <label className="filter">
            From
            <input type="date" value={from || data.from} onChange={({ target }) => setFrom(target.value)} />
          </label>
        )
      }
      actions={
        data &&
        !isEmpty && (
          <>
            <ExportButton table={() => outlookExport(data, trust.name)} />
            <PrintPage />
          </>
        )
      }
    >
      <Answered query={outlook}>
        {(answer) =>
          isEmpty ? (
            <EmptyState
              title="Nobody to count yet"
              action={
                <ScreenLink to="/imports" look="main">
                  Import a staff list
                </ScreenLink>
              }
            >
              <p>
                The day on which each staff group reaches the threshold, and the fewest seats that get it there, will be
                here. Import the staff list and the training compliance, then plan sessions and book seats.
              </p>
            </EmptyState>
          ) : (
            <>
              <OutlookHeadlines data={answer} counted={counted} />
              <DataTable
                caption="When each group reaches the threshold"
                columns={columns}
                rows={counted}
                rowKey={({ course, group }) => `${course} ${group}`}
              />
              <Course
                data={answer}
                chosen={counted.find(({ course, group }) => `${course} ${group}` === open) ?? counted[0]}
              />
              <FewestSeats from={from} />
              <h2>How it is worked out</h2>
              <dl className="formulas">
                {answer.formulas.map(({ figure, formula }) => (
                  <div key={figure}>
                    <dt>{figure}</dt>
                    <dd>{formula}</dd>
                  </div>
                ))}
              </dl>
              {answer.remarks.length > 0 && (
                <p className="note">{answer.remarks.map(({ message }) => message).join(' ')}</p>
              )}
            </>
          )
        }
      </Answered>
    </Page>
  );
}

function Course({ data, chosen }: { data: TrainingOutlook; chosen: TrainingGroupOutlook | undefined }) {
  if (chosen === undefined) return null;
  const { points, courseName, groupName, reachedOn, holdsAtEnd } = chosen;
  const asked = (data.threshold.numerator / data.threshold.denominator) * 100;
  const percent = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
    denominator === 0 ? null : (numerator / denominator) * 100;
  const sentence = [
    `${courseName}, ${groupName}:`,
    reachedOn === null
      ? 'the threshold is not reached with what is booked,'
      : `the threshold is reached on ${dateText(reachedOn)},`,
    holdsAtEnd ? `and it holds on ${dateText(data.end)}.` : `and it does not hold on ${dateText(data.end)}.`,
  ].join(' ');
  return (
    <Chart
      title={`${courseName}, ${groupName}, day by day`}
      sentence={sentence}
      points={points.map(({ day }) => shortDay(day))}
      series={[
        { name: 'In date', values: points.map(({ rate }) => percent(rate)) },
        { name: 'Threshold', values: points.map(() => asked) },
      ]}
      text={(value) => `${decimal(value, 1)} %`}
      table={
        <DataTable
          caption={`${courseName}, ${groupName}, day by day`}
          columns={[
            { key: 'day', title: 'Day', header: true, value: ({ day }) => day, show: ({ day }) => shortDay(day) },
            {
              key: 'in',
              title: 'In date',
              number: true,
              value: ({ rate }) => rate.numerator,
              means: 'People who are in date on the day.',
            },
            {
              key: 'of',
              title: 'Counted',
              number: true,
              value: ({ rate }) => rate.denominator,
              means: 'People of the group who count on the day.',
            },
            {
              key: 'share',
              title: 'Share',
              number: true,
              share: true,
              value: ({ rate }) => share(rate),
              show: ({ rate, meets }) => shareText(rate, meets, data.threshold),
              means: 'In date ÷ counted.',
            },
          ]}
          rows={points}
          rowKey={({ day }) => day}
        />
      }
    />
  );
}
