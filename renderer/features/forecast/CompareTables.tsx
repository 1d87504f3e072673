import type { ReactNode } from 'react';
import type { ForecastCompared } from '#contract';
import { useTrust } from '../../client/trust.ts';
import { wteText } from '../../components/numbers.ts';
import { assumptionLines, monthText, reachedText, reachedWhy } from './words.ts';

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
  return (
    <>
      <h2>Side by side</h2>
      <div className="table-scroll">
        <table className="table compare">
          <caption className="unseen">Scenarios side by side</caption>
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
        </table>
      </div>
      <h2>In post by month, WTE</h2>
      <div className="table-scroll">
        <table className="table table--dense">
          <caption className="unseen">In post by month and scenario</caption>
          <Heads all={all} first="Month" number />
          <tbody>
            {(base?.months ?? []).map(({ month }, index) => (
              <tr key={month}>
                <th scope="row">{monthText(month)}</th>
                {all.map((one) => (
                  <td key={one.id ?? 0} className="number">
                    {known(one.months[index]?.inPost)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
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
