import type { EffectJudgement, RetentionPlan, ReturnFigure } from '#contract';
import { dateInWords } from '../../../core/dates.ts';
import { countMeasure } from './measures.ts';
import { counted } from './words.ts';

type Plan = Pick<
  RetentionPlan,
  'actions' | 'byStatus' | 'overdue' | 'unmeasured' | 'versions' | 'sources' | 'formulas' | 'on'
>;

/**
 * What the retention plan proves: for 5.1 how many actions stand where and which version was approved, and for each other
 * line the actions that serve it. Nothing without an action.
 */
export function retentionFigures(plan: Plan): ReturnFigure[] {
  const live = plan.actions.filter(({ gone }) => !gone);
  if (live.length === 0) return [];
  const references = [...new Set(live.flatMap(({ references: some }) => some))].filter((one) => one !== '5.1').sort();
  return [
    planFigure(plan, live.length),
    ...references.map((reference) => {
      const serving = live.filter(({ references: some }) => some.includes(reference));
      return servingFigure(reference, serving, plan);
    }),
  ];
}

type Part = Pick<ReturnFigure, 'source' | 'of'>;

const partOf = ({ sources, on }: Plan): Part => ({
  source: `Retention plan: ${sources.map(({ fileName }) => fileName).join('; ') || 'entered by hand'}`,
  of: `on ${dateInWords(on)}`,
});

function planFigure(plan: Plan, live: number): ReturnFigure {
  const { byStatus, overdue, unmeasured, versions, formulas, on } = plan;
  const formula = (figure: string) => formulas.find((one) => one.figure === figure)?.formula ?? null;
  const [newest] = [...versions].sort((one, other) => (one.approvedOn < other.approvedOn ? 1 : -1));
  const approved = newest
    ? `${newest.name}, approved by ${newest.approvedBy} on ${dateInWords(newest.approvedOn)}`
    : 'no version is approved yet';
  const statuses = byStatus.map(({ name, actions: count }) => `${name.toLowerCase()} ${count}`).join(', ');
  return {
    key: 'retention plan',
    reference: '5.1',
    title: 'Retention improvement plan',
    measures: [
      countMeasure('actions', 'Actions', live),
      ...byStatus.map(({ key, name, actions: count }) => countMeasure(`status ${key ?? ''}`, name, count)),
      countMeasure('overdue', 'Overdue', overdue.length, formula('overdue')),
      countMeasure('unmeasured', 'Without a measure', unmeasured.length, formula('unmeasured')),
      { ...countMeasure('approved', 'Approved version', null), kind: 'text', value: approved },
    ],
    ...partOf(plan),
    warnings: newest ? [] : ['No version of the plan has been approved.'],
    sentence:
      `On ${dateInWords(on)}, the retention plan had ${counted(live, 'action')} (${statuses}), ${overdue.length} of them overdue and ` +
      `${unmeasured.length} without a measure; ${approved}.`,
  };
}

function servingFigure(reference: string, serving: Plan['actions'], plan: Plan): ReturnFigure {
  const closed = serving.filter((action) => action.closed).length;
  const overdue = serving.filter(({ key }) => plan.overdue.includes(key)).length;
  return {
    key: `retention actions ${reference}`,
    reference,
    title: 'Actions of the retention plan that serve this line',
    measures: [
      countMeasure('actions', 'Actions', serving.length),
      countMeasure('closed', 'Complete or cancelled', closed),
      countMeasure('overdue', 'Overdue', overdue),
    ],
    ...partOf(plan),
    warnings: [],
    sentence: `On ${dateInWords(plan.on)}, ${counted(serving.length, 'action')} of the retention plan served this line: ${closed} complete or cancelled, ${overdue} overdue.`,
  };
}

const judged: [title: string, judgements: readonly EffectJudgement[]][] = [
  ['Better, by more than ordinary variation', ['better']],
  ['Worse, by more than ordinary variation', ['worse']],
  ['Changed, by more than ordinary variation', ['changed']],
  ['Within ordinary variation', ['ordinary', 'all_the_same']],
  ['Too early to tell', ['no_start', 'too_few_before', 'none_after']],
];

/** Whether the actions of the plan work, for 5.1: how many of those that are measured changed what they are about. */
export function effectFigures(judgements: readonly EffectJudgement[], plan: Plan): ReturnFigure[] {
  if (judgements.length === 0) return [];
  const counts = judged.map(([title, some]) => ({
    title,
    actions: judgements.filter((one) => some.includes(one)).length,
  }));
  const said = counts
    .filter(({ actions }) => actions > 0)
    .map(({ title, actions }) => `${title.toLowerCase()} ${actions}`);
  return [
    {
      key: 'retention effect',
      reference: '5.1',
      title: 'Effect of the plan’s actions',
      measures: [
        countMeasure('measured', 'Actions that are measured', judgements.length),
        ...counts.map(({ title, actions }) =>
          countMeasure(
            title,
            title,
            actions,
            'the months before the start make the range; a signal after it is a change',
          ),
        ),
      ],
      ...partOf(plan),
      warnings: [],
      sentence: `On ${dateInWords(plan.on)}, of ${counted(judgements.length, 'measured action')} of the retention plan: ${said.join('; ')}.`,
    },
  ];
}
