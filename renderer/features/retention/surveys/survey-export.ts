import type { ExportTable, SurveyResults } from '#contract';
import { againstStatus, nameOfSurvey, scoreText, unitText } from './words.ts';

/** The results in view as a workbook. Scores of too few answers are not kept, so none is in it. */
export function exportOf(data: SurveyResults, trust: string): ExportTable {
  const known = (text: string) => (text === '–' ? null : text);
  return {
    title: `${nameOfSurvey(data)} ${data.year} of ${trust}`.slice(0, 200),
    subtitle: `${data.group} · * where fewer than ${data.smallest} answered, or the publisher shows no score`,
    columns: [
      { heading: 'Indicator', kind: 'text' },
      { heading: 'Unit', kind: 'text' },
      { heading: 'Better', kind: 'text' },
      { heading: 'Answers', kind: 'count' },
      { heading: String(data.year), kind: 'text' },
      { heading: 'Benchmark', kind: 'text' },
      { heading: 'Beside the benchmark', kind: 'text' },
      ...data.earlierYears.map((year) => ({ heading: String(year), kind: 'text' as const })),
      { heading: 'Action', kind: 'long_text' },
    ],
    rows: data.indicators.map((one) => ({
      kind: 'row',
      values: [
        one.name,
        unitText[one.unit],
        one.better,
        // How few answered is as telling as what they said.
        one.suppressed ? null : one.answers,
        known(scoreText(one.score, one.suppressed)),
        known(scoreText(one.benchmark, false)),
        one.against && againstStatus[one.against].word,
        ...one.earlier.map((then) => (then ? known(scoreText(then.score, then.suppressed)) : null)),
        one.action?.name ?? null,
      ],
    })),
    definitions: [
      { term: 'Beside the benchmark', meaning: 'Score against benchmark, by which way is better for the indicator.' },
      { term: '*', meaning: `Fewer than ${data.smallest} answered, or hidden by the publisher: no score is kept.` },
    ],
  };
}
