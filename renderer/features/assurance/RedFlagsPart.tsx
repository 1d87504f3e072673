import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Grouping, MonthlyCounts } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Chart } from '../../components/Chart.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { percentText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { Actions } from './Actions.tsx';
import { CountGrid } from './CountGrid.tsx';
import { CountRows } from './CountRows.tsx';
import { CountTable } from './CountTable.tsx';
import { countsExport } from './counts-export.ts';
import { LocalFlags } from './LocalFlags.tsx';
import { countsMade } from './figures.ts';

const views: { by: Grouping; title: string; columns: number }[] = [
  { by: 'month', title: 'Months', columns: 12 },
  { by: 'quarter', title: 'Quarters', columns: 8 },
  { by: 'half', title: 'Half years', columns: 6 },
];

/** Red flags, one-to-one care and births by month: entered by unit, seen by month, quarter or half year. */
export function RedFlagsPart({ sections }: { sections: ReactNode }) {
  const trust = useTrust();
  const [unit, setUnit] = useState<number | null>(trust.units[0]?.id ?? null);
  const [by, setBy] = useState<Grouping>('month');
  const [sources, setSources] = useState(false);
  const columns = views.find((view) => view.by === by)?.columns ?? 12;
  const counts = useQuery({
    queryKey: ['assurance', trust.code, 'counts', unit, by],
    queryFn: () => planner.assurance.counts({ trust: trust.code, unit, by, columns }),
    placeholderData: keepPreviousData,
  });
  const unitName = trust.units.find(({ id }) => id === unit)?.name ?? 'All units';

  return (
    <Page
      title="Assurance"
      subtitle={`${trust.name} · red flags, one-to-one care and births · ${unitName}`}
      filters={sections}
      actions={
        <>
          {counts.data && <ExportButton table={() => countsExport(counts.data, trust.name, unitName)} />}
          <PrintPage />
        </>
      }
    >
      {trust.units.length === 0 ? (
        <EmptyState
          title="No units yet"
          action={
            <a className="button button--main" href="#/organisation">
              Add a unit
            </a>
          }
        >
          <p>Red flags are counted by unit and month. Add the units of the trust first.</p>
        </EmptyState>
      ) : (
        <>
          <div className="page__bar">
            <div>
              <label className="filter">
                Unit
                <select value={unit ?? ''} onChange={(event) => setUnit(Number(event.target.value) || null)}>
                  {trust.units.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                  <option value="">All units</option>
                </select>
              </label>
              <span role="group" aria-label="Columns" className="actions">
                {views.map((view) => (
                  <Button key={view.by} aria-pressed={view.by === by} onClick={() => setBy(view.by)}>
                    {view.title}
                  </Button>
                ))}
              </span>
            </div>
          </div>
          <Answered query={counts}>
            {(answer) => (
              <>
                <Headlines counts={answer} onRows={() => setSources(true)} />
                {sources && (
                  <CountRows
                    unit={unit}
                    unitName={unitName}
                    first={answer.columns[0]?.months[0] ?? ''}
                    last={answer.columns[answer.columns.length - 1]?.months.slice(-1)[0] ?? ''}
                    onClose={() => setSources(false)}
                  />
                )}
                {unit !== null && by === 'month' ? (
                  <CountGrid key={unit} counts={answer} unit={unit} unitName={unitName} />
                ) : (
                  <CountTable counts={answer} />
                )}
                <Trend counts={answer} unitName={unitName} />
                <Actions counts={answer} />
                <LocalFlags counts={answer} />
              </>
            )}
          </Answered>
        </>
      )}
    </Page>
  );
}

const number = (count: number | null) => (count === null ? 'Not known' : count.toLocaleString('en-GB'));

function Headlines({ counts, onRows }: { counts: MonthlyCounts; onRows: () => void }) {
  const { flags, oneToOne, rows, columns } = counts;
  const made = countsMade(counts);
  const births = rows.find(({ key }) => key === 'births')?.total.count ?? null;
  const span = `${columns[0]?.title} to ${columns[columns.length - 1]?.title}`;
  return (
    <Figures>
      <Figure
        name="Red flags"
        value={number(flags.total.count)}
        making={made.flags}
        remark={`sum of all kinds, ${span}`}
        onRows={onRows}
      />
      <Figure
        name="One-to-one care"
        value={oneToOne.total.denominator === 0 ? 'Not known' : percentText(oneToOne.total)}
        making={made.oneToOne}
        remark={`${oneToOne.total.numerator.toLocaleString('en-GB')} of ${oneToOne.total.denominator.toLocaleString('en-GB')} women in labour`}
        onRows={onRows}
      />
      <Figure
        name="Births"
        value={number(births)}
        making={made.births}
        remark={`babies born, ${span}`}
        onRows={onRows}
      />
    </Figures>
  );
}

function Trend({ counts, unitName }: { counts: MonthlyCounts; unitName: string }) {
  const known = counts.flags.cells.flatMap(({ count }, index) => (count === null ? [] : [index]));
  const [from, to] = [known[0], known[known.length - 1]];
  if (from === undefined || to === undefined || from === to) return null;
  // From the first column that is known to the last, where the name of the line stands.
  const columns = counts.columns.slice(from, to + 1);
  const values = counts.flags.cells.slice(from, to + 1).map(({ count }) => count);
  return (
    <Chart
      title="Red flags over time"
      sentence={`${unitName}: ${number(counts.flags.total.count)} red flags from ${columns[0]?.title} to ${columns[columns.length - 1]?.title}.`}
      points={columns.map(({ title }) => title)}
      series={[{ name: 'Red flags', values }]}
      text={(value) => value.toLocaleString('en-GB')}
      table={<CountTable counts={counts} flagsAlone />}
    />
  );
}
