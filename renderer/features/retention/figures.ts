import type { Careers, Conversations, CriticalRole, RetentionLeavers, RetentionPlan, SurveyResults } from '#contract';
import { asOn, formulaOf, input, type MadeInput, type Making, makings, ownCodes } from '../../components/making.ts';
import { dateText, daysText, percentText, total } from '../../components/numbers.ts';

/** The retention plan: open, overdue, unmeasured and escalated actions. */
export function planMade(plan: RetentionPlan) {
  const { planDay, on, pack, formulas, actions } = plan;
  const live = actions.filter(({ gone }) => !gone);
  const many = (status: string) => live.filter((one) => one.status === status).length;
  const by = (packs: readonly string[]) =>
    makings(
      {
        on: asOn(on),
        imports: [{ kind: 'retention_plan', last: planDay }],
        entered: ['Retention plan: actions, readings and reviews'],
        packs,
      },
      input('Actions of the plan', live.length),
    );
  const [counted, ruled] = [by([]), by([pack.title])];
  return {
    open: counted(
      'actions of the plan − those closed, which are complete or cancelled',
      input('Closed', live.filter(({ closed }) => closed).length),
      input('Complete', many('complete')),
    ),
    overdue: ruled(formulaOf(formulas, 'overdue'), input('Due soon', plan.dueSoon.length)),
    unmeasured: ruled(
      formulaOf(formulas, 'unmeasured'),
      input('Open actions with a measure', live.filter(({ closed }) => !closed).length - plan.unmeasured.length),
    ),
    escalated: counted(formulaOf(formulas, 'escalated'), input('Escalated', plan.escalated)),
  };
}

/** Leavers of twelve months. */
export function leaversMade(data: RetentionLeavers) {
  const { period, startCensus, census, formulas, pack } = data;
  const made = (figure: string, packs: readonly string[], ...inputs: MadeInput[]): Making => ({
    formula: formulaOf(formulas, figure),
    inputs,
    on: daysText(period),
    imports: [
      { kind: 'leavers', ...period },
      { kind: 'staff_list', last: census },
    ],
    entered: [ownCodes],
    packs: ['organisation', ...packs],
  });
  const start = input('Heads at the start', data.headsStart, `at the close of ${dateText(startCensus)}`);
  const end = input('Heads at the end', data.headsEnd, asOn(period.last));
  const leavers = input('Leavers', data.leavers);
  return {
    rate: made('leaverRate', [pack.title], leavers, start, end),
    stability: made('stability', [], input('Still in post', data.stayed, asOn(period.last)), start),
    voluntary: made(
      'voluntary',
      [pack.title],
      leavers,
      input('Retirement', data.retirement),
      input('Other', data.other),
      input('Avoidable', data.avoidable),
    ),
    /** Those that a figure opens, by what it calls them. */
    listed: (title: string): Making => ({
      ...made('rate', [pack.title], input('Leavers in all', data.leavers)),
      formula: `${title}: people whose assignment ended in the period and who are not in post at its end, each once; no bank staff, no duplicates of a merger`,
    }),
    early: made(
      'early',
      ['retention-rules'],
      leavers,
      input('Years', data.earlyYears, 'by the rules'),
      input('In the first year', data.firstYear),
      input('Their rate', percentText(data.earlyRate)),
    ),
  };
}

/** Conversations about staying and leaving. */
export function conversationsMade({ on, period, held, offered, declined, list, caseload, formulas }: Conversations) {
  const shared = { entered: ['Conversations: what was offered, planned, held and followed up'], packs: [] };
  const inPeriod = makings({ on: daysText(period), ...shared });
  const made = makings({ on: asOn(on), ...shared });
  const due = list.filter(({ reminder }) => reminder !== null);
  return {
    held: inPeriod(
      'conversations whose day held lies in the period',
      input('Offered', offered),
      input('Held', held),
      input('Declined', declined),
    ),
    toSee: {
      ...made(
        'conversations offered for longer than the rules say without an answer + planned for a day gone by + with a follow-up whose day has come',
        input('Conversations entered', list.length),
        input('With a reminder', due.length),
      ),
      packs: ['conversation-rules'],
    },
    caseload: made(
      `added over roles: ${formulaOf(formulas, 'people')}`,
      ...caseload.map(({ role, people }) => input(role, people)),
    ),
    time: inPeriod(
      formulaOf(formulas, 'minutes'),
      input(
        'Conversations held',
        total(caseload, (role) => role.held),
      ),
      input(
        'Minutes',
        total(caseload, ({ minutes }) => minutes),
      ),
      input(
        'Without minutes',
        total(caseload, ({ untimed }) => untimed),
      ),
    ),
  };
}

/** Critical roles and who could follow. */
export function rolesMade({ roles, on, pack }: Careers) {
  const count = (has: (role: CriticalRole) => boolean) => roles.filter(has).length;
  const by = (packs: readonly string[]) =>
    makings(
      {
        on: asOn(on),
        entered: ['Succession and careers: critical roles and their successors'],
        packs,
      },
      input('Critical roles', roles.length),
    );
  const [counted, ruled] = [by([]), by([pack.title])];
  return {
    roles: counted('roles entered as critical'),
    uncovered: ruled(
      'critical roles − those with at least one successor who is ready now',
      input(
        'With somebody ready now',
        count(({ isUncovered }) => !isUncovered),
      ),
    ),
    high: ruled(
      'critical roles whose risk and whose impact are both entered as high',
      input(
        'High risk',
        count(({ risk }) => risk === 'high'),
      ),
      input(
        'High impact',
        count(({ impact }) => impact === 'high'),
      ),
    ),
    overdue: counted(
      `critical roles whose review day is before ${dateText(on)}`,
      input(
        'With a review day',
        count(({ review }) => review !== null),
      ),
    ),
  };
}

/** Results of one survey, year and group. */
export function surveyMade({
  survey,
  surveys,
  year,
  group,
  indicators,
  earlierYears,
  suppressed,
  withAction,
  smallest,
  pack,
}: SurveyResults) {
  const name = surveys.find(({ key }) => key === survey)?.name ?? survey;
  const scored = indicators.filter(({ score }) => score !== null);
  const made = makings(
    {
      on: `${name}, ${year}, ${group}`,
      entered: ['Surveys and learning environment: answers, scores and benchmarks of the publisher'],
      packs: [pack.title],
    },
    input('Indicators with a score', scored.length),
  );
  const changed = scored.filter(({ change }) => change !== null);
  return {
    benchmark: made(
      'indicators whose score is worse than the benchmark, by which way is better for each, of those that have both',
      input('With a benchmark', scored.filter(({ against }) => against !== null).length),
    ),
    before: made(
      'indicators whose score is worse than that of the newest earlier year that has one, of those that have both',
      input(
        'With an earlier score',
        changed.length,
        earlierYears.length > 0 ? earlierYears.join(', ') : 'no earlier year',
      ),
    ),
    hidden: made(
      'indicators that fewer answered than the survey’s own least number, or that the publisher does not show',
      input('Least number of answers', smallest),
      input('Not shown', suppressed),
    ),
    acted: made(
      'indicators whose finding became an action that is still in the retention plan',
      input('With an action', withAction),
    ),
  };
}
