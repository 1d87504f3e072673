import type { GroupWorkforce, Oversight } from '../oversight.ts';
import { listed, percentInWords } from '../../../../core/words.ts';
import { wteInWords } from '../words.ts';
import { maternity } from '../workforce.ts';
import { chartOf, note, paragraph, type Section, tableOf, wteOfChart } from './parts.ts';

const nothing =
  'No establishment is entered. Enter what is required, funded and in post on the Establishment screen, or import the finance ledger and the staff list.';

/** Required, funded, in post and available of each staff group, and the three gaps between them. */
export function workforceSection({ workforce }: Oversight): Section {
  const title = 'Establishment and staff in post';
  const { sources, together, apart } = workforce;
  const groups = workforce.groups.filter(({ required, funded, inPost }) => (required ?? funded ?? inPost) !== null);
  if (groups.length === 0) return { title, says: [], blocks: [note(nothing)] };
  const both = groups.filter(({ group }) => maternity.includes(group));
  const says = [...both.flatMap((group) => workforceInWords(group)), ...(apart === null ? [] : [apart])];
  return {
    title,
    says,
    blocks: [
      ...says.map(paragraph),
      tableOf({
        title: 'Establishment by staff group (WTE)',
        words: ['Staff group'],
        figures: [
          'Required',
          'Funded',
          'In post',
          'Available',
          'Required −\u00a0funded',
          'Funded −\u00a0in\u00a0post',
          'Vacancy rate',
          'Required −\u00a0in\u00a0post',
        ],
        rows: groups.map(rowOf),
        ...(together ? { total: rowOf(together) } : {}),
        notes: [
          ...sources,
          ...(groups.some(({ available }) => available !== null)
            ? []
            : ['Available is not known: the staff list does not say who is away, or there is none.']),
        ],
      }),
      chartOf(
        {
          type: 'bar',
          title: 'Required, funded, in post and available',
          unit: 'WTE',
          decimals: 1,
          lowest: null,
          highest: null,
          categories: groups.map(({ name }) => name),
          series: [
            { name: 'Required', values: groups.map(({ required }) => wteOfChart(required)) },
            { name: 'Funded', values: groups.map(({ funded }) => wteOfChart(funded)) },
            { name: 'In post', values: groups.map(({ inPost }) => wteOfChart(inPost)) },
            { name: 'Available', values: groups.map(({ available }) => wteOfChart(available)) },
          ].filter(({ values }) => values.some((value) => value !== null)),
        },
        (value) => value.toFixed(2),
      ),
    ],
  };
}

function rowOf(group: GroupWorkforce): string[] {
  const { requiredLessFunded, vacancy, vacancyRate, requiredLessInPost } = group;
  return [
    group.name,
    ...[group.required, group.funded, group.inPost, group.available, requiredLessFunded, vacancy].map(wteInWords),
    percentInWords(vacancyRate),
    wteInWords(requiredLessInPost),
  ];
}

/** What the figures of a group say, in one sentence; none where nothing can be compared. */
export function workforceInWords(group: GroupWorkforce): string[] {
  const parts = [vacancyInWords(group), fundingInWords(group), shortfallInWords(group)].filter((part) => part !== null);
  if (parts.length === 0) return [];
  const inPost = group.inPost === null ? '' : `${wteInWords(group.inPost)} WTE are in post; `;
  return [`${group.name}: ${inPost}${listed(parts)}.`];
}

const size = (wte: number) => wteInWords(Math.abs(wte));

function vacancyInWords({ vacancy, vacancyRate }: GroupWorkforce): string | null {
  if (vacancy === null) return null;
  if (vacancy === 0) return 'every funded post is filled';
  if (vacancy < 0) return `${size(vacancy)} WTE more are in post than are funded`;
  return `${size(vacancy)} WTE${vacancyRate ? ` (${percentInWords(vacancyRate)} of funded)` : ''} are vacant`;
}

function fundingInWords({ requiredLessFunded: gap }: GroupWorkforce): string | null {
  if (gap === null) return null;
  if (gap === 0) return 'funding equals the requirement';
  return `funding is ${size(gap)} WTE ${gap > 0 ? 'below' : 'above'} the requirement`;
}

function shortfallInWords({ requiredLessInPost: gap }: GroupWorkforce): string | null {
  if (gap === null) return null;
  if (gap === 0) return 'staff in post equal the requirement';
  return gap > 0
    ? `${size(gap)} WTE more in post would meet the requirement`
    : `staff in post are ${size(gap)} WTE above the requirement`;
}
