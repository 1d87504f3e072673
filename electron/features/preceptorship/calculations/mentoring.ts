import type { Appointee, Mentoring, MentoringCells, MentoringStep, Mentors } from '#contract';
import type { MentorRules } from '../../../contract/support-rules.ts';
import { addDays, addMonths, type DatePeriod, daysBetween } from '../../../core/dates.ts';

/** What a person entered of one step. */
export interface EnteredStep {
  readonly step: string;
  readonly held: string | null;
  readonly movedTo: string | null;
  readonly reason: string | null;
  readonly outcome: string | null;
}

export type EnteredMentoring = MentoringCells & { readonly id: number };

/** The steps that the rules ask for, with their days counted from the appointment. */
export function plannedSteps(appointed: string, rules: MentorRules): { step: string; name: string; planned: string }[] {
  const { mentorWithinDays, firstMeetingWithinDays, reviewMonths } = rules;
  return [
    { step: 'mentor', name: 'Mentor named', planned: addDays(appointed, mentorWithinDays) },
    { step: 'first', name: 'First meeting', planned: addDays(appointed, firstMeetingWithinDays) },
    ...reviewMonths.map((months) => ({
      step: `${months}m`,
      name: `Review at ${months} month${months === 1 ? '' : 's'}`,
      planned: addMonths(appointed, months),
    })),
  ];
}

/** How a mentoring stands on a day: each step with its day and status. What is dated later has not happened yet. */
export function mentoringOn(
  cells: EnteredMentoring,
  entered: readonly EnteredStep[],
  rules: MentorRules,
  today: string,
): Mentoring {
  const steps = plannedSteps(cells.appointed, rules).map((planned): MentoringStep => {
    const found = entered.find(({ step }) => step === planned.step);
    const named = cells.mentor === null ? null : cells.mentorNamedOn;
    const held = planned.step === 'mentor' ? named : (found?.held ?? null);
    const step = {
      ...planned,
      movedTo: found?.movedTo ?? null,
      due: found?.movedTo ?? planned.planned,
      held: held !== null && held <= today ? held : null,
      reason: found?.reason ?? null,
      outcome: found?.outcome ?? null,
    };
    return { ...step, status: statusOf(step, cells, rules, today), daysLate: daysBetween(step.due, today) };
  });
  const open = steps.filter(({ status }) => isOpen(status));
  const next = open.reduce<MentoringStep | null>(
    (first, step) => (first === null || step.due < first.due ? step : first),
    null,
  );
  return { ...cells, steps, next, inTime: namedInTime(cells, rules, today) };
}

const isOpen = (status: MentoringStep['status']) =>
  status === 'overdue' || status === 'due_soon' || status === 'upcoming';

type Judged = Pick<MentoringStep, 'due' | 'held' | 'movedTo' | 'reason'>;

function statusOf(
  { due, held, movedTo, reason }: Judged,
  { ended }: MentoringCells,
  { dueSoonDays }: MentorRules,
  today: string,
): MentoringStep['status'] {
  if (held !== null) return held <= due ? 'done' : 'done_late';
  if (reason !== null && movedTo === null) return 'not_applicable';
  if (ended !== null && ended <= today) return 'closed';
  const days = daysBetween(today, due);
  if (days < 0) return 'overdue';
  return days <= dueSoonDays ? 'due_soon' : 'upcoming';
}

/** By the days that the rules set, whatever day the step was moved to; null while they are not over. */
function namedInTime(
  { appointed, mentor, mentorNamedOn }: MentoringCells,
  { mentorWithinDays }: MentorRules,
  today: string,
): boolean | null {
  const last = addDays(appointed, mentorWithinDays);
  if (mentor !== null && mentorNamedOn !== null && mentorNamedOn <= today) return mentorNamedOn <= last;
  return today > last ? false : null;
}

/** The share with a mentor in time among those appointed in a period, and what is due among all. */
export function mentorFigures(
  mentorings: readonly Mentoring[],
  { first, last }: DatePeriod,
): Pick<Mentors, 'share' | 'waiting' | 'overdue' | 'dueSoon'> {
  const appointed = mentorings.filter(({ appointed: day }) => day >= first && day <= last);
  const told = appointed.filter(({ inTime }) => inTime !== null);
  const withStep = (wanted: MentoringStep['status']) =>
    mentorings.filter(({ steps }) => steps.some(({ status }) => status === wanted)).length;
  return {
    share: { numerator: told.filter(({ inTime }) => inTime).length, denominator: told.length },
    waiting: appointed.length - told.length,
    overdue: withStep('overdue'),
    dueSoon: withStep('due_soon'),
  };
}

/** An assignment in post, of a midwife, on one staff list. */
export interface SeniorPost {
  readonly person: string;
  readonly name: string | null;
  readonly band: string | null;
  readonly position: string | null;
  readonly unit: string | null;
  /** When the assignment started. */
  readonly start: string;
}

/**
 * Who came into a senior band lately, by two staff lists: somebody whose band was another one on the earlier list, or who
 * was not on it and started within the months of the rules. Of a rise in band only the list tells when, so the newer
 * list's day stands for it.
 */
export function newAppointees(
  newest: { readonly census: string; readonly posts: readonly SeniorPost[] },
  earlier: { readonly census: string; readonly posts: readonly SeniorPost[] } | null,
  rules: MentorRules,
  /** Employee numbers with the bands of appointments that are entered. */
  known: ReadonlySet<string>,
): Appointee[] {
  const since = addMonths(newest.census, -rules.newForMonths);
  const before = new Map(earlier?.posts.map((post) => [post.person, post]));
  return newest.posts.flatMap((post): Appointee[] => {
    const { person, band, start } = post;
    if (band === null || !rules.bands.includes(band) || known.has(`${person} ${band}`)) return [];
    const was = before.get(person);
    const rose = was !== undefined && was.band !== null && was.band !== band && bandOrder(was.band) < bandOrder(band);
    if (!rose && !(was === undefined && start >= since)) return [];
    const appointed = rose && start < (earlier?.census ?? '') ? newest.census : start;
    return [
      { person, name: post.name, band, post: post.position, unit: post.unit, appointed, bandBefore: was?.band ?? null },
    ];
  });
}

/** '7' before '8a' before '8b' before '9'. */
const bandOrder = (band: string) => Number.parseInt(band, 10) * 10 + (band.charCodeAt(1) || 96) - 96;
