import type { Context } from '../../../context.ts';
import type { DatePeriod } from '../../../core/dates.ts';
import type { TrustRow } from '../../organisation/repository.ts';
import type { Standing } from '../../preceptorship/calculations/standing.ts';
import { livingPreceptees } from '../../preceptorship/living-service.ts';
import { answerMentors } from '../../preceptorship/mentor-service.ts';
import { requestsOf } from '../../retention/flexible-working-repository.ts';
import { tallyOf } from '../../retention/calculations/flexible-working.ts';
import { planShown } from '../../retention/plan-shown.ts';
import { twelveMonthsTo } from '../../staff/service.ts';
import { type MeasuredSource, plain } from '../calculations/measure-values.ts';

interface Step {
  readonly due: string | null;
  readonly status: string;
}

/** A day that came, and whether what it was for was done by it. */
const inTime: ReadonlyMap<string, boolean> = new Map([
  ['done', true],
  ['done_late', false],
  ['overdue', false],
  ['not_held', false],
]);

/** First meetings and preceptors of preceptees whose day for them was in the twelve months to a day. */
export function ofPreceptorship(context: Context, trust: TrustRow, day: string): MeasuredSource[] {
  const period = twelveMonthsTo(day);
  const { preceptees } = livingPreceptees(context, trust);
  const stepsOf = (pick: (standing: Standing) => readonly Step[]) =>
    preceptees.flatMap(({ standing, programme }) =>
      pick(standing).map((step) => ({ due: step.due, status: step.status, pack: programme.id })),
    );
  const first = stepsOf(({ meetings }) => meetings.slice(0, 1));
  const preceptors = stepsOf(({ preceptor }) => [preceptor]);
  const source = (measure: string, steps: readonly (Step & { readonly pack: string })[]) => {
    const due = steps.filter((step) => step.due !== null && step.due >= period.first && step.due <= period.last);
    const told = due.flatMap(({ status, pack }) => {
      const isDone = inTime.get(status);
      return isDone === undefined ? [] : [{ isDone, pack }];
    });
    const packs = [...new Set(told.map(({ pack }) => pack))];
    return ofPeople(measure, told.filter(({ isDone }) => isDone).length, told.length, period, packs);
  };
  return [source('first-meeting-on-time', first), source('preceptor-named-on-time', preceptors)];
}

/** Senior midwives appointed in the twelve months that 5.5 tells of, for another period would tell the difference. */
export function ofMentors(context: Context, trust: TrustRow): MeasuredSource {
  const { share, period } = answerMentors(context, trust, undefined);
  return ofPeople('mentor-named-on-time', share.numerator, share.denominator, period);
}

/** Requests for flexible working that were decided in the twelve months to a day. */
export function ofFlexibleWorking({ database, reference }: Context, trust: TrustRow, day: string): MeasuredSource {
  const period = twelveMonthsTo(day);
  const decided = requestsOf(database, trust.id).filter(
    (one) => one.decided !== null && one.decided >= period.first && one.decided <= period.last,
  );
  const { numerator, denominator } = tallyOf(decided, reference.flexibleWorking.outcomes).grantedOfDecided;
  return ofPeople('flexible-working-granted', numerator, denominator, period);
}

/** Actions of the living retention plan on a day. */
export function ofRetentionPlan(context: Context, trust: TrustRow, day: string): MeasuredSource {
  const { actions } = planShown(context, trust, day);
  const counted = actions.filter(({ gone, status }) => !gone && status !== 'cancelled');
  if (counted.length === 0) return { measured: [] };
  const complete = counted.filter(({ status }) => status === 'complete').length;
  return {
    measured: [
      { measure: 'retention-actions-complete', group: null, from: null, on: day, ...plain(complete, counted.length) },
    ],
  };
}

/** A share of people, with the rest of them; nothing where there is nobody. */
function ofPeople(
  measure: string,
  numerator: number,
  denominator: number,
  { first, last }: DatePeriod,
  packs?: readonly string[],
): MeasuredSource {
  if (denominator === 0) return { measured: [] };
  const keys = { done: `${measure} done`, not: `${measure} not`, all: `${measure} all` };
  return {
    people: {
      counts: new Map([
        [keys.done, numerator],
        [keys.not, denominator - numerator],
        [keys.all, denominator],
      ]),
      sums: [{ total: keys.all, parts: [keys.done, keys.not] }],
    },
    measured: [
      {
        measure,
        group: null,
        from: first,
        on: last,
        ...(packs && { packs }),
        numerator: { value: numerator, people: keys.done },
        denominator: { value: denominator, people: keys.all },
      },
    ],
  };
}
