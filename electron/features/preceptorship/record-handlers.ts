import type { Context } from '../../context.ts';
import { implementation } from '../../context.ts';
import { dateInWords } from '../../core/dates.ts';
import { formatWte } from '../../core/wte.ts';
import { hoursOfMinutes } from '../../core/rates.ts';
import { recordChange } from '../../database/history.ts';
import type { EnteredEvent } from '#contract';
import { requireTrust } from '../organisation/trust.ts';
import { namesHerself, wrongEvent } from './calculations/event-rules.ts';
import { standingOf } from './calculations/standing.ts';
import { meetingName, stepName } from './calculations/step-name.ts';
import { courseOf, pausesOf } from './calculations/living.ts';
import { refusePatients } from './free-text.ts';
import {
  deleteAnswer,
  deleteEvent,
  deleteHours,
  deleteMeeting,
  insertHours,
  moveAnswers,
  putAnswer,
  putEscalation,
  putEvent,
  putMeeting,
} from './living-changes.ts';
import type { Preceptee } from './worked-out.ts';
import { passedOf } from './held-before.ts';
import { findPreceptee, noProgramme } from './preceptee-handlers.ts';
import { nameOf } from './preceptee-shown.ts';

const on = implementation.preceptorship;

/** Does a named change. */
function record(context: Context, trustId: number, preceptee: Preceptee, what: string, work: () => void) {
  const label = `${nameOf(preceptee)}: ${what}`;
  recordChange(context.database, { trustId, label, at: context.now() }, work);
  return { label };
}

/** What a person typed of an event; which of these there are depends on its kind. */
function freeTexts(event: EnteredEvent): Record<string, string | null | undefined> {
  const { unit, preceptor, reason, approvedBy, note } = event as Readonly<Record<string, string | null | undefined>>;
  return { unit, preceptor, reason, approvedBy, note };
}

const noStep = (step: string) => `The programme has no step “${step}”. Choose one of its own. Nothing was changed.`;

const kinds: Readonly<Record<string, string>> = {
  orientation: 'at orientation',
  supernumerary: 'supernumerary',
  protected_preceptee: 'protected',
  protected_preceptor: 'protected, of the preceptor',
};

function eventWords(event: EnteredEvent): string {
  const from = dateInWords(event.from);
  switch (event.kind) {
    case 'pause':
      return event.until === null ? `paused from ${from}` : `paused ${from} to ${dateInWords(event.until)}`;
    case 'wte':
      return `${formatWte(event.wte)} WTE from ${from}`;
    case 'preceptor':
      return `preceptor ${event.preceptor} from ${from}`;
    case 'unit':
      return `${event.unit} from ${from}`;
    case 'rotation':
      return `rotation ${event.unit} from ${from}`;
    case 'extension':
      return `extended to ${dateInWords(event.until)}`;
    case 'completed':
      return `signed off ${from}`;
    case 'left':
      return `left ${from}`;
  }
}

