import { useEffect, useRef } from 'react';
import type { SystemCompile } from '#contract';
import { Button } from '../../components/Button.tsx';
import { Chart } from '../../components/Chart.tsx';
import { decimal } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { Status } from '../../components/Status.tsx';
import { TrendTable } from './TrendTable.tsx';
import { statusText } from './words.ts';
import { useQuery } from '@tanstack/react-query';
import { planner } from '../../client/planner.ts';
import { useLmns } from '../../client/lmns.ts';
import { Answered } from '../../components/Answered.tsx';
import { DataTable, type Column } from '../../components/DataTable.tsx';

interface LinePageProps {
  system: SystemCompile;
  reference: string;
  onBack: () => void;
}

const kinds = ['blue', 'green', 'amber', 'red'] as const;

/** One line across the trusts: status, progress and help needed side by side, and how the statuses moved by period. */
export function LinePage({ system, reference, onBack }: LinePageProps) {
  const lmns = useLmns();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const answers = useQuery({
    queryKey: ['lmns', lmns.id, 'across', system.period, reference],
    queryFn: () => planner.lmns.across({ lmns: lmns.id, period: system.period, reference }),
  });
  const line = system.lines.find((one) => one.reference === reference);
  if (!line) return null;
  const { counts, trend, cells } = line;
  const periods = trend.map(({ period }) => system.periods.find((one) => one.period === period)?.title ?? period);
  const series = [...kinds, 'notAnswered' as const].map((kind) => ({
    name: kind === 'notAnswered' ? 'No status' : statusText(kind),
    values: trend.map((one) => one[kind]),
  }));
  // What no trust ever said would only lie on the axis; its table has it.
  const drawn = series.filter(({ values }) => values.some((value) => value > 0));
  const nameOf = (code: string) => system.trusts.find((trust) => trust.code === code)?.name ?? code;
  const said = kinds.map((kind) => `${counts[kind]} ${statusText(kind).toLowerCase()}`).join(', ');
  type Answer = Awaited<ReturnType<typeof planner.lmns.across>>[number];
  const columnsFor = (rows: readonly Answer[]): Column<(typeof cells)[number]>[] => {
    const words = (key: string, title: string, of: (row: Answer) => string | null): Column<(typeof cells)[number]> => ({
      key,
      title,
      means: 'As the trust wrote it in its return.',
      value: ({ trust }) => {
        const row = rows.find(({ code }) => code === trust);
        return row ? of(row) : null;
      },
      look: () => 'typed-text',
    });
    return [
      { key: 'trust', title: 'Trust', header: true, value: ({ trust }) => nameOf(trust) },
      {
        key: 'status',
        title: 'Status',
        value: ({ status, returned }) => (status ? statusText(status) : returned ? 'No status' : 'No return'),
        show: ({ status, returned }) =>
          status ? (
            <Status kind={status} word={statusText(status)} />
          ) : (
            <span className="quiet">{returned ? 'No status' : 'No return'}</span>
          ),
        means: 'As the trust gave it in its return of the period.',
      },
      words('progress', 'Progress', ({ progress }) => progress),
      words('next', 'Next steps', ({ nextSteps }) => nextSteps),
      words('evidence', 'Evidence', ({ evidence }) => evidence),
      words('risk', 'Risk and mitigation', ({ risk, mitigation }) => [risk, mitigation].filter(Boolean).join('\n')),
      words('help', 'Help needed', ({ helpNeeded }) => helpNeeded),
    ];
  };
  return (
    <Page
      title={`${reference} ${line.title}`}
      subtitle={`${lmns.name} · ${system.title} · ${line.objective}`}
      actions={
        <button type="button" className="button" ref={back} onClick={onBack}>
          Back to the system
        </button>
      }
    >
      <Answered query={answers}>
        {(rows) => (
          <DataTable
            className="across"
            caption={`Line ${reference} by trust`}
            columns={columnsFor(rows)}
            rows={cells}
            rowKey={({ trust }) => trust}
          />
        )}
      </Answered>
      <Chart
        title="By period"
        sentence={`Of ${system.trusts.length} trusts in ${system.title}: ${said}, ${counts.notAnswered} without a status.`}
        points={periods}
        series={drawn}
        text={(value) => decimal(value, 0)}
        table={<TrendTable points={periods} series={series} text={(value) => decimal(value, 0)} />}
      />
      <Button onClick={onBack}>Back to the system</Button>
    </Page>
  );
}
