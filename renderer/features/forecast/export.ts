import type { ExportTable, Forecast } from '#contract';
import { assumptionLines, definitions, monthText } from './words.ts';

/** The forecast month by month as a workbook, with what it assumes among its definitions. */
export function exportOf(data: Forecast, trust: string): ExportTable {
  const names = new Map(data.groups.map(({ key, name }) => [key, name]));
  const assumed = assumptionLines(data.assumptions, (group) => names.get(group) ?? group);
  const headings = [
    'From the plan',
    'Cohorts',
    'More starters',
    'Leavers',
    'Retirements',
    'Hours',
    'In post',
    'Range from',
    'Range to',
  ];
  const levels = ['Available', 'Funded', 'Required'];
  return {
    title: `Forecast of ${data.groupName}, ${trust}`.slice(0, 200),
    subtitle: [`${data.scenario?.name ?? 'As assumed'}, to ${monthText(data.to)}`, ...data.sources]
      .join(' · ')
      .slice(0, 500),
    columns: [
      { heading: 'Month', kind: 'text' },
      ...[...headings, ...levels].map((heading) => ({ heading: `${heading}, WTE`, kind: 'wte' as const })),
    ],
    rows: data.months.map(
      ({ month, starters, leavers, retirements, hoursChange, inPost, low, high, available, funded, required }) => ({
        kind: 'row',
        values: [
          monthText(month),
          starters.plan,
          starters.cohorts,
          starters.more,
          leavers,
          retirements,
          hoursChange,
          inPost,
          low,
          high,
          available,
          funded,
          required,
        ],
      }),
    ),
    definitions: [
      ...definitions,
      ...data.method.map((meaning, index) => ({ term: `Method ${index + 1}`, meaning })),
      ...assumed.map((meaning, index) => ({ term: `Assumption ${index + 1}`, meaning })),
    ],
  };
}
