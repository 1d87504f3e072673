import type { PrecepteeCells, PrecepteeField } from '#contract';
import type { Context } from '../../context.ts';
import { implementation } from '../../context.ts';
import { dateInWords, isDate } from '../../core/dates.ts';
import { formatWte } from '../../core/wte.ts';
import { recordChange } from '../../database/history.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { requireTrust } from '../organisation/trust.ts';
import { wrong, type Wrong, wrongReturn } from './calculations/event-rules.ts';
import { cellAsText, pausesOf } from './calculations/living.ts';
import { isSameName } from './calculations/same-name.ts';
import { calendarOf } from './calendar.ts';
import { eightDigits } from './employee-number.ts';
import { refusePatients } from './free-text.ts';
import { areOf, passedOf, putHeldBefore, wrongBefore } from './held-before.ts';
import {
  deleteOwn,
  deleteRecords,
  dropEdits,
  hasRecords,
  insertOwn,
  moveAnswers,
  ownFields,
  ownId,
  putEdit,
  updateOwn,
} from './living-changes.ts';
import type { OwnPreceptee } from './living-repository.ts';
import { communityUnits, livingPreceptees } from './living-service.ts';
import { dueItems } from './due-service.ts';
import { besideMonths } from './beside-service.ts';
import { mentorCohort, mentoringKey } from './mentors-due.ts';
import { mentoringsToday } from './mentor-service.ts';
import { boardRowOf, cohortOf, nameOf } from './preceptee-shown.ts';
import { pageOf } from './preceptee-page.ts';
import { programmesOf, programmesShown, putUsualProgramme, usualProgramme } from './programmes.ts';
import { logDays } from './repository.ts';

const on = implementation.preceptorship;

/** The preceptee of that key; undefined where there is none. */
export function findPreceptee(context: Context, code: string, key: string) {
  const trust = requireTrust(context.database, code);
  const preceptee = livingPreceptees(context, trust).preceptees.find((one) => one.key === key);
  return { trust, preceptee, whose: { trustId: trust.id, precepteeKey: key } };
}

/**
 * In words why an employee number cannot be that of an entry by hand: somebody else has it in a programme that is not over.
 * A row of a log with the same name, of which nothing was recorded, becomes one with the entry. Undefined where it can.
 */
function takenNumber(
  context: Context,
  trust: TrustRow,
  { person, name, key }: { readonly person: string | null; readonly name: string; readonly key: string | null },
): string | undefined {
  const other = livingPreceptees(context, trust).preceptees.find(
    (one) => person !== null && one.person === person && one.key !== key && !one.isOver,
  );
  if (!other) return undefined;
  const who = nameOf(other);
  const open = 'Open that record, or record there how the programme ended. Nothing was changed.';
  if (other.own) return `${who} was entered with that employee number already. ${open}`;
  if (hasRecords(context.database, { trustId: trust.id, precepteeKey: other.key }))
    return `${who} is on the log with that employee number, with entries by hand. ${open}`;
  return other.cells.name === null || isSameName(who, name)
    ? undefined
    : `The log has that employee number for ${who}. Correct the number, or write the name as the log has it. Nothing was changed.`;
}

export const noProgramme = (key: string) =>
  `“${key}” is no programme that there is. Choose one from the list. Nothing was changed.`;

/** What is wrong with the cells, and in which; undefined where nothing is. */
function wrongCells(cells: Partial<PrecepteeCells> & { start: string }): Wrong<PrecepteeField> | undefined {
  const { start, pauseStart = null, pauseEnd = null, extendedTo = null, signedOff = null } = cells;
  if (pauseEnd !== null && pauseStart === null)
    return wrong('pauseStart', 'The pause has an end and no start. Enter the first day away.');
  const isBack = pauseStart === null ? undefined : wrongReturn('pauseEnd', pauseStart, pauseEnd);
  if (isBack) return isBack;
  for (const [field, what, day] of [
    ['extendedTo', 'extension', extendedTo],
    ['signedOff', 'sign-off', signedOff],
    ['pauseStart', 'pause', pauseStart],
  ] as const)
    if (day !== null && day < start)
      return wrong(field, `The ${what} is before the start on ${dateInWords(start)}. Correct one of the two.`);
  return undefined;
}

const fieldNames: Record<PrecepteeField, string> = {
  name: 'name',
  programme: 'programme',
  cohort: 'cohort',
  unit: 'unit',
  start: 'start',
  registered: 'registration',
  wte: 'WTE',
  preceptor: 'preceptor',
  preceptorNamedOn: 'preceptor named',
  pauseStart: 'pause from',
  pauseEnd: 'back on',
  pauseReason: 'reason of the pause',
  extendedTo: 'extended to',
  extensionReason: 'reason of the extension',
  signedOff: 'signed off',
  notes: 'notes',
};

