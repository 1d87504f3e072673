import type { ExportTable, NeedsAnalysis } from '#contract';
import { nameIn } from './words.ts';

/** The analysis as a workbook: one row for each topic and staff group that needs it. Nobody is named in it. */
export function needsExport(data: NeedsAnalysis, trust: string): ExportTable {
  const { assumptions } = data;
  return {
    title: `Training needs of ${trust}, ${data.title}`.slice(0, 200),
    subtitle: `Version ${data.version} of ${data.madeOn}; ${data.framework.title}; ${assumptions.absentPercent} % do not come, ${assumptions.turnoverPercent} % new people`,
    columns: [
      { heading: 'Module', kind: 'text' },
      { heading: 'Topic', kind: 'text' },
      { heading: 'Level', kind: 'text' },
      { heading: 'Staff group', kind: 'text' },
      { heading: 'Need', kind: 'text' },
      { heading: 'Source of need', kind: 'text' },
      { heading: 'Hours each', kind: 'minutes' },
      { heading: 'Every, months', kind: 'count' },
      { heading: 'Given', kind: 'text' },
      { heading: 'Pass mark, %', kind: 'count' },
      { heading: 'Heads', kind: 'count' },
      { heading: 'New people', kind: 'count' },
      { heading: 'Due this year', kind: 'count' },
      { heading: 'Places', kind: 'count' },
      { heading: 'Hours', kind: 'minutes' },
      { heading: 'Sessions of the topic', kind: 'count' },
      { heading: 'Funding', kind: 'text' },
    ],
    rows: data.topics.flatMap((topic) =>
      topic.cells
        .filter(({ need }) => need !== 'not')
        .map((cell) => ({
          kind: 'row' as const,
          values: [
            nameIn(data.modules, topic.module),
            topic.name,
            topic.level,
            data.groups.find(({ group }) => group === cell.group)?.name ?? cell.group,
            cell.need,
            nameIn(data.sources, cell.source),
            topic.minutes,
            topic.everyMonths,
            topic.mode.replace(/_/g, ' '),
            topic.passPercent,
            cell.heads,
            cell.newPeople,
            cell.due,
            cell.places,
            cell.minutes,
            topic.sessions,
            topic.funding,
          ],
        })),
    ),
    definitions: data.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
  };
}
