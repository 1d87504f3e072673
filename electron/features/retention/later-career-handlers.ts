import type { CareerCells, LegacyMentorCells } from '#contract';
import { type Context, implementation } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import { requireTrust } from '../organisation/trust.ts';
import { refusePatients } from '../preceptorship/free-text.ts';
import {
  deleteCareer,
  deleteLegacyMentor,
  insertCareer,
  insertLegacyMentor,
  storedCareers,
  storedMentors,
  updateCareer,
  updateLegacyMentor,
} from './later-career-repository.ts';
import { laterCareersShown } from './later-career-service.ts';

const on = implementation.retention;

const noCareer: Omit<CareerCells, 'name'> = {
  person: null,
  unit: null,
  band: null,
  conversation: null,
  plan: null,
  planned: null,
  returned: null,
  seminar: null,
  note: null,
};
const noMentor: Omit<LegacyMentorCells, 'name' | 'appointed'> = {
  person: null,
  unit: null,
  band: null,
  ended: null,
  minutes: null,
  supports: [],
};

const isKnownPlan = ({ laterCareers }: Context['reference'], plan: string | null) =>
  plan === null || laterCareers.plans.some(({ key }) => key === plan);

/** The first date of a later career that cannot be, and why; undefined where all can. */
function wrongDates(
  { conversation, returned, seminar, plan, planned }: CareerCells,
  today: string,
): { readonly field: keyof CareerCells; readonly why: string } | undefined {
  const happened = { conversation, returned };
  const toCome = (Object.keys(happened) as (keyof typeof happened)[]).find((key) => (happened[key] ?? '') > today);
  if (toCome) return { field: toCome, why: 'A conversation or a return cannot be of a day still to come.' };
  if (seminar !== null && seminar > today)
    return { field: 'seminar', why: 'Enter the day of the seminar once it was attended.' };
  if (planned !== null && plan === null) return { field: 'plan', why: 'Enter what is planned for that day.' };
  return undefined;
}

const mentorTexts = ({ name, supports }: Partial<LegacyMentorCells>) => ({ name, supports: supports?.join('\n') });

export const laterCareerHandlers = {
  laterCareers: on.laterCareers.handler(({ input, context }) =>
    laterCareersShown(context, requireTrust(context.database, input.trust), input.groups),
  ),

  addLaterCareer: on.addLaterCareer.handler(({ input, context, errors }) => {
    const { database, reference, today, now } = context;
    const { trust: code, aboutNoPatient, ...given } = input;
    const trust = requireTrust(database, code);
    const cells = { ...noCareer, ...given };
    const isEntered = ({ person }: CareerCells) => person !== null && person === cells.person;
    if (storedCareers(database, trust.id).some(isEntered)) throw errors.ENTERED();
    if (!isKnownPlan(reference, cells.plan)) throw errors.NO_SUCH_CHOICE();
    const wrong = wrongDates(cells, today());
    if (wrong) throw errors.DATES_WRONG({ message: `${wrong.why} Nothing was stored.`, data: { field: wrong.field } });
    refusePatients(context, trust.id, { name: cells.name, note: cells.note }, aboutNoPatient);
    const label = `Later career of ${cells.name}`;
    const id = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      insertCareer(database, trust.id, cells),
    );
    return { label, id };
  }),

  changeLaterCareer: on.changeLaterCareer.handler(({ input, context, errors }) => {
    const { database, reference, today, now } = context;
    const { trust: code, id, aboutNoPatient, ...given } = input;
    const trust = requireTrust(database, code);
    const before = storedCareers(database, trust.id).find((one) => one.id === id);
    if (!before) throw errors.NOT_THERE();
    const cells = { ...before, ...given };
    if (!isKnownPlan(reference, cells.plan)) throw errors.NO_SUCH_CHOICE();
    const wrong = wrongDates(cells, today());
    if (wrong) throw errors.DATES_WRONG({ message: `${wrong.why} Nothing was changed.`, data: { field: wrong.field } });
    refusePatients(context, trust.id, { name: given.name, note: given.note }, aboutNoPatient);
    const label = `Later career of ${cells.name} changed`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => updateCareer(database, id, given));
    return { label };
  }),

  removeLaterCareer: on.removeLaterCareer.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const before = storedCareers(database, trust.id).find(({ id }) => id === input.id);
    if (!before) throw errors.NOT_THERE();
    const label = `Remove what was entered of the later career of ${before.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteCareer(database, before.id));
    return { label };
  }),

  addLegacyMentor: on.addLegacyMentor.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const { trust: code, aboutNoPatient, ...given } = input;
    const trust = requireTrust(database, code);
    const cells = { ...noMentor, ...given };
    if (cells.ended !== null && cells.ended < cells.appointed)
      throw errors.DATES_WRONG({
        message: 'It cannot end before it begins. Correct the dates and save again.',
        data: { field: 'ended' },
      });
    refusePatients(context, trust.id, mentorTexts(cells), aboutNoPatient);
    const label = `Legacy mentor ${cells.name}`;
    const id = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      insertLegacyMentor(database, trust.id, cells),
    );
    return { label, id };
  }),

  changeLegacyMentor: on.changeLegacyMentor.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const { trust: code, id, aboutNoPatient, ...given } = input;
    const trust = requireTrust(database, code);
    const before = storedMentors(database, trust.id).find((one) => one.id === id);
    if (!before) throw errors.NOT_THERE();
    const cells = { ...before, ...given };
    if (cells.ended !== null && cells.ended < cells.appointed)
      throw errors.DATES_WRONG({
        message: 'It cannot end before it begins. Correct the dates and save again.',
        data: { field: 'ended' },
      });
    refusePatients(context, trust.id, mentorTexts(given), aboutNoPatient);
    const label = `Legacy mentor ${cells.name} changed`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => updateLegacyMentor(database, id, given));
    return { label };
  }),

  removeLegacyMentor: on.removeLegacyMentor.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const before = storedMentors(database, trust.id).find(({ id }) => id === input.id);
    if (!before) throw errors.NOT_THERE();
    const label = `Remove legacy mentor ${before.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteLegacyMentor(database, before.id));
    return { label };
  }),
};
