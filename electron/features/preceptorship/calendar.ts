import type { ExportedFile, Mentoring } from '#contract';
import { addDays, dateInWords } from '../../core/dates.ts';
import { type CalendarEntry, calendarFile } from '../../exports/calendar-file.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { preceptorOn, unitOn } from './calculations/living.ts';
import { mentorStepName } from './calculations/mentors-due.ts';
import type { Preceptee } from './worked-out.ts';
import { mentoringKey } from './mentors-due.ts';
import { nameOf } from './preceptee-shown.ts';

interface Asked {
  readonly trust: TrustRow;
  readonly today: string;
  readonly now: string;
  readonly asked: { readonly key?: string | undefined; readonly cohort?: string | undefined };
}

/** Whose things go into the calendar. */
interface Whose {
  readonly preceptees: readonly Preceptee[];
  readonly mentorings: readonly Mentoring[];
}

/** What is due, what comes up and what is planned, as a calendar file; undefined where there is nothing. */
export function calendarOf(
  { preceptees, mentorings }: Whose,
  { trust, today, now, asked }: Asked,
): ExportedFile | undefined {
  const entries = [
    ...preceptees.flatMap((one) => entriesOf(one, trust.code, today)),
    ...mentorings.flatMap((one) => mentorEntries(one, trust.code, today)),
  ];
  if (entries.length === 0) return undefined;
  const file = calendarFile(`Preceptorship, ${trust.name}`, entries, now);
  const [only] = [...preceptees.map(nameOf), ...mentorings.map(({ name }) => name)];
  const whose = asked.key !== undefined && only ? only : (asked.cohort ?? trust.name);
  const fileName = `Preceptorship ${whose} ${today}`.replace(/[^\p{L}\p{N} .-]+/gu, ' ').replace(/ +/g, ' ');
  return { fileName: `${fileName.trim()}.ics`, contents: Buffer.from(file, 'utf8').toString('base64') };
}

interface Wanted {
  readonly step: string;
  readonly what: string;
  readonly due: string;
  /** The day for which it is planned, which is the day to keep free. */
  readonly planned?: string | null | undefined;
}

/** What is planned stands on that day, what is overdue on today, everything else on the day on which it is due. */
function entryOf(trust: string, key: string, name: string, where: readonly (string | null)[], today: string) {
  return ({ step, what, due, planned }: Wanted): CalendarEntry => {
    const isPlanned = planned != null && planned >= today;
    const day = isPlanned ? planned : due < today ? today : due;
    const said = [
      isPlanned ? `planned; due ${dateInWords(due)}` : null,
      due < today ? `overdue since ${dateInWords(due)}` : null,
    ];
    return {
      uid: `${[trust, key, step].map(encodeURIComponent).join('-')}@maternity-workforce-planner`,
      day,
      until: addDays(day, 1),
      title: `${what}: ${name}`,
      description: [...where, ...said].filter(Boolean).join(', '),
    };
  };
}

function entriesOf(preceptee: Preceptee, trust: string, today: string): CalendarEntry[] {
  const { key, cells, hand, course, due, standing, programme, isOver } = preceptee;
  if (isOver) return [];
  const [preceptor, unit] = [preceptorOn(cells, hand.events, today), unitOn(cells, hand.events, today)];
  const where = [programme.name, unit, preceptor === null ? 'no preceptor named' : `preceptor ${preceptor}`];
  const entry = entryOf(trust, key, nameOf(preceptee), where, today);
  const pressing = due
    .filter(({ when }) => when !== 'possible')
    .map(({ step, what, due: day, movedTo, planned }) => entry({ step, what, due: movedTo ?? day, planned }));
  const known = new Set(due.map(({ step }) => step));
  const coming = [...standing.meetings, ...standing.steps].flatMap(
    ({ key: step, name: what, due: day, movedTo, status }) =>
      status === 'upcoming' && day !== null && !known.has(step)
        ? [entry({ step, what, due: movedTo ?? day, planned: course.planned[step] })]
        : [],
  );
  return [...pressing, ...coming, ...agreedEntries(preceptee, entry, today)];
}

/** Meetings beside the programme that are planned, and the next ones that were agreed at another, from today on. */
function agreedEntries(
  { hand: { meetings } }: Preceptee,
  entry: ReturnType<typeof entryOf>,
  today: string,
): CalendarEntry[] {
  const days = new Set(meetings.flatMap(({ planned, held }) => planned ?? held ?? []));
  return meetings.flatMap(({ id, step, planned, held, next }) => [
    ...(step === null && held === null && planned !== null && planned >= today
      ? [entry({ step: `meeting ${id}`, what: 'Meeting', due: planned })]
      : []),
    ...(next !== null && next >= today && !days.has(next)
      ? [entry({ step: `next ${id}`, what: 'Next meeting', due: next })]
      : []),
  ]);
}

function mentorEntries(mentoring: Mentoring, trust: string, today: string): CalendarEntry[] {
  const { name, band, unit, mentor, steps } = mentoring;
  const where = [`new in Band ${band}`, unit, mentor === null ? 'no mentor named' : `mentor ${mentor}`];
  const entry = entryOf(trust, mentoringKey(mentoring), name, where, today);
  const open = steps.filter(({ status }) => status === 'overdue' || status === 'due_soon' || status === 'upcoming');
  return open.map((step) => entry({ step: step.step, what: mentorStepName(step), due: step.due }));
}
