import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PeriodOfReturn, Register } from '#contract';
import { planner } from '../../client/planner.ts';
import { Button } from '../../components/Button.tsx';
import { Choose } from '../../components/Choose.tsx';
import { DataTable } from '../../components/DataTable.tsx';
import { Page } from '../../components/Page.tsx';
import { Views } from '../../components/Views.tsx';
import { ChangesView } from './ChangesView.tsx';
import { ChecksView } from './ChecksView.tsx';
import { LoadWording } from './LoadWording.tsx';
import { MeasuresView } from './MeasuresView.tsx';
import { NotStarted } from './NotStarted.tsx';
import { PeriodSelect } from './PeriodSelect.tsx';
import { lineButtonId, type Place } from './places.ts';
import { contextColumns, lineColumns } from './register-columns.tsx';
import { ReturnFiles } from './ReturnFiles.tsx';
import { StepActions } from './StepActions.tsx';
import { StepStrip } from './StepStrip.tsx';
import { SubmissionsView } from './SubmissionsView.tsx';
import { periodOfYear, stateText } from './words.ts';

type Shown = 'trust' | 'lmns' | 'nhse';
export type View = 'lines' | 'measures' | 'checks' | 'changes' | 'submitted';

const owners: { key: Shown; name: string }[] = [
  { key: 'trust', name: 'the trust' },
  { key: 'lmns', name: 'the LMNS, for their dates' },
  { key: 'nhse', name: 'NHS England, for their dates' },
];

interface RegisterPageProps {
  register: Register;
  periods: PeriodOfReturn[];
  view: View;
  onView: (view: View) => void;
  onPeriod: (period: string) => void;
  onPlace: (place: Place) => void;
  /** The line that was open before, to which the focus goes back. */
  from: string | null;
}

/** The register of a period: the trust's twelve lines with how far the return is, its checks, and what changed. */
export function RegisterPage({ register, periods, view, onView, onPeriod, onPlace, from }: RegisterPageProps) {
  const [shown, setShown] = useState<Shown>('trust');
  const [wording, setWording] = useState(false);
  const [objective, setObjective] = useState('');
  const isShown = ({ plan }: { plan: { objective: number } }) =>
    objective === '' || String(plan.objective) === objective;
  const byObjective = (
    <Choose
      title="Objective"
      value={objective}
      all="All objectives"
      choices={register.objectives.map(({ number, title }) => ({ key: String(number), name: `${number} ${title}` }))}
      onChoose={setObjective}
    />
  );
  const of = { trust: register.trust.code, period: register.period };
  const started = register.state !== 'not started';
  const checks = useQuery({
    queryKey: ['returns', of.trust, of.period, 'checks'],
    queryFn: () => planner.returns.checks(of),
    enabled: started,
  });
  useEffect(() => {
    if (from !== null) document.getElementById(lineButtonId(from))?.focus();
  }, [from]);
  const views: Record<View, string> = {
    lines: 'Lines',
    measures: 'Measures',
    checks: checks.data ? `Checks (${checks.data.length})` : 'Checks',
    changes: 'What changed',
    submitted: 'Submitted',
  };

  return (
    <Page
      leaves
      title="Theme 2 return"
      subtitle={`${register.trust.name} · ${periodOfYear(register)} · ${stateText(register)}`}
      filters={
        <>
          <PeriodSelect period={register.period} periods={periods} onPeriod={onPeriod} />
          <Choose title="Lines of" value={shown} choices={owners} onChoose={setShown} />
        </>
      }
      actions={
        <>
          {!started && <Button onClick={() => setWording(true)}>Load the published wording</Button>}
          {started && <ReturnFiles of={of} isSigned={register.state !== 'draft' && register.state !== 'checked'} />}
          {started && <StepActions key={register.state} register={register} onChecks={() => onView('checks')} />}
        </>
      }
    >
      {shown !== 'trust' ? (
        <DataTable
          caption={shown === 'lmns' ? 'Lines of the LMNS' : 'Lines of NHS England'}
          columns={contextColumns(register.publishedWording)}
          rows={register.context.filter((line) => line.plan.owner === shown && isShown(line))}
          rowKey={({ plan }) => plan.reference}
          tools={byObjective}
        />
      ) : started ? (
        <>
          <StepStrip register={register} />
          <div className="return-bar">
            <Views views={views} view={view} onView={onView} />
            <Summary register={register} />
          </div>
          {view === 'lines' && (
            <div className="register">
              <DataTable
                caption={`Lines of the trust, ${register.title}`}
                columns={lineColumns(onPlace)}
                rows={register.lines.filter(isShown)}
                rowKey={({ plan }) => plan.reference}
                tools={
                  <>
                    {byObjective}{' '}
                    <Button onClick={() => setWording(true)}>
                      {register.publishedWording ? 'Load the published wording again' : 'Load the published wording'}
                    </Button>
                  </>
                }
              />
            </div>
          )}
          {view === 'measures' && <MeasuresView register={register} />}
          {view === 'checks' && (
            <ChecksView register={register} onPlace={onPlace} onMeasures={() => onView('measures')} />
          )}
          {view === 'changes' && <ChangesView register={register} />}
          {view === 'submitted' && <SubmissionsView register={register} />}
        </>
      ) : (
        <NotStarted register={register} periods={periods} />
      )}
      {wording && <LoadWording trust={of.trust} onClose={() => setWording(false)} />}
    </Page>
  );
}

function Summary({ register: { lines, answered, carriedFrom } }: { register: Register }) {
  const overdue = lines.filter((line) => line.overdue).length;
  return (
    <p className="summary">
      <strong>
        {answered} of {lines.length}
      </strong>{' '}
      lines have a status · <strong>{overdue}</strong> overdue
      {carriedFrom && ` · leads, due dates, risks and help taken over from ${carriedFrom}`}
    </p>
  );
}
