import { implementation } from '../../../context.ts';
import { dateInWords } from '../../../core/dates.ts';
import { recordChange } from '../../../database/history.ts';
import { requireTrust } from '../../organisation/trust.ts';
import { refusePatients } from '../../preceptorship/free-text.ts';
import {
  checksOf,
  deleteEvent,
  deleteLocum,
  deleteOnCall,
  eventsOf,
  locumsOf,
  onCallOf,
  putCheck,
  putEvent,
  putLocum,
  putOnCall,
  putStatement,
} from './repository.ts';
import { answerSupervision } from './service.ts';

const on = implementation.training;

const blankLocum = {
  agency: null,
  shift: null,
  route: null,
  certificate: null,
  level: null,
  checkedBy: null,
  checkedOn: null,
  toolComplete: null,
  induction: null,
  namedConsultant: null,
  note: null,
};
const blankEvent = { signedOff: false, reason: null, reviewed: false, action: null };
const blankOnCall = { who: null, restMinutes: null, given: null, givenOn: null, note: null };
const has = (list: readonly { readonly key: string }[], key: string | null) =>
  key === null || list.some((one) => one.key === key);

/** What was given, without what was left out. */
const given = <Cells extends object>(cells: Cells) =>
  Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Cells]: Exclude<Cells[Key], undefined>;
  };

const stateWords = { met: 'met', partly: 'partly met', not_met: 'not met', not_applicable: 'does not apply' } as const;

