import type { ExportTable, LearningAreas } from '#contract';

/** Maturity by placement area and priority as a workbook: no person is in it. */
export function exportOf(data: LearningAreas, trust: string): ExportTable {
  const nameOf = (key: string | null) => data.levels.find((one) => one.key === key)?.name ?? null;
  return {
    title: `Learning environment of ${trust}`.slice(0, 200),
    subtitle: `${data.pack.title}, version ${data.pack.version} · each placement area by its newest date`,
    columns: [
      { heading: 'Placement area', kind: 'text' },
      { heading: 'Date', kind: 'date' },
      ...data.priorities.map(({ name }) => ({ heading: name, kind: 'text' as const })),
      { heading: 'Score', kind: 'rate' },
      { heading: 'Date before', kind: 'date' },
      { heading: 'Score before', kind: 'rate' },
    ],
    rows: data.areas.map(({ place, round, ratings, score, before, scoreBefore }) => ({
      kind: 'row',
      values: [
        place,
        round.day,
        ...ratings.map(({ rating }) => nameOf(rating)),
        score,
        before?.day ?? null,
        scoreBefore,
      ],
    })),
    definitions: data.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
  };
}