export const recordHandlers = {
  passedSteps: on.passedSteps.handler(({ input, context, errors }) => {
    const { trust: code, ...facts } = input;
    const passed = passedOf(context, requireTrust(context.database, code), facts);
    if (!passed) throw errors.NO_SUCH_CHOICE({ message: noProgramme(facts.programme ?? '') });
    return passed;
  }),

  recordMeeting: on.recordMeeting.handler(({ input, context, errors }) => {
    const { trust: code, key, step, id, aboutNoPatient, ...given } = input;
    const { trust, preceptee, whose } = findPreceptee(context, code, key);
    if (!preceptee) throw errors.NOT_THERE();
    const name = step === null ? 'Meeting' : meetingName(preceptee.programme, step);
    if (name === undefined) throw errors.NO_SUCH_CHOICE({ message: noStep(step ?? '') });
    if (given.held != null && given.held > context.today())
      throw errors.NOT_ALLOWED({
        message:
          'That day is still to come. Enter it as the day for which the meeting is planned. Nothing was changed.',
        data: { field: 'held' },
      });
    const { who, outcome, agreedActions } = given;
    refusePatients(context, trust.id, { who, outcome, agreedActions }, aboutNoPatient);
    const before = preceptee.hand.meetings.find((one) =>
      id === undefined ? step !== null && one.step === step : one.id === id,
    );
    if (id !== undefined && !before) throw errors.NOT_THERE();
    const blank = { planned: null, held: null, who: null, outcome: null, agreedActions: null, next: null };
    const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const meeting = { ...blank, ...before, ...said, step };
    const day = meeting.held ?? meeting.planned;
    const what = day === null ? '' : ` ${meeting.held === null ? 'planned for' : 'held'} ${dateInWords(day)}`;
    return record(context, trust.id, preceptee, `${name}${what}`, () =>
      putMeeting(context.database, whose, { ...meeting, id: before?.id }),
    );
  }),

  removeMeeting: on.removeMeeting.handler(({ input, context, errors }) => {
    const { trust, preceptee } = findPreceptee(context, input.trust, input.key);
    const meeting = preceptee?.hand.meetings.find(({ id }) => id === input.id);
    if (!preceptee || !meeting) throw errors.NOT_THERE();
    const name = meeting.step === null ? 'meeting' : (stepName(preceptee.programme, meeting.step) ?? meeting.step);
    return record(context, trust.id, preceptee, `${name} not recorded any more`, () =>
      deleteMeeting(context.database, meeting.id),
    );
  }),

  reschedule: on.reschedule.handler(({ input, context, errors }) => {
    const { trust, preceptee, whose } = findPreceptee(context, input.trust, input.key);
    if (!preceptee) throw errors.NOT_THERE();
    const { step, to, reason } = input;
    const name = stepName(preceptee.programme, step);
    if (name === undefined) throw errors.NO_SUCH_CHOICE({ message: noStep(step) });
    if (step === 'limit' || step === 'sign_off')
      throw errors.NOT_ALLOWED({
        message: `${name} is not a day to be moved. Record a sign-off, or that it does not apply.`,
      });
    const today = context.today();
    if (to < today)
      throw errors.NOT_ALLOWED({
        message: 'That day has gone by. Choose today or a later day.',
        data: { field: 'to' },
      });
    const { limit } = preceptee.standing;
    if (limit !== null && to > limit)
      throw errors.NOT_ALLOWED({
        message: `The programme goes to ${dateInWords(limit)} at the longest. Choose that day or an earlier one.`,
        data: { field: 'to' },
      });
    refusePatients(context, trust.id, { reason }, input.aboutNoPatient);
    return record(context, trust.id, preceptee, `${name} moved to ${dateInWords(to)}`, () =>
      putAnswer(context.database, whose, step, { movedTo: to, reason, on: today }),
    );
  }),

  notApplicable: on.notApplicable.handler(({ input, context, errors }) => {
    const { trust, preceptee, whose } = findPreceptee(context, input.trust, input.key);
    if (!preceptee) throw errors.NOT_THERE();
    const { step, reason } = input;
    const name = stepName(preceptee.programme, step);
    if (name === undefined) throw errors.NO_SUCH_CHOICE({ message: noStep(step) });
    refusePatients(context, trust.id, { reason }, input.aboutNoPatient);
    return record(context, trust.id, preceptee, `${name} not applicable`, () =>
      putAnswer(context.database, whose, step, { movedTo: null, reason, on: context.today() }),
    );
  }),

  putBack: on.putBack.handler(({ input, context, errors }) => {
    const { trust, preceptee, whose } = findPreceptee(context, input.trust, input.key);
    if (!preceptee) throw errors.NOT_THERE();
    if (preceptee.hand.answers[input.step] === undefined) return { label: null };
    const name = stepName(preceptee.programme, input.step) ?? input.step;
    return record(context, trust.id, preceptee, `${name} on its own day again`, () =>
      deleteAnswer(context.database, whose, input.step),
    );
  }),

  escalate: on.escalate.handler(({ input, context, errors }) => {
    const { trust, preceptee, whose } = findPreceptee(context, input.trust, input.key);
    if (!preceptee) throw errors.NOT_THERE();
    const { step, level, on: day, note } = input;
    const name = stepName(preceptee.programme, step);
    if (name === undefined) throw errors.NO_SUCH_CHOICE({ message: noStep(step) });
    const told = preceptee.programme.escalation.find(({ key }) => key === level);
    if (!told) throw errors.NO_SUCH_CHOICE();
    if (day > context.today())
      throw errors.NOT_ALLOWED({
        message: 'That day is still to come. Enter the day on which they were told.',
        data: { field: 'on' },
      });
    refusePatients(context, trust.id, { note }, input.aboutNoPatient);
    return record(context, trust.id, preceptee, `${name}, ${told.name} told ${dateInWords(day)}`, () =>
      putEscalation(context.database, whose, { step, level, on: day, note }),
    );
  }),

  addHours: on.addHours.handler(({ input, context, errors }) => {
    const { trust: code, key, aboutNoPatient, ...entry } = input;
    const { trust, preceptee, whose } = findPreceptee(context, code, key);
    if (!preceptee) throw errors.NOT_THERE();
    const { purpose } = entry;
    if (purpose !== null && !preceptee.programme.protectedPurposes.some((one) => one.key === purpose))
      throw errors.NO_SUCH_CHOICE();
    if (entry.day < preceptee.cells.start)
      throw errors.NOT_ALLOWED({
        message: `That is before the start on ${dateInWords(preceptee.cells.start)}. Enter that day or a later one.`,
        data: { field: 'day' },
      });
    refusePatients(context, trust.id, { note: entry.note }, aboutNoPatient);
    const what = `${hoursOfMinutes(entry.minutes)} h ${kinds[entry.kind]}, ${dateInWords(entry.day)}`;
    return record(context, trust.id, preceptee, what, () =>
      insertHours(context.database, whose, { ...entry, entered: context.today() }),
    );
  }),

  removeHours: on.removeHours.handler(({ input, context, errors }) => {
    const { trust, preceptee } = findPreceptee(context, input.trust, input.key);
    const entry = preceptee?.hand.hours.find(({ id }) => id === input.id);
    if (!preceptee || !entry) throw errors.NOT_THERE();
    const what = `remove ${hoursOfMinutes(entry.minutes)} h of ${dateInWords(entry.day)}`;
    return record(context, trust.id, preceptee, what, () => deleteHours(context.database, entry.id));
  }),

  recordEvent: on.recordEvent.handler(({ input, context, errors }) => {
    const { trust, preceptee, whose } = findPreceptee(context, input.trust, input.key);
    if (!preceptee) throw errors.NOT_THERE();
    const { event, id, aboutNoPatient } = input;
    const { cells, hand, file, programme } = preceptee;
    if (id !== undefined && !hand.events.some((one) => one.id === id)) throw errors.NOT_THERE();
    const without = { ...hand, events: hand.events.filter((one) => one.id !== id) };
    const today = context.today();
    const course = courseOf(cells, without, file?.entry.meetings ?? {}, null);
    const standing = standingOf(course, programme, today);
    const wrong =
      wrongEvent(event, { events: without.events, course, standing }, today) ?? namesHerself(event, nameOf(preceptee));
    if (wrong)
      throw errors.NOT_ALLOWED({ message: `${wrong.message} Nothing was changed.`, data: { field: wrong.field } });
    refusePatients(context, trust.id, freeTexts(event), aboutNoPatient);
    return record(context, trust.id, preceptee, eventWords(event), () => {
      putEvent(context.database, whose, id, event);
      moveAnswers(context.database, whose, preceptee.course, pausesOf(cells, [...without.events, event]));
    });
  }),

  removeEvent: on.removeEvent.handler(({ input, context, errors }) => {
    const { trust, preceptee, whose } = findPreceptee(context, input.trust, input.key);
    const event = preceptee?.hand.events.find(({ id }) => id === input.id);
    if (!preceptee || !event) throw errors.NOT_THERE();
    const events = preceptee.hand.events.filter((one) => one !== event);
    return record(context, trust.id, preceptee, `not any more: ${eventWords(event)}`, () => {
      deleteEvent(context.database, event.id);
      moveAnswers(context.database, whose, preceptee.course, pausesOf(preceptee.cells, events));
    });
  }),
};
