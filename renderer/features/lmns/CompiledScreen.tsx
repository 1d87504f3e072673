import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReceivedMatrix, SystemCompile } from '#contract';
import { useLmns } from '../../client/lmns.ts';
import { useOpened } from '../../client/opened.ts';
import { planner } from '../../client/planner.ts';
import { Answered } from '../../components/Answered.tsx';
import { Choose } from '../../components/Choose.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { counted } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { Views } from '../../components/Views.tsx';
import { GapsView } from './GapsView.tsx';
import { HeatMap } from './HeatMap.tsx';
import { LinePage } from './LinePage.tsx';
import { MeasurePage } from './MeasurePage.tsx';
import { MeasuresView } from './MeasuresView.tsx';
import { SystemFiles } from './SystemFiles.tsx';
import { RestatementsView } from './RestatementsView.tsx';
import { systemName } from './words.ts';
import { useReceived } from './received.ts';

const views = { lines: 'Lines', measures: 'Measures', gaps: 'Gaps', restatements: 'Restatements' } as const;
type View = keyof typeof views;
export type SystemPlace =
  | { kind: 'line'; reference: string }
  | { kind: 'measure'; id: string; group: string | null }
  | null;

/** The system compiled from the returns that count. */
export default function CompiledScreen() {
  const lmns = useLmns();
  const matrix = useReceived();
  return (
    <Answered query={matrix}>
      {(answer) =>
        answer.receipts.length === 0 ? (
          <Page title="Compiled returns" subtitle={systemName(lmns)}>
            <EmptyState
              title="Nothing to compile yet"
              action={
                <a className="button" href="#/lmns">
                  Receive a return
                </a>
              }
            >
              <p>
                Here trusts stand beside each other by line and by measure, with the sums of the system. Receive the
                first return under “Returns received”.
              </p>
            </EmptyState>
          </Page>
        ) : (
          <Compiled matrix={answer} />
        )
      }
    </Answered>
  );
}

function Compiled({ matrix: { periods, receipts } }: { matrix: ReceivedMatrix }) {
  const lmns = useLmns();
  const withReturns = periods.filter(({ period }) => receipts.some((one) => one.period === period && one.counts));
  const [period, setPeriod] = useState(withReturns[withReturns.length - 1]?.period ?? '');
  const [view, setView] = useState<View>('lines');
  const [place, setPlace] = useState<SystemPlace>(null);
  useOpened('system_line', (reference) => setPlace({ kind: 'line', reference }));
  useOpened('system_measure', (id) => setPlace({ kind: 'measure', id, group: null }));
  const compile = useQuery({
    queryKey: ['lmns', lmns.id, 'compile', period],
    queryFn: () => planner.lmns.compile({ lmns: lmns.id, period }),
    placeholderData: keepPreviousData,
  });
  return (
    <Answered query={compile}>
      {(system) => {
        const back = () => setPlace(null);
        if (place?.kind === 'line') return <LinePage system={system} reference={place.reference} onBack={back} />;
        if (place?.kind === 'measure')
          return <MeasurePage system={system} id={place.id} group={place.group} onBack={back} />;
        return (
          <Page
            title="Compiled returns"
            subtitle={subtitleOf(lmns.name, system)}
            filters={
              <Choose
                title="Period"
                value={period}
                choices={withReturns.map((one) => ({ key: one.period, name: one.title }))}
                onChoose={setPeriod}
              />
            }
            actions={<SystemFiles period={period} />}
          >
            <Beside system={system} />
            <Views views={views} view={view} onView={setView} />
            {view === 'lines' && (
              <HeatMap system={system} onLine={(reference) => setPlace({ kind: 'line', reference })} />
            )}
            {view === 'measures' && (
              <MeasuresView system={system} onMeasure={(id, group) => setPlace({ kind: 'measure', id, group })} />
            )}
            {view === 'gaps' && <GapsView system={system} />}
            {view === 'restatements' && <RestatementsView system={system} />}
          </Page>
        );
      }}
    </Answered>
  );
}

function subtitleOf(name: string, { title, trusts, hideBelow }: SystemCompile): string {
  const returned = trusts.filter((trust) => trust.returned).length;
  return `${name} · ${title} · ${returned} of ${counted(trusts.length, 'trust')} returned · counts of people below ${hideBelow} are not shown`;
}

/** What trusts do differently, and who is missing, before any figure is read. */
function Beside({ system: { warnings, missing, trusts } }: { system: SystemCompile }) {
  if (warnings.length + missing.length === 0) return null;
  const nameOf = (code: string) => trusts.find((trust) => trust.code === code)?.name ?? code;
  return (
    <details className="note beside">
      <summary>
        To be read beside the figures: {counted(warnings.length, 'difference')} between trusts
        {missing.length > 0 && ` · no return from ${missing.map(nameOf).join(', ')}`}
      </summary>
      <ul className="findings">
        {warnings.map(({ kind, sentence, trusts: values }) => (
          <li key={kind + sentence}>
            {sentence} {values.map(({ trust, value }) => `${nameOf(trust)}: ${value}`).join('; ')}
          </li>
        ))}
      </ul>
    </details>
  );
}
