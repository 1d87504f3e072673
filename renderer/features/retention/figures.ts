import type { Careers, Conversations, CriticalRole, RetentionLeavers, RetentionPlan, SurveyResults } from '#contract';
import { asOn, formulaOf, input, type Making } from '../../components/making.ts';
import { dateText, daysText, percentText } from '../../components/numbers.ts';

type Inputs = Making['inputs'];

/** The retention plan: open, overdue, unmeasured and escalated actions. */
export function planMade(plan: RetentionPlan) {
  const { planDay, on, pack, formulas, actions } = plan;
  const live = actions.filter(({ gone }) => !gone);
  const many = (status: string) => live.filter((one) => one.status === status).length;
  const made = (formula: string, packs: readonly string[], ...inputs: Inputs): Making => ({
    formula,
    inputs: [...inputs, input('Actions of the plan', live.length)],
    on: asOn(on),
    imports: [{ kind: 'retention_plan', last: planDay }],
    entered: ['Retention plan: actions, readings and reviews'],
    packs,
  });
  return {
    open: made(
      'actions of the plan − those closed, which are complete or cancelled',
      [],
      input('Closed', live.filter(({ closed }) => closed).length),
      input('Complete', many('complete')),
    ),
    overdue: made(formulaOf(formulas, 'overdue'), [pack.title], input('Due soon', plan.dueSoon.length)),
    unmeasured: made(
      formulaOf(formulas, 'unmeasured'),
      [pack.title],
      input('Open actions with a measure', live.filter(({ closed }) => !closed).length - plan.unmeasured.length),
    ),
    escalated: made(formulaOf(formulas, 'escalated'), [], input('Escalated', plan.escalated)),
  };
}

/** Leavers of twelve months. */
export function leaversMade(data: RetentionLeavers) {
  const { period, startCensus, census, formulas, pack } = data;
  const made = (figure: string, packs: readonly string[], ...inputs: Inputs): Making => ({
    formula: formulaOf(formulas, figure),
    inputs,
    on: daysText(period),
    imports: [
      { kind: 'leavers', ...period },
      { kind: 'staff_list', last: census },
    ],
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
  const sum = (of: (role: Conversations['caseload'][number]) => number) =>
    caseload.reduce((all, role) => all + of(role), 0);
  const made = (formula: string, of: string, ...inputs: Inputs): Making => ({
    formula,
    inputs,
    on: of,
    entered: ['Conversations: what was offered, planned, held and followed up'],
    packs: [],
  });
  const due = list.filter(({ reminder }) => reminder !== null);
  return {
    held: made(
      'conversations whose day held lies in the period',
      daysText(period),
      input('Offered', offered),
      input('Held', held),
      input('Declined', declined),
    ),
    toSee: {
      ...made(
        'conversations offered for longer than the rules say without an answer + planned for a day gone by + with a follow-up whose day has come',
        asOn(on),
        input('Conversations entered', list.length),
        input('With a reminder', due.length),
      ),
      packs: ['conversation-rules'],
    },
    caseload: made(
      `added over roles: ${formulaOf(formulas, 'people')}`,
      asOn(on),
      ...caseload.map(({ role, people }) => input(role, people)),
    ),
    time: made(
      formulaOf(formulas, 'minutes'),
      daysText(period),
      input(
        'Conversations held',
        sum((role) => role.held),
      ),
      input(
        'Minutes',
        sum(({ minutes }) => minutes),
      ),
      input(
        'Without minutes',
        sum(({ untimed }) => untimed),
      ),
    ),
  };
}

/** Critical roles and who could follow. */
export function rolesMade({ roles, on, pack }: Careers) {
  const count = (has: (role: CriticalRole) => boolean) => roles.filter(has).length;
  const made = (formula: string, packs: readonly string[], ...inputs: Inputs): Making => ({
    formula,
    inputs: [...inputs, input('Critical roles', roles.length)],
    on: asOn(on),
    entered: ['Succession and careers: critical roles and their successors'],
    packs,
  });
  return {
    roles: made('roles entered as critical', []),
    uncovered: made(
      'critical roles − those with at least one successor who is ready now',
      [pack.title],
      input(
        'With somebody ready now',
        count(({ isUncovered }) => !isUncovered),
      ),
    ),
    high: made(
      'critical roles whose risk and whose impact are both entered as high',
      [pack.title],
      input(
        'High risk',
        count(({ risk }) => risk === 'high'),
      ),
      input(
        'High impact',
        count(({ impact }) => impact === 'high'),
      ),
    ),
    overdue: made(
      `critical roles whose review day is before ${dateText(on)}`,
      [],
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
  const made = (formula: string, ...inputs: Inputs): Making => ({
    formula,
    inputs: [...inputs, input('Indicators with a score', scored.length)],
    on: `${name}, ${year}, ${group}`,
    entered: ['Surveys and learning environment: answers, scores and benchmarks of the publisher'],
    packs: [pack.title],
  });
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