function inWords(field: PrecepteeField, value: string | number | null): string {
  if (value === null) return 'none';
  if (field === 'wte') return formatWte(Number(value));
  const text = String(value);
  return isDate(text) ? dateInWords(text) : text.length > 40 ? `${text.slice(0, 37)}…` : text;
}

type Change = [PrecepteeField, string | number | null];

export const precepteeHandlers = {
  board: on.board.handler(({ input, context }) => {
    const { database, reference, today } = context;
    const trust = requireTrust(database, input.trust);
    const { preceptees, withoutLog } = livingPreceptees(context, trust);
    const asked = preceptees.filter(({ isOver }) => input.part === undefined || isOver === (input.part === 'ended'));
    const isCommunity = communityUnits(database, trust);
    return {
      on: today(),
      logDay: logDays(database, trust.id).pop() ?? null,
      usual: usualProgramme(database, trust.id),
      programmes: programmesShown(reference),
      rows: asked.map((one) => boardRowOf(one, today(), isCommunity)),
      people: preceptees.length,
      own: preceptees.filter(({ own }) => own).length,
      withoutLog: [...withoutLog],
    };
  }),

  due: on.due.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    const { preceptees } = livingPreceptees(context, trust);
    const mentorings = mentoringsToday(context, trust);
    const items = dueItems(context, trust);
    const count = (when: (typeof items)[number]['when']) => items.filter((item) => item.when === when).length;
    return {
      on: context.today(),
      items,
      counts: {
        overdue: count('overdue'),
        today: count('today'),
        week: count('week'),
        month: count('month'),
        possible: count('possible'),
      },
      people: preceptees.length,
      mentorings: mentorings.length,
      cohorts: [...new Set([...preceptees.map(cohortOf), ...(mentorings.length > 0 ? [mentorCohort] : [])])],
      packs: [
        ...new Set([
          ...preceptees.map(({ programme }) => programme.id),
          ...(mentorings.length > 0 ? [context.reference.mentors.id] : []),
        ]),
      ],
    };
  }),

  preceptee: on.preceptee.handler(({ input, context, errors }) => {
    const { trust, preceptee } = findPreceptee(context, input.trust, input.key);
    if (!preceptee) throw errors.NOT_THERE();
    return pageOf(context, trust, preceptee);
  }),

  beside: on.beside.handler(({ input, context }) => besideMonths(context, requireTrust(context.database, input.trust))),

  calendar: on.calendar.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const isAsked = (key: string, cohort: string) =>
      (input.key === undefined || key === input.key) && (input.cohort === undefined || cohort === input.cohort);
    const whose = {
      preceptees: livingPreceptees(context, trust).preceptees.filter((one) => isAsked(one.key, cohortOf(one))),
      mentorings: mentoringsToday(context, trust).filter((one) => isAsked(mentoringKey(one), mentorCohort)),
    };
    if (input.key !== undefined && whose.preceptees.length + whose.mentorings.length === 0) throw errors.NOT_THERE();
    const file = calendarOf(whose, { trust, today: context.today(), now: context.now(), asked: input });
    if (!file) throw errors.NOTHING_DUE();
    return file;
  }),

  addPreceptee: on.addPreceptee.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const { trust: code, aboutNoPatient, person, name, start, before, preceptor, ...rest } = input;
    const trust = requireTrust(database, code);
    const { programme = null, registered = null } = rest;
    const today = context.today();
    const passed = passedOf(context, trust, { programme, start, registered });
    if (!passed) throw errors.NO_SUCH_CHOICE({ message: noProgramme(programme ?? '') });
    if (!areOf(before, passed)) throw errors.NO_SUCH_CHOICE();
    const amiss = wrongBefore(before, { name, preceptor, today });
    if (amiss) throw errors.NOT_ALLOWED({ message: amiss.message, data: { field: amiss.field } });
    const { cohort, unit, notes } = rest;
    refusePatients(context, trust.id, { name, cohort, unit, notes, preceptor }, aboutNoPatient);
    const number = eightDigits(person);
    const taken = takenNumber(context, trust, { person: number, name, key: null });
    if (taken) throw errors.NOT_ALLOWED({ message: taken, data: { field: 'person' } });
    const none = { programme: null, cohort: null, unit: null, registered: null, wte: null, notes: null };
    const label = `New preceptee ${name}`;
    const key = recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      const own = `own:${insertOwn(database, trust.id, { ...none, ...rest, name, start, person: number })}`;
      putHeldBefore(database, { trustId: trust.id, precepteeKey: own }, before, { preceptor, today });
      return own;
    });
    return { label, key };
  }),

  changePreceptee: on.changePreceptee.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const { trust: code, key, aboutNoPatient, person, ...given } = input;
    const { trust, preceptee, whose } = findPreceptee(context, code, key);
    if (!preceptee) throw errors.NOT_THERE();
    const { cells } = preceptee;
    const id = ownId(key);
    const number = person === undefined || id === undefined ? preceptee.person : eightDigits(person);
    const isNumbered = number !== preceptee.person;
    const named = { person: number, name: given.name ?? nameOf(preceptee), key };
    const taken = isNumbered ? takenNumber(context, trust, named) : undefined;
    if (taken) throw errors.NOT_ALLOWED({ message: taken, data: { field: 'person' } });
    if (given.programme != null && !programmesOf(reference).has(given.programme))
      throw errors.NO_SUCH_CHOICE({ message: noProgramme(given.programme) });
    const { name, cohort, unit, preceptor, notes, pauseReason, extensionReason } = given;
    const texts = { name, cohort, unit, preceptor, notes, pauseReason, extensionReason };
    refusePatients(context, trust.id, texts, aboutNoPatient);
    const changes = (Object.entries(given) as [PrecepteeField, string | number | null | undefined][]).flatMap(
      ([field, value]): Change[] => (value === undefined || cells[field] === value ? [] : [[field, value]]),
    );
    if (changes.length === 0 && !isNumbered) return { label: null };
    const after = { ...cells, ...(Object.fromEntries(changes) as Partial<PrecepteeCells>) };
    // Whom a log has is known by the number, too; of an entry by hand the name is all.
    const nameless = id !== undefined && after.name === null ? wrong('name', 'Enter the name.') : undefined;
    const amiss = nameless ?? wrongCells(after);
    if (amiss) throw errors.NOT_ALLOWED({ message: amiss.message, data: { field: amiss.field } });
    const all = changes.map(([field, value]) => `${fieldNames[field]} ${inWords(field, value)}`);
    if (isNumbered) all.unshift(`employee number ${number ?? 'none'}`);
    const label = `${nameOf(preceptee)}: ${all.slice(0, 3).join(', ')}${all.length > 3 ? ' and more' : ''}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      if (isNumbered && id !== undefined) updateOwn(database, id, { person: number });
      for (const [field, value] of changes) {
        const file = preceptee.file === null ? undefined : cellAsText(preceptee.file.cells[field]);
        if (id !== undefined && ownFields.has(field))
          updateOwn(database, id, { [field]: value } as Partial<OwnPreceptee>);
        else if (cellAsText(value) === (file ?? null)) dropEdits(database, whose, field);
        else putEdit(database, whose, field, cellAsText(value));
      }
      moveAnswers(database, whose, preceptee.course, pausesOf(after, preceptee.hand.events));
    });
    return { label };
  }),

  resetPreceptee: on.resetPreceptee.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const { trust, preceptee, whose } = findPreceptee(context, input.trust, input.key);
    if (!preceptee || preceptee.file === null) throw errors.NOT_THERE();
    if (preceptee.edited.length === 0) return { label: null };
    const label = `${nameOf(preceptee)} as in the log`;
    const { field } = input;
    const { cells, file, course, hand } = preceptee;
    const after = field === undefined ? file.cells : { ...cells, [field]: file.cells[field] };
    recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      dropEdits(database, whose, field);
      moveAnswers(database, whose, course, pausesOf(after, hand.events));
    });
    return { label };
  }),

  removePreceptee: on.removePreceptee.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const { trust, preceptee, whose } = findPreceptee(context, input.trust, input.key);
    if (!preceptee) throw errors.NOT_THERE();
    const id = ownId(input.key);
    if (id === undefined) throw errors.FROM_A_FILE();
    const label = `Remove preceptee ${nameOf(preceptee)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      deleteRecords(database, whose);
      deleteOwn(database, id);
    });
    return { label };
  }),

  setUsualProgramme: on.setUsualProgramme.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const trust = requireTrust(database, input.trust);
    const programme = reference.programmes.find((one) => one.programme === input.programme);
    if (!programme) throw errors.NO_SUCH_CHOICE({ message: noProgramme(input.programme) });
    if (usualProgramme(database, trust.id) === input.programme) return { label: null };
    const label = `Usual programme of preceptorship: ${programme.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      putUsualProgramme(database, trust.id, input.programme),
    );
    return { label };
  }),
};