export const supervisionHandlers = {
  supervision: on.supervision.handler(({ input, context }) =>
    answerSupervision(context, requireTrust(context.database, input.trust).id, input.on),
  ),

  setStatement: on.setStatement.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const { trust: code, checklist, aboutNoPatient, ...cells } = input;
    const trust = requireTrust(database, code);
    const list = reference.supervision.checklists.find(({ key }) => key === checklist);
    if (list === undefined) throw errors.NOT_THERE();
    if (cells.agreedOn !== null && cells.reviewOn !== null && cells.reviewOn < cells.agreedOn)
      throw errors.NOT_THAT_DAY({
        message: 'The review is before the day on which it was agreed. Correct one of the two. Nothing was changed.',
      });
    refusePatients(context, trust.id, { statement: cells.statement, lead: cells.lead }, aboutNoPatient);
    const label = `Supervision of ${list.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      putStatement(database, trust.id, checklist, cells),
    );
    return { label };
  }),

  setCheck: on.setCheck.handler(({ input, context, errors }) => {
    const { database, reference, now, today } = context;
    const { trust: code, checklist, line, aboutNoPatient, ...cells } = input;
    const trust = requireTrust(database, code);
    const list = reference.supervision.checklists.find(({ key }) => key === checklist);
    if (!list?.lines.some(({ key }) => key === line)) throw errors.NOT_THERE();
    const before = checksOf(database, trust.id).get(`${checklist} ${line}`) ?? { state: null, evidence: null };
    const state = cells.state === undefined ? before.state : cells.state;
    const evidence = cells.evidence === undefined ? before.evidence : cells.evidence;
    if (state === before.state && evidence === before.evidence) return { label: null };
    refusePatients(context, trust.id, { evidence }, aboutNoPatient);
    const what = state !== before.state ? (state === null ? 'open again' : stateWords[state]) : 'evidence';
    const label = `${list.name}, a line: ${what}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      putCheck(database, trust.id, { checklist, line }, { state, evidence, checkedOn: today() }),
    );
    return { label };
  }),

  setLocum: on.setLocum.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const { trust: code, id, aboutNoPatient, ...cells } = input;
    const trust = requireTrust(database, code);
    const before = locumsOf(database, trust.id).find((one) => one.id === id);
    if (id !== undefined && before === undefined) throw errors.NOT_THERE();
    const locum = { ...(before ?? blankLocum), ...given(cells) };
    if (!has(reference.supervision.routes, locum.route) || !has(reference.supervision.levels, locum.level))
      throw errors.NO_SUCH_CHOICE();
    if (locum.last < locum.first)
      throw errors.NOT_THAT_DAY({
        message: 'The last day is before the first. Correct one of the two. Nothing was changed.',
      });
    const { doctor, agency, namedConsultant, note } = locum;
    refusePatients(context, trust.id, { doctor, agency, namedConsultant, note }, aboutNoPatient);
    const label = `Locum ${doctor} from ${dateInWords(locum.first)}`;
    const { id: _id, ...stored } = { id: 0, ...locum };
    const made = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      putLocum(database, trust.id, id, stored),
    );
    return { label, id: made };
  }),

  removeLocum: on.removeLocum.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const locum = locumsOf(database, trust.id).find(({ id }) => id === input.id);
    if (locum === undefined) throw errors.NOT_THERE();
    const label = `Remove the locum ${locum.doctor} from ${dateInWords(locum.first)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteLocum(database, locum.id));
    return { label };
  }),

  setConsultantEvent: on.setConsultantEvent.handler(({ input, context, errors }) => {
    const { database, reference, now, today } = context;
    const { trust: code, id, aboutNoPatient, ...cells } = input;
    const trust = requireTrust(database, code);
    const before = eventsOf(database, trust.id).find((one) => one.id === id);
    if (id !== undefined && before === undefined) throw errors.NOT_THERE();
    const situation = reference.supervision.situations.find(({ key }) => key === cells.situation);
    if (situation === undefined) throw errors.NO_SUCH_CHOICE();
    if (cells.date > today())
      throw errors.NOT_THAT_DAY({ message: 'The day is still to come. Correct it. Nothing was changed.' });
    const event = { ...(before ?? blankEvent), ...given(cells) };
    refusePatients(context, trust.id, { reason: event.reason, action: event.action }, aboutNoPatient);
    const came = event.attended ? 'attended' : 'did not attend';
    const label = `Consultant ${came}, ${dateInWords(event.date)}: ${situation.name}`;
    const { id: _id, ...stored } = { id: 0, ...event };
    const made = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      putEvent(database, trust.id, id, stored),
    );
    return { label, id: made };
  }),

  removeConsultantEvent: on.removeConsultantEvent.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const event = eventsOf(database, trust.id).find(({ id }) => id === input.id);
    if (event === undefined) throw errors.NOT_THERE();
    const label = `Remove the event of ${dateInWords(event.date)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteEvent(database, event.id));
    return { label };
  }),

  setDisturbedOnCall: on.setDisturbedOnCall.handler(({ input, context, errors }) => {
    const { database, now, today } = context;
    const { trust: code, id, aboutNoPatient, ...cells } = input;
    const trust = requireTrust(database, code);
    const before = onCallOf(database, trust.id).find((one) => one.id === id);
    if (id !== undefined && before === undefined) throw errors.NOT_THERE();
    const night = { ...(before ?? blankOnCall), ...given(cells) };
    if (night.date > today())
      throw errors.NOT_THAT_DAY({ message: 'The night is still to come. Correct the day. Nothing was changed.' });
    if (night.givenOn !== null && night.givenOn < night.date)
      throw errors.NOT_THAT_DAY({
        message: 'The rest would have been given before the night. Correct one of the two days. Nothing was changed.',
      });
    refusePatients(context, trust.id, { who: night.who, note: night.note }, aboutNoPatient);
    const label = `Disturbed night on call of ${dateInWords(night.date)}`;
    const { id: _id, ...stored } = { id: 0, ...night };
    const made = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      putOnCall(database, trust.id, id, stored),
    );
    return { label, id: made };
  }),

  removeDisturbedOnCall: on.removeDisturbedOnCall.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const night = onCallOf(database, trust.id).find(({ id }) => id === input.id);
    if (night === undefined) throw errors.NOT_THERE();
    const label = `Remove the disturbed night of ${dateInWords(night.date)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteOnCall(database, night.id));
    return { label };
  }),
};
