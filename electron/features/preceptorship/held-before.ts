import type { HeldBefore, PassedStep, PrecepteeCells } from '#contract';
import type { PreceptorshipProgramme } from '../../contract/preceptorship-rules.ts';
import type { MentorRules } from '../../contract/support-rules.ts';
import type { Context } from '../../context.ts';
import type { Database } from '../../database/database.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { namesHerself, wrong, type Wrong } from './calculations/event-rules.ts';
import { courseOf, nothingByHand } from './calculations/living.ts';
import { plannedSteps } from './calculations/mentoring.ts';
import { standingOf } from './calculations/standing.ts';
import { putAnswer, putEvent, putMeeting, type Whose } from './living-changes.ts';
import { blankCells } from './living-service.ts';
import { putMentoringStep } from './mentor-repository.ts';
import { programmesOf, usualProgramme } from './programmes.ts';

/** Why a step of before is off the list where nobody knows whether it was held. */
const NOT_KNOWN = 'Not known: before the entry here';

/** The steps of a programme whose day has gone by for somebody with these dates, the earliest first. */
function passedSteps(
  programme: PreceptorshipProgramme,
  dates: Pick<PrecepteeCells, 'start' | 'registered'>,
  today: string,
): PassedStep[] {
  const course = courseOf({ ...blankCells, ...dates }, nothingByHand, {}, null);
  const { preceptor, meetings, steps } = standingOf(course, programme, today);
  const all = [{ key: 'preceptor', name: 'Preceptor named', ...preceptor }, ...meetings, ...steps];
  return all
    .flatMap(({ key, name, due, status }) => (due !== null && status === 'overdue' ? [{ step: key, name, due }] : []))
    .sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
}

/** What has gone by in the programme, or in the usual one; undefined where there is no such programme. */
export function passedOf(
  { database, reference, today }: Context,
  trust: TrustRow,
  { programme, ...dates }: { programme: string | null; start: string; registered: string | null },
) {
  const programmes = programmesOf(reference);
  if (programme !== null && !programmes.has(programme)) return undefined;
  return passedSteps(programmes.find(programme ?? usualProgramme(database, trust.id), dates.start), dates, today());
}

/** The steps of an appointment whose day has gone by; the mentor is named with the appointment itself. */
export const passedMentoringSteps = (appointed: string, rules: MentorRules, today: string): PassedStep[] =>
  plannedSteps(appointed, rules)
    .filter(({ step, planned }) => step !== 'mentor' && planned < today)
    .map(({ step, name, planned }) => ({ step, name, due: planned }));

/** Whether each is one of those that have gone by, and told once. */
export const areOf = (before: readonly HeldBefore[], passed: readonly PassedStep[]): boolean =>
  new Set(before.map(({ step }) => step)).size === before.length &&
  before.every(({ step }) => passed.some((one) => one.step === step));

/** What is wrong with what was held before, and in which field; undefined where nothing is. */
export function wrongBefore(
  before: readonly HeldBefore[],
  { name, preceptor, today }: { readonly name: string; readonly preceptor: string | null; readonly today: string },
): Wrong | undefined {
  if (preceptor !== null && !before.some(({ step, held }) => step === 'preceptor' && held !== null))
    return wrong(
      'preceptor',
      'Enter the day on which the preceptor was named too; or leave the name out and record it with the preceptee.',
    );
  for (const { step, held } of before) {
    if (held === null) continue;
    if (held > today) return wrong(`day-${step}`, 'That day is still to come. Enter the day on which it was held.');
    if (step !== 'preceptor') continue;
    if (preceptor === null) return wrong('preceptor', 'Enter who the preceptor is, or say that it is not known.');
    const herself = namesHerself({ kind: 'preceptor', from: held, preceptor, reason: null, note: null }, name);
    if (herself) return herself;
  }
  return undefined;
}

/** Stores what was held before of a preceptee. To be called in the change that enters them. */
export function putHeldBefore(
  database: Database,
  whose: Whose,
  before: readonly HeldBefore[],
  { preceptor, today }: { readonly preceptor: string | null; readonly today: string },
): void {
  for (const { step, held } of before)
    if (held === null) putAnswer(database, whose, step, { movedTo: null, reason: NOT_KNOWN, on: today });
    else if (step === 'preceptor') {
      if (preceptor !== null)
        putEvent(database, whose, undefined, { kind: 'preceptor', from: held, preceptor, reason: null, note: null });
    } else {
      const nothing = { planned: null, who: null, outcome: null, agreedActions: null, next: null };
      putMeeting(database, whose, { ...nothing, step, held });
    }
}

/** Stores what was held before of a mentoring. To be called in the change that enters it. */
export function putMentoringBefore(database: Database, id: number, before: readonly HeldBefore[]): void {
  for (const { step, held } of before)
    putMentoringStep(database, id, {
      step,
      held,
      movedTo: null,
      reason: held === null ? NOT_KNOWN : null,
      outcome: null,
    });
}
