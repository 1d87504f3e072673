import type { MentoringCells } from '#contract';
import { implementation } from '../../context.ts';
import { dateInWords } from '../../core/dates.ts';
import { recordChange } from '../../database/history.ts';
import { requireTrust } from '../organisation/trust.ts';
import { plannedSteps } from './calculations/mentoring.ts';
import { isSameName } from './calculations/same-name.ts';
import { eightDigits } from './employee-number.ts';
import { refusePatients } from './free-text.ts';
import { areOf, passedMentoringSteps, putMentoringBefore } from './held-before.ts';
import {
  deleteMentoring,
  insertMentoring,
  mentoringsOf,
  mentoringStepsOf,
  putMentoringStep,
  updateMentoring,
} from './mentor-repository.ts';
import { answerMentors } from './mentor-service.ts';

const on = implementation.preceptorship;

const blank: Omit<MentoringCells, 'name' | 'band' | 'appointed'> = {
  person: null,
  post: null,
  unit: null,
  mentor: null,
  mentorNamedOn: null,
  objectives: null,
  coachingOffered: null,
  ended: null,
  endReason: null,
  notes: null,
};

/** In words what is wrong with the mentor and the dates of a mentoring; undefined where nothing is. */
function wrongCells(
  { name, appointed, mentor, mentorNamedOn, ended }: MentoringCells,
  today: string,
): string | undefined {
  if (mentor !== null && isSameName(mentor, name))
    return `${mentor} is the one who was appointed: the mentor is another person.`;
  if (mentor !== null && mentorNamedOn === null) return 'Enter the day on which the mentor was named.';
  if (mentor === null && mentorNamedOn !== null) return 'Enter who the mentor is.';
  if (mentorNamedOn !== null && mentorNamedOn > today)
    return 'The mentor cannot have been named on a day still to come.';
  if (ended !== null && ended < appointed) return 'It cannot have ended before the appointment.';
  return undefined;
}

/** In words why a step cannot have been held on a day; undefined where it can. */
function wrongDay(name: string, held: string, { appointed }: MentoringCells, today: string): string | undefined {
  if (held > today) return `${name} cannot have been held on a day still to come.`;
  return held < appointed ? `${name} cannot have been held before the appointment.` : undefined;
}

const freeTexts = ({ person, name, post, unit, mentor, objectives, notes, endReason }: Partial<MentoringCells>) => ({
  person,
  name,
  post,
  unit,
  mentor,
  objectives,
  notes,
  endReason,
});

export const mentorHandlers = {
  mentors: on.mentors.handler(({ input, context }) =>
    answerMentors(context, requireTrust(context.database, input.trust), input.period),
  ),

  addMentoring: on.addMentoring.handler(({ input, context, errors }) => {
    const { database, reference, today, now } = context;
    const { trust: code, aboutNoPatient, before, ...given } = input;
    const trust = requireTrust(database, code);
    const cells = { ...blank, ...given, person: eightDigits(given.person ?? null) };
    if (!reference.mentors.bands.includes(cells.band)) throw errors.NO_SUCH_CHOICE();
    const wrong = wrongCells(cells, today());
    if (wrong) throw errors.DATES_WRONG({ message: wrong });
    const passed = passedMentoringSteps(cells.appointed, reference.mentors, today());
    if (!areOf(before, passed)) throw errors.NO_SUCH_CHOICE();
    for (const { step, held } of before) {
      const late =
        held === null
          ? undefined
          : wrongDay(passed.find((one) => one.step === step)?.name ?? step, held, cells, today());
      if (late) throw errors.DATES_WRONG({ message: late });
    }
    refusePatients(context, trust.id, freeTexts(cells), aboutNoPatient);
    const label = `${cells.name}, new in Band ${cells.band}`;
    const id = recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      const added = insertMentoring(database, trust.id, cells);
      putMentoringBefore(database, added, before);
      return added;
    });
    return { label, id };
  }),

  passedMentoringSteps: on.passedMentoringSteps.handler(({ input, context }) => {
    requireTrust(context.database, input.trust);
    return passedMentoringSteps(input.appointed, context.reference.mentors, context.today());
  }),

  changeMentoring: on.changeMentoring.handler(({ input, context, errors }) => {
    const { database, reference, today, now } = context;
    const { trust: code, id, aboutNoPatient, ...typed } = input;
    const given = typed.person === undefined ? typed : { ...typed, person: eightDigits(typed.person) };
    const trust = requireTrust(database, code);
    const before = mentoringsOf(database, trust.id).find((one) => one.id === id);
    if (!before) throw errors.NOT_THERE();
    const cells = { ...before, ...given };
    if (cells.band !== before.band && !reference.mentors.bands.includes(cells.band)) throw errors.NO_SUCH_CHOICE();
    const wrong = wrongCells(cells, today());
    if (wrong) throw errors.DATES_WRONG({ message: wrong });
    refusePatients(context, trust.id, freeTexts(given), aboutNoPatient);
    const label = labelOf(before, cells);
    recordChange(database, { trustId: trust.id, label, at: now() }, () => updateMentoring(database, id, given));
    return { label };
  }),

  removeMentoring: on.removeMentoring.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const before = mentoringsOf(database, trust.id).find(({ id }) => id === input.id);
    if (!before) throw errors.NOT_THERE();
    const label = `Remove the mentoring of ${before.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteMentoring(database, input.id));
    return { label };
  }),

  setMentoringStep: on.setMentoringStep.handler(({ input, context, errors }) => {
    const { database, reference, today, now } = context;
    const { trust: code, id, aboutNoPatient, ...step } = input;
    const trust = requireTrust(database, code);
    const mentoring = mentoringsOf(database, trust.id).find((one) => one.id === id);
    if (!mentoring) throw errors.NOT_THERE();
    const planned = plannedSteps(mentoring.appointed, reference.mentors).find((one) => one.step === step.step);
    const kept = mentoringStepsOf(database, trust.id)
      .get(id)
      ?.find((one) => one.step === step.step);
    const name = planned?.name ?? (kept && step.step);
    if (name === undefined || (step.step === 'mentor' && step.held !== null)) throw errors.NOT_THERE();
    const amiss = step.held === null ? undefined : wrongDay(name, step.held, mentoring, today());
    if (amiss) throw errors.DATES_WRONG({ message: amiss });
    if (step.movedTo !== null && step.reason === null) throw errors.REASON_MISSING();
    if (step.movedTo !== null && step.movedTo < today() && step.movedTo !== kept?.movedTo)
      throw errors.DATES_WRONG({ message: 'That day has gone by. Choose today or a later day.' });
    refusePatients(context, trust.id, { reason: step.reason, outcome: step.outcome }, aboutNoPatient);
    const label = `${mentoring.name}: ${name} ${became(step)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => putMentoringStep(database, id, step));
    return { label };
  }),
};

function labelOf(before: MentoringCells, after: MentoringCells): string {
  if (after.mentor !== null && after.mentor !== before.mentor) return `${after.name}: mentor ${after.mentor}`;
  if (after.ended !== null && after.ended !== before.ended)
    return `${after.name}: mentoring ended on ${dateInWords(after.ended)}`;
  return `Mentoring of ${after.name}`;
}

function became({ held, movedTo, reason }: { held: string | null; movedTo: string | null; reason: string | null }) {
  if (held !== null) return `held on ${dateInWords(held)}`;
  if (movedTo !== null) return `moved to ${dateInWords(movedTo)}`;
  return reason === null ? 'open again' : 'not applicable';
}
