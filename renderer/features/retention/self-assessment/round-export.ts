import type { ExportTable, SelfAssessmentRound } from '#contract';
import { dateText } from '../../../components/numbers.ts';
import type { Rating } from './words.ts';

/** A round with its evidence and gaps as a workbook, earlier ratings beside. For use within the trust. */
export function exportOf(round: SelfAssessmentRound, ratings: readonly Rating[], trust: string): ExportTable {
  const nameOf = (key: string | null) => ratings.find((one) => one.key === key)?.name ?? key;
  const empty = round.earlier.map(() => null);
  return {
    title: `${round.tool === 'learning' ? 'Learning environment' : 'Self-assessment'} of ${round.place ?? trust}`.slice(
      0,
      200,
    ),
    subtitle: [trust, round.name, dateText(round.day), round.by].filter(Boolean).join(' · '),
    columns: [
      { heading: 'Statement', kind: 'long_text' },
      { heading: 'Rating', kind: 'text' },
      ...round.earlier.map(({ day }) => ({ heading: dateText(day), kind: 'text' as const })),
      { heading: 'Evidence', kind: 'long_text' },
      { heading: 'Gap', kind: 'long_text' },
      { heading: 'Priority', kind: 'text' },
      { heading: 'Action', kind: 'long_text' },
      { heading: 'Score', kind: 'rate' },
    ],
    rows: round.elements.flatMap(({ name, score, statements }) => [
      { kind: 'group' as const, values: [name, null, ...empty, null, null, null, null, score] },
      ...statements.map((one) => ({
        kind: 'row' as const,
        values: [
          one.statement,
          nameOf(one.rating),
          ...one.earlier.map(nameOf),
          one.evidence,
          one.gap,
          one.priority,
          one.action?.title ?? null,
          null,
        ],
      })),
    ]),
    definitions: [
      {
        term: 'Score',
        meaning: `${ratings.map(({ name, score }) => `${name} ${score}`).join(', ')}: added up ÷ the most that the rated statements could have.`,
      },
    ],
  };
}
