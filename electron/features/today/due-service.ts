import type { DueListItem, PeriodOfReturn, TodayItem } from '#contract';
import type { Context } from '../../context.ts';
import { addDays, dateInWords } from '../../core/dates.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { dueItems } from '../preceptorship/due-service.ts';
import { listedOf } from '../retention/calculations/conversations.ts';
import { conversationsOf } from '../retention/conversation-repository.ts';
import { flexibleWorkingShown } from '../retention/flexible-working-handlers.ts';
import { planShown } from '../retention/plan-shown.ts';
import { readPeriods, readRegister } from '../returns/register.ts';
import { titleOf } from '../vacancies/plan-figures.ts';
import { answerPlan } from '../vacancies/plan-service.ts';
import { itemsOf } from './calculations.ts';

const buttons: Record<DueListItem['kind'], string> = {
  preceptor: 'Name preceptor',
  meeting: 'Record',
  step: 'Record',
  hours: 'Record hours',
  sign_off: 'Sign off',
  end: 'Sign off',
  limit: 'Sign off',
  mentor: 'Name mentor',
  mentor_meeting: 'Record',
};

/** What is due of preceptees and of those new in a senior band. */
export function dueOfPreceptorship(context: Context, trust: TrustRow): TodayItem[] {
  const told = dueItems(context, trust).filter(({ when }) => when !== 'possible');
  return itemsOf(
    'preceptorship',
    context.today(),
  )(
    told.map(({ key, step, kind, what, name, unit, preceptor, mentoring, due, movedTo }) => ({
      key: `${key} ${step}`,
      what,
      who: unit === null ? name : `${name}, ${unit}`,
      detail: preceptor === null ? `${mentoring === null ? 'preceptor' : 'mentor'}: not named` : `with ${preceptor}`,
      due: movedTo ?? due,
      button: buttons[kind],
      opens: { kind: 'due', key: `${key} ${step}` },
    })),
  );
}

const reminders = {
  planned_past: 'was planned; record it or plan it anew',
  no_answer: 'was offered and has no answer',
  follow_up: 'is to be followed up',
} as const;

/** Actions of the retention plan, conversations to see to, and requests for flexible working to decide. */
export function dueOfRetention(context: Context, trust: TrustRow): TodayItem[] {
  const { database, reference } = context;
  const today = context.today();
  const plan = planShown(context, trust);
  const wanted = new Set([...plan.overdue, ...plan.dueSoon]);
  const { kinds, remindAfterDays } = reference.conversations;
  const conversations = conversationsOf(database, trust.id).map((one) =>
    listedOf(one, kinds.find(({ key }) => key === one.kind)?.name ?? one.kind, today, remindAfterDays),
  );
  const requests = flexibleWorkingShown(context, trust, { first: today, last: today }).list;
  return itemsOf(
    'retention',
    today,
  )([
    ...plan.actions.flatMap((action) =>
      wanted.has(action.key) && action.due !== null
        ? [
            {
              key: `action ${action.key}`,
              what: action.action ?? 'An action',
              who: action.owner,
              detail: [action.number && `action ${action.number}`, action.statusName.toLowerCase()]
                .filter(Boolean)
                .join(', '),
              due: action.due,
              button: 'Open',
              opens: { kind: 'action' as const, key: action.key },
              onTheSpot: 'complete action' as const,
            },
          ]
        : [],
    ),
    ...conversations.flatMap(({ id, kindName, name, role, reminder, reminderDays }) =>
      reminder === null || reminderDays === null
        ? []
        : [
            {
              key: `conversation ${id}`,
              what: `${kindName} conversation`,
              who: name,
              detail: `${reminders[reminder]}, ${role}`,
              due: addDays(today, -reminderDays),
              button: 'Record',
              opens: { kind: 'conversation' as const, key: String(id) },
            },
          ],
    ),
    ...requests
      .filter(({ stands }) => stands.startsWith('open'))
      .map(({ id, name, kindName, asked, due }) => ({
        key: `request ${id}`,
        what: `Flexible working: ${kindName.toLowerCase()}`,
        who: name,
        detail: `asked on ${dateInWords(asked)}, to decide`,
        due,
        button: 'Decide',
        opens: { kind: 'request' as const, key: String(id) },
      })),
  ]);
}

/** Posts that are vacant for too long, and starts that were expected and are not recorded. */
export function dueOfVacancies(context: Context, trust: TrustRow): TodayItem[] {
  const today = context.today();
  const { agedDays } = context.reference.recruitment;
  const live = answerPlan(context, trust).posts.filter((post) => post.live);
  return itemsOf(
    'vacancies',
    today,
  )(
    live.flatMap((post) => {
      const started = post.expectedStart !== null && post.expectedStart <= today && post.start === null;
      if (!started && !(post.aged && post.age !== null)) return [];
      return [
        {
          key: `post ${post.key}`,
          what: started ? 'Start was expected' : `Vacant for ${post.age ?? 0} days`,
          who: titleOf(post),
          detail: [post.stageName, post.candidate].filter(Boolean).join(', ') || null,
          due: started ? (post.expectedStart ?? today) : addDays(today, agedDays - (post.age ?? 0)),
          button: started ? 'Record the start' : 'Take on',
          opens: { kind: 'post' as const, key: post.key },
        },
      ];
    }),
  );
}

const nextSteps = {
  'not started': 'Begin the return',
  draft: 'Go on',
  correction: 'Go on',
  checked: 'Sign off',
  'signed off': 'Submit',
} as const;

/**
 * Returns of periods that ended and are not submitted, and lines of them whose day has gone by. One that was not begun is due
 * where the trust has begun one of an earlier quarter, or month.
 */
export function dueOfReturns(context: Context, trust: TrustRow): TodayItem[] {
  const today = context.today();
  const { periods } = readPeriods(context, trust);
  const begun = periods.filter(({ state }) => state !== 'not started');
  const isAwaited = ({ kind, period }: PeriodOfReturn) => begun.some((one) => one.kind === kind && one.period < period);
  const open = periods.filter(
    (one) => one.last < today && one.state !== 'submitted' && (one.state !== 'not started' || isAwaited(one)),
  );
  const newest = open.find(({ state }) => state !== 'not started');
  const lines = newest ? readRegister(context, trust, newest.period).lines : [];
  return itemsOf(
    'returns',
    today,
  )([
    ...open.map(({ period, title, state, answered, last }) => ({
      key: `return ${period}`,
      what: `Theme 2 return, ${title}`,
      who: null,
      detail: state === 'not started' ? 'not begun' : `${answered} of 12 lines answered, ${state}`,
      due: last,
      button: state in nextSteps ? nextSteps[state as keyof typeof nextSteps] : 'Open',
      opens: { kind: 'return' as const, key: period },
    })),
    ...lines.flatMap(({ plan, answer, overdue }) =>
      newest && overdue && answer.due !== null
        ? [
            {
              key: `line ${plan.reference}`,
              what: `Line ${plan.reference}: ${plan.title}`,
              who: answer.lead || null,
              detail: 'the day it was to be done by has gone by',
              due: answer.due,
              button: 'Open',
              opens: { kind: 'line' as const, key: `${plan.reference} ${newest.period}` },
            },
          ]
        : [],
    ),
  ]);
}
