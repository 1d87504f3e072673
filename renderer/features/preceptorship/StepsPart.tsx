import { useState } from 'react';
import type { MilestoneShown, PrecepteePage } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { dateText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { DueDialog } from './DueDialog.tsx';
import { MeetingDialog } from './MeetingDialog.tsx';
import type { DueOf } from './due-ways.ts';
import { stepWords } from './words.ts';

const day = (value: string | null) => (value === null ? '–' : dateText(value));

function meetingWords({ who, outcome, agreedActions, next }: PrecepteePage['meetings'][number]): string {
  return [who && `with ${who}`, outcome, agreedActions, next && `next ${dateText(next)}`].filter(Boolean).join(' · ');
}

/** Preceptor, meetings and steps: when they are due, when they were held, and what came of them. */
export function StepsPart({ page }: { page: PrecepteePage }) {
  const trust = useTrust().code;
  const { key, name, preceptor } = page.row;
  const [acting, setActing] = useState<DueOf['item'] | null>(null);
  const [recording, setRecording] = useState<{ step: string | null; id?: number } | null>(null);
  const others = page.meetings.filter(({ step }) => step === null);
  const putBack = useAct(
    (step: string) => planner.preceptorship.putBack({ trust, key, step }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const failed = { onError: (error: Error) => announce(sentence(error)) };
  const answerOf = (step: string) => page.answers.find((answer) => answer.step === step);
  const first: MilestoneShown = { key: 'preceptor', name: 'Preceptor named', ...page.preceptorDue };
  const itemOf = ({ key: step, name: what }: MilestoneShown): DueOf['item'] =>
    page.due.find((item) => item.step === step) ?? {
      step,
      kind: step === 'preceptor' ? 'preceptor' : 'meeting',
      what,
      escalation: [],
    };
  return (
    <section aria-labelledby="steps-title">
      <div className="grid-head">
        <h2 id="steps-title">Meetings and steps</h2>
        <Button onClick={() => setRecording({ step: null })}>Record another meeting</Button>
      </div>
      <div className="table-scroll">
        <table className="table steps-table">
          <caption className="unseen">Meetings and steps</caption>
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">Due</th>
              <th scope="col">Planned</th>
              <th scope="col">Held</th>
              <th scope="col">Status</th>
              <th scope="col">With whom, outcome and agreed actions</th>
              <th scope="col">
                <span className="unseen">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {[first, ...page.steps].map((step) => {
              const meeting = page.meetings.find((one) => one.step === step.key);
              const answer = answerOf(step.key);
              return (
                <tr key={step.key}>
                  <th scope="row">{step.name}</th>
                  <td>
                    {day(step.due)}
                    {answer && (
                      <small>
                        {answer.movedTo ? `moved to ${dateText(answer.movedTo)}` : 'not applicable'}: {answer.reason}
                      </small>
                    )}
                  </td>
                  <td>{day(meeting?.planned ?? null)}</td>
                  <td>{day(step.held)}</td>
                  <td>
                    <Status {...stepWords[step.status]} />
                  </td>
                  <td>
                    {step.key === 'preceptor' ? (preceptor ?? 'Nobody is named') : meeting && meetingWords(meeting)}
                  </td>
                  <td>
                    <span className="actions">
                      {step.key !== 'preceptor' && (
                        <Button aria-label={`Record: ${step.name}`} onClick={() => setRecording({ step: step.key })}>
                          Record…
                        </Button>
                      )}
                      <Button
                        aria-label={`${step.key === 'preceptor' ? 'Name preceptor' : 'Other ways'}: ${step.name}`}
                        onClick={() => setActing(itemOf(step))}
                      >
                        {step.key === 'preceptor' ? 'Name preceptor…' : 'Other…'}
                      </Button>
                      {answer && (
                        <Button aria-label={`Put back: ${step.name}`} onClick={() => putBack.mutate(step.key, failed)}>
                          Put back
                        </Button>
                      )}
                    </span>
                  </td>
                </tr>
              );
            })}
            {others.map((meeting) => (
              <tr key={meeting.id}>
                <th scope="row">Beside the programme</th>
                <td>–</td>
                <td>{day(meeting.planned)}</td>
                <td>{day(meeting.held)}</td>
                <td>{meeting.held ? <Status {...stepWords.done} /> : <Status kind="blue" word="Planned" />}</td>
                <td>{meetingWords(meeting)}</td>
                <td>
                  <Button
                    aria-label={`Change the meeting of ${day(meeting.held ?? meeting.planned)}`}
                    onClick={() => setRecording({ step: null, id: meeting.id })}
                  >
                    Record…
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {recording && <MeetingDialog page={page} {...recording} onClose={() => setRecording(null)} />}
      {acting && (
        <DueDialog
          due={{ item: acting, whose: { key, mentoring: null, name, preceptor }, today: page.on }}
          preceptors={preceptor ? [preceptor] : []}
          since={`Due ${day([first, ...page.steps].find((one) => one.key === acting.step)?.due ?? null)}`}
          onClose={() => setActing(null)}
        />
      )}
    </section>
  );
}
