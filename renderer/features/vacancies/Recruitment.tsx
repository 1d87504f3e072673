import { useMemo } from 'react';
import type { VacancyPlan, VacancyStage } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { enterEach } from '../../components/enter-each.ts';
import type { EnteredCell } from '../../components/enter-each.ts';
import { type EntryColumn, EntryTable } from '../../components/EntryTable.tsx';
import { dateText, percentText, wteText } from '../../components/numbers.ts';
import { daysText } from './words.ts';

type Step = VacancyPlan['steps'][number];
type Fallen = VacancyPlan['fallen'][number];
type Route = VacancyPlan['byRoute'][number];

const days = (rate: Step['median']) => (rate.denominator === 0 ? null : rate.numerator / rate.denominator);
const stepColumns: Column<Step>[] = [
  { key: 'title', title: 'Step', value: ({ title }) => title, header: true },
  {
    key: 'posts',
    title: 'Posts with both dates',
    number: true,
    value: ({ posts }) => posts,
    means: 'Posts for which the first and the last day of the step are known.',
  },
  {
    key: 'median',
    title: 'Median',
    number: true,
    value: ({ median }) => days(median),
    show: ({ median }) => daysText(median, 1),
    means: 'Half of these posts took at most so many days.',
  },
  {
    key: 'mean',
    title: 'Mean',
    number: true,
    value: ({ mean }) => days(mean),
    show: ({ mean }) => daysText(mean, 2),
    means: 'Average of days.',
  },
];
const routeColumns: Column<Route>[] = [
  {
    key: 'route',
    title: 'Route',
    value: ({ routeName }) => routeName,
    header: true,
    means: 'How the post is filled: advert, newly qualified, return to practice, international.',
  },
  {
    key: 'posts',
    title: 'Live posts',
    number: true,
    value: ({ posts }) => posts,
    means: 'Posts that are not started and not withdrawn.',
  },
  {
    key: 'wte',
    title: 'WTE',
    number: true,
    sum: 2,
    value: ({ wte }) => wte / 100_000,
    show: ({ wte }) => wteText(wte),
    means: 'WTE of these posts.',
  },
  {
    key: 'likely',
    title: 'Likely, WTE',
    number: true,
    value: ({ likely }) => likely / 100_000,
    show: ({ likely }) => wteText(likely),
    means: 'WTE × likelihood of a start at the stage of each post.',
  },
];
const fallenColumns: Column<Fallen>[] = [
  { key: 'post', title: 'Post', value: ({ post }) => post, header: true },
  {
    key: 'offered',
    title: 'Offered',
    value: ({ offered }) => offered,
    show: ({ offered }) => (offered ? dateText(offered) : '–'),
    means: 'Posts whose offer stands, and offers that came to nothing.',
  },
  {
    key: 'fell',
    title: 'Fell through',
    value: ({ fell }) => fell,
    show: ({ fell }) => (fell ? dateText(fell) : 'not known'),
    means: 'Offers that came to nothing.',
  },
  {
    key: 'stage',
    title: 'Had reached',
    value: ({ stageName }) => stageName,
    means: 'The stage at which it came to nothing.',
  },
  {
    key: 'route',
    title: 'Route',
    value: ({ routeName }) => routeName,
    means: 'How the post is filled: advert, newly qualified, return to practice, international.',
  },
  { key: 'reason', title: 'Reason', value: ({ reason }) => reason },
];

/** How long recruitment takes, how likely each stage is to end in a start, by which routes, and the offers that were lost. */
export function Recruitment({ plan }: { plan: VacancyPlan }) {
  const steps = useMemo(() => [...plan.steps, plan.approvalToOffer, plan.approvalToStart], [plan]);
  return (
    <>
      <div className="columns">
        <section>
          <h2>Time to hire</h2>
          <DataTable caption="Time to hire by step" columns={stepColumns} rows={steps} rowKey={({ key }) => key} />
          <p className="table__why">
            Calendar days between two dates of a post, over all posts that have both, whatever their stage is now.
          </p>
        </section>
        <section>
          <h2>How many in a hundred start</h2>
          <Likelihoods plan={plan} />
        </section>
        <section>
          <h2>By route</h2>
          <DataTable
            caption="Live posts by route"
            columns={routeColumns}
            rows={plan.byRoute}
            rowKey={({ routeName }) => routeName}
          />
        </section>
      </div>
      <h2>Offers that fell through</h2>
      {plan.fallen.length === 0 ? (
        <p>None so far. Open a post with an offer and press “The offer fell through” to note one.</p>
      ) : (
        <>
          <DataTable
            caption="Offers that fell through"
            columns={fallenColumns}
            rows={plan.fallen}
            rowKey={({ id, key }) => id ?? key}
          />
          <p className="table__why">
            {percentText(plan.fallenRate)}: offers that came to nothing ÷ (those + posts whose offer stands).
          </p>
        </>
      )}
    </>
  );
}

/** The likelihood of each stage, which the forecast takes: the pack’s, until a person sets another. */
function Likelihoods({ plan }: { plan: VacancyPlan }) {
  const trust = useTrust().code;
  const set = useAct(
    ({ stage, percent }: { stage: string; percent: number | null }) =>
      planner.vacancies.setProbability({ trust, stage, percent }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const columns: EntryColumn<VacancyStage>[] = [
    {
      key: 'stage',
      title: 'Stage',
      show: ({ name }) => name,
      means: 'How far recruitment to a post has come.',
    },
    { key: 'posts', title: 'Posts', number: true, show: ({ posts }) => posts, means: 'Posts that stand at the stage.' },
    {
      key: 'start',
      title: 'Start',
      unit: 'in 100',
      number: true,
      text: ({ probability }) => String(probability),
      beside: ({ probability, packProbability }) =>
        probability === packProbability ? 'pack' : `own, pack ${packProbability}`,
      means:
        'Of 100 posts at the stage so many end in a start: by the pack, or as the trust set it. The forecast takes it.',
    },
    {
      key: 'weeks',
      title: 'Weeks to start',
      number: true,
      show: ({ weeksToStart }) => weeksToStart,
      means: 'Weeks from the stage to the first day, by the pack.',
    },
  ];
  const read = ({ row, text }: EnteredCell): { value: number | null } | { message: string } => {
    const packed = plan.stages.find(({ key }) => key === row)?.packProbability ?? 0;
    const percent = text.trim() === '' ? packed : Number(text);
    return Number.isInteger(percent) && percent >= 0 && percent <= 100
      ? { value: percent === packed ? null : percent }
      : { message: 'Enter a whole number from 0 to 100, or leave it blank for that of the pack.' };
  };
  return (
    <EntryTable
      caption="Likelihood of a start by stage"
      columns={columns}
      rows={plan.stages.filter(({ key }) => key !== 'started' && key !== 'withdrawn')}
      rowKey={({ key }) => key}
      rowName={({ name }) => name}
      recordOf={({ key }) => ({ kind: 'rule_value', fields: { path: `stages[${key}].probability` } })}
      onEnter={(cells) => enterEach(cells, read, ({ row: stage }, percent) => set.mutateAsync({ stage, percent }))}
    />
  );
}
