import type { Mentoring } from '#contract';
import { Button } from '../../components/Button.tsx';
import { dateText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { stepStatus } from './mentor-words.ts';

/** The steps of a mentoring in their order, each of which can be recorded. */
export function MentoringSteps({ mentoring, onStep }: { mentoring: Mentoring; onStep: (step: string) => void }) {
  return (
    <div className="table-scroll">
      <table className="table table--dense">
        <caption className="unseen">Steps</caption>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">Due</th>
            <th scope="col">Held</th>
            <th scope="col">Status</th>
            <th scope="col">Outcome, or why not</th>
            <th scope="col">
              <span className="unseen">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {mentoring.steps.map((step) => (
            <tr key={step.step}>
              <th scope="row">{step.name}</th>
              <td>
                {dateText(step.due)}
                {step.movedTo !== null && <small> (moved from {dateText(step.planned)})</small>}
              </td>
              <td>{step.held === null ? '–' : dateText(step.held)}</td>
              <td>
                <Status {...stepStatus(step)} />
              </td>
              <td>{[step.outcome, step.reason].filter(Boolean).join(' · ')}</td>
              <td>
                {step.step !== 'mentor' && (
                  <Button aria-label={`Record ${step.name}`} onClick={() => onStep(step.step)}>
                    Record
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
