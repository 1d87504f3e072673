import { planner } from '../../client/planner.ts';
import type { DueField, Way } from './due-ways.ts';
import type { Field } from '../../components/Fields.tsx';

const reason: Field<DueField> = { key: 'reason', label: 'Reason', most: 200 };

/** What can be done about something due of a newly appointed senior midwife and her mentor, the usual way first. */
export function mentorWays(id: number, kind: 'mentor' | 'mentor_meeting'): Way[] {
  const { setMentoringStep } = planner.preceptorship;
  const named: Way = {
    key: 'named',
    title: 'Name the mentor',
    button: 'Name mentor',
    fields: [
      { key: 'mentor', label: 'Mentor' },
      { key: 'day', label: 'Named on', kind: 'date' },
    ],
    needed: ['mentor', 'day'],
    send: ({ trust, typed, aboutNoPatient }) =>
      planner.preceptorship.changeMentoring({
        trust,
        id,
        mentor: typed.mentor,
        mentorNamedOn: typed.day,
        aboutNoPatient,
      }),
  };
  const held: Way = {
    key: 'held',
    title: 'It was held',
    button: 'Record',
    fields: [
      { key: 'day', label: 'Held on', kind: 'date' },
      { key: 'outcome', label: 'Outcome and agreed actions', kind: 'words', most: 500 },
    ],
    needed: ['day'],
    send: ({ trust, step, typed, aboutNoPatient }) =>
      setMentoringStep({ trust, id, step, held: typed.day, outcome: typed.outcome, aboutNoPatient }),
  };
  const moved: Way = {
    key: 'moved',
    title: 'Reschedule, with a reason',
    button: 'Reschedule',
    fields: [{ key: 'day', label: 'New day', kind: 'date' }, reason],
    needed: ['day', 'reason'],
    start: { day: '' },
    send: ({ trust, step, typed, aboutNoPatient }) =>
      setMentoringStep({ trust, id, step, movedTo: typed.day, reason: typed.reason, aboutNoPatient }),
  };
  const notApplicable: Way = {
    key: 'not_applicable',
    title: 'Not applicable, with a reason',
    button: 'Take it off the list',
    fields: [reason],
    needed: ['reason'],
    send: ({ trust, step, typed, aboutNoPatient }) =>
      setMentoringStep({ trust, id, step, reason: typed.reason, aboutNoPatient }),
  };
  return [kind === 'mentor' ? named : held, moved, notApplicable];
}
