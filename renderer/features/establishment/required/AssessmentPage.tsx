import { useState } from 'react';
import type { AssessmentShown, AssessmentSummary } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { sentence } from '../../../client/refusal.ts';
import { saveExported } from '../../../client/save-exported.ts';
import { useTrust } from '../../../client/trust.ts';
import { Choose, named } from '../../../components/Choose.tsx';
import { announce } from '../../../components/announce.ts';
import { Button } from '../../../components/Button.tsx';
import { dateText } from '../../../components/numbers.ts';
import { Page } from '../../../components/Page.tsx';
import { PrintPage } from '../../../components/PrintPage.tsx';
import { ActivitiesTable } from './ActivitiesTable.tsx';
import { AgreeDialog } from './AgreeDialog.tsx';
import { AreasTable } from './AreasTable.tsx';
import { useAssessmentEntry } from './assessment-entry.ts';
import { ageText } from './assessment-status.tsx';
import { CasemixTable } from './CasemixTable.tsx';
import { HeadFields } from './HeadFields.tsx';
import { ResultFigures } from './ResultFigures.tsx';
import { UseDialog } from './UseDialog.tsx';
import { WorkingSteps } from './WorkingSteps.tsx';

interface AssessmentPageProps {
  readonly shown: AssessmentShown;
  readonly others: readonly AssessmentSummary[];
  readonly onBack: () => void;
}

/** One assessment: its results first, then what is entered, then every step of the working. */
export function AssessmentPage({ shown, others, onBack }: AssessmentPageProps) {
  const trust = useTrust();
  const entry = useAssessmentEntry(trust.code, shown);
  const [open, setOpen] = useState<'agree' | 'use' | null>(null);
  const [working, setWorking] = useState(false);
  const close = () => setOpen(null);
  const told = (error: Error) => announce(sentence(error));
  const toFile = useAct(
    () => planner.establishment.exportAssessment({ trust: trust.code, id: shown.id }).then(saveExported),
    (said) => said,
  );
  const reopen = useAct(
    () => planner.establishment.setAssessmentStatus({ trust: trust.code, id: shown.id, status: 'draft' }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const remove = useAct(
    () => planner.establishment.removeAssessment({ trust: trust.code, id: shown.id }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const { head, age, status, result } = shown;
  const showWorking = () => {
    setWorking(true);
    window.setTimeout(() => document.getElementById('working-title')?.scrollIntoView());
  };
  const subtitle = [
    trust.name,
    head.date ? `report of ${dateText(head.date)}, ${ageText(age)} old` : 'no date yet',
    status,
    head.basis === 'report' ? 'results as the report prints them' : 'worked out from cases and hours',
  ].join(' · ');

  return (
    <Page
      title={shown.name}
      subtitle={subtitle}
      filters={
        <>
          <Button onClick={onBack}>All assessments</Button>
          {!entry.locked && (
            <Choose
              title="Enter"
              value={head.basis}
              choices={named({ report: 'the results of a report', worked: 'cases and hours, to work it out' })}
              onChoose={(basis) => void entry.send({ head: { basis } })}
            />
          )}
        </>
      }
      actions={
        <>
          <Button aria-expanded={working} onClick={() => (working ? setWorking(false) : showWorking())}>
            {working ? 'Hide working' : 'Show working'}
          </Button>
          <Button onClick={() => toFile.mutate(undefined, { onError: told })}>Export</Button>
          <PrintPage />
          {status === 'draft' ? (
            <>
              <Button onClick={() => remove.mutate(undefined, { onSuccess: onBack, onError: told })}>Remove</Button>
              <Button kind="main" onClick={() => setOpen('agree')}>
                Agree
              </Button>
            </>
          ) : (
            <>
              <Button onClick={() => reopen.mutate(undefined, { onError: told })}>Make it a draft again</Button>
              {status === 'agreed' && (
                <Button kind="main" onClick={() => setOpen('use')}>
                  Use as the required establishment
                </Button>
              )}
            </>
          )}
        </>
      }
    >
      {age?.past && (
        <p className="note note--attention">
          This report is older than {age.years} years. Safety action 5 of the incentive scheme asks for a newer one:
          plan the next assessment.
        </p>
      )}
      <ResultFigures shown={shown} onWorking={showWorking} />
      {result.findings.length > 0 && (
        <details className="nhsuk-details entries__findings" open={result.findings.length <= 2}>
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">
              {result.findings.length} {result.findings.length === 1 ? 'thing' : 'things'} to look at
            </span>
          </summary>
          <ul className="findings">
            {result.findings.map(({ code, message }) => (
              <li key={code + message}>{message}</li>
            ))}
          </ul>
        </details>
      )}
      {head.basis === 'report' && <AreasTable shown={shown} entry={entry} />}
      <HeadFields shown={shown} entry={entry} />
      {head.basis === 'worked' && <AreasTable shown={shown} entry={entry} />}
      {head.basis === 'worked' && <ActivitiesTable shown={shown} entry={entry} />}
      <CasemixTable shown={shown} entry={entry} />
      {working && <WorkingSteps shown={shown} />}
      <dl className="printed-only definitions">
        {shown.definitions.map(({ term, meaning }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      {open === 'agree' && <AgreeDialog shown={shown} others={others} onAgreed={close} onClose={close} />}
      {open === 'use' && <UseDialog shown={shown} onClose={close} />}
    </Page>
  );
}
