import type { ExportTable, TableValue, VacancyPlan, VacancyPost } from '#contract';
import { dateText } from '../../components/numbers.ts';
import { definitions, fieldTitles, fileText } from './words.ts';

type Export = { heading: string; kind: ExportTable['columns'][number]['kind']; of: (post: VacancyPost) => TableValue };

const columnsOf = (plan: VacancyPlan): Export[] => [
  { heading: 'Number', kind: 'text', of: ({ vacancyRef }) => vacancyRef },
  { heading: 'Post', kind: 'text', of: ({ post }) => post },
  { heading: 'Staff group', kind: 'text', of: ({ groupName }) => groupName },
  { heading: 'Band', kind: 'text', of: ({ band }) => band },
  { heading: 'Unit', kind: 'text', of: ({ unit }) => unit },
  { heading: 'WTE', kind: 'wte', of: ({ wte }) => wte },
  { heading: 'Reason', kind: 'text', of: ({ reason }) => reason },
  { heading: 'Stage', kind: 'text', of: ({ stageName }) => stageName },
  { heading: 'Route', kind: 'text', of: ({ routeName }) => routeName },
  { heading: 'Cohort', kind: 'text', of: ({ cohort }) => cohort },
  { heading: 'University', kind: 'text', of: ({ university }) => university },
  { heading: 'Vacant since', kind: 'date', of: ({ since }) => since },
  { heading: 'Days vacant', kind: 'count', of: ({ age }) => age },
  { heading: 'Approved', kind: 'date', of: ({ approved }) => approved },
  { heading: 'Approved by', kind: 'text', of: ({ approvedBy }) => approvedBy },
  { heading: 'Advert live', kind: 'date', of: ({ advertised }) => advertised },
  { heading: 'Shortlisted', kind: 'date', of: ({ shortlisted }) => shortlisted },
  { heading: 'Interviewed', kind: 'date', of: ({ interviewed }) => interviewed },
  { heading: 'Conditional offer', kind: 'date', of: ({ offered }) => offered },
  { heading: 'Checks done', kind: 'date', of: ({ cleared }) => cleared },
  { heading: 'Starts', kind: 'date', of: ({ startsOn }) => startsOn },
  { heading: 'Likelihood, in 100', kind: 'count', of: ({ likely }) => likely },
  { heading: 'Likely WTE', kind: 'wte', of: ({ likelyWte }) => likelyWte },
  { heading: 'Supernumerary until', kind: 'date', of: ({ supernumerary }) => supernumerary?.until ?? null },
  { heading: 'Supernumerary hours', kind: 'minutes', of: ({ supernumerary }) => supernumerary?.minutes ?? null },
  {
    heading: 'Changed by hand; the file says',
    kind: 'long_text',
    of: ({ from, edited }) =>
      from === null
        ? 'entered by hand'
        : edited.map(({ field, file }) => `${fieldTitles[field]}: ${fileText(plan, field, file)}`).join('; '),
  },
  { heading: 'Notes', kind: 'long_text', of: ({ notes }) => notes },
];

/** The posts in view as a workbook. */
export function exportOf(plan: VacancyPlan, posts: readonly VacancyPost[], trust: string): ExportTable {
  const columns = columnsOf(plan);
  const tracker = plan.trackerDay ? `tracker of ${dateText(plan.trackerDay)} and ` : '';
  return {
    title: `Vacancies of ${trust}`.slice(0, 200),
    subtitle: `${plan.on < plan.today ? `as on ${dateText(plan.on)} · ` : ''}${posts.length} of ${plan.posts.length} posts · ${tracker}posts entered by hand · ${plan.pack.title}, version ${plan.pack.version}`,
    columns: columns.map(({ heading, kind }) => ({ heading, kind })),
    rows: posts.map((post) => ({ kind: 'row', values: columns.map(({ of }) => of(post)) })),
    definitions,
  };
}
