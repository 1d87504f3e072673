import type { ExportedFile, Mentoring } from '#contract';
import { addDays, dateInWords, partsOf } from '../../core/dates.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { preceptorOn, unitOn } from './calculations/living.ts';
import { mentorStepName } from './calculations/mentors-due.ts';
import type { Preceptee } from './worked-out.ts';
import { mentoringKey } from './mentors-due.ts';
import { nameOf } from './preceptee-shown.ts';

interface Asked {
  readonly trust: TrustRow;
  readonly today: string;
  readonly asked: { readonly key?: string | undefined; readonly cohort?: string | undefined };
}

/** Whose things go into the calendar. */
interface Whose {
  readonly preceptees: readonly Preceptee[];
  readonly mentorings: readonly Mentoring[];
}

/** An all-day entry. */
interface Entry {
  readonly uid: string;
  readonly day: string;
  readonly title: string;
  readonly description: string;
}

/** What is due and what comes up, as a calendar file (RFC 5545) of all-day entries; undefined where there is nothing. */
export async function calendarOf(
  { preceptees, mentorings }: Whose,
  { trust, today, asked }: Asked,
): Promise<ExportedFile | undefined> {
  const entries = [
    ...preceptees.flatMap((one) => entriesOf(one, today)),
    ...mentorings.flatMap((one) => mentorEntries(one, today)),
  ];
  if (entries.length === 0) return undefined;
  const { createEvents } = await import('ics');
  const day = (date: string): [number, number, number] => {
    const parts = partsOf(date);
    return [parts.year, parts.month, parts.day];
  };
  const { error, value } = createEvents(
    entries.map((entry) => ({
      uid: entry.uid,
      title: entry.title,
      description: entry.description,
      start: day(entry.day),
      end: day(addDays(entry.day, 1)),
      busyStatus: 'FREE' as const,
      transp: 'TRANSPARENT' as const,
    })),
    { productId: 'maternity-workforce-planner', calName: `Preceptorship, ${trust.name}`, method: 'PUBLISH' },
  );
  if (error || !value) throw error ?? new Error('The calendar file is empty');
  const [only] = [...preceptees.map(nameOf), ...mentorings.map(({ name }) => name)];
  const whose = asked.key !== undefined && only ? only : (asked.cohort ?? trust.name);
  const fileName = `Preceptorship ${whose} ${today}`.replace(/[^\p{L}\p{N} .-]+/gu, ' ').replace(/ +/g, ' ');
  return { fileName: `${fileName.trim()}.ics`, contents: Buffer.from(value, 'utf8').toString('base64') };
}

/** What is overdue stands on today; what comes up later, on its own day. */
function entryOf(key: string, name: string, where: readonly (string | null)[], today: string) {
  return (step: string, what: string, day: string): Entry => ({
    uid: `${encodeURIComponent(key)}-${encodeURIComponent(step)}@maternity-workforce-planner`,
    day: day < today ? today : day,
    title: `${what}: ${name}`,
    description: [...where, day < today ? `overdue since ${dateInWords(day)}` : null].filter(Boolean).join(', '),
  });
}

function entriesOf(preceptee: Preceptee, today: string): Entry[] {
  const { key, cells, hand, due, standing, programme } = preceptee;
  const [preceptor, unit] = [preceptorOn(cells, hand.events, today), unitOn(cells, hand.events, today)];
  const where = [programme.name, unit, preceptor === null ? 'no preceptor named' : `preceptor ${preceptor}`];
  const entry = entryOf(key, nameOf(preceptee), where, today);
  const pressing = due
    .filter(({ when }) => when !== 'possible')
    .map(({ step, what, due: day, movedTo }) => entry(step, what, movedTo ?? day));
  const known = new Set(due.map(({ step }) => step));
  const coming = [...standing.meetings, ...standing.steps].flatMap(
    ({ key: step, name: what, due: day, movedTo, status }) =>
      status === 'upcoming' && day !== null && !known.has(step) ? [entry(step, what, movedTo ?? day)] : [],
  );
  return [...pressing, ...coming];
}

function mentorEntries(mentoring: Mentoring, today: string): Entry[] {
  const { name, band, unit, mentor, steps } = mentoring;
  const where = [`new in Band ${band}`, unit, mentor === null ? 'no mentor named' : `mentor ${mentor}`];
  const entry = entryOf(mentoringKey(mentoring), name, where, today);
  const open = steps.filter(({ status }) => status === 'overdue' || status === 'due_soon' || status === 'upcoming');
  return open.map((step) => entry(step.step, mentorStepName(step), step.due));
}
