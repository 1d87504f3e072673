import type { ExportTable } from '#contract';
import type { PublishedTables } from '../../../core/protected-tables.ts';
import { profileInWords } from '../../../core/shared-lines.ts';
import { type Disclosure, type ProtectedTables, protect } from '../../../core/small-numbers.ts';

/** One score of a group of those who answered a survey of a year. */
export interface SharedScore {
  readonly group: string;
  readonly indicator: string;
  readonly name: string;
  /** Null where not known. */
  readonly answers: number | null;
  readonly suppressed: boolean;
  readonly score: string | null;
  readonly benchmark: string | null;
}

const keyOf = ({ group, indicator }: Pick<SharedScore, 'group' | 'indicator'>) => `${indicator} ${group.toLowerCase()}`;

/**
 * Answers of a survey and year, group by group: where those of one come to all others together, its score with theirs
 * would tell the one that is left out.
 */
export function scoresPublished(scores: readonly SharedScore[]): PublishedTables {
  const counts = new Map(scores.map((one) => [keyOf(one), one.answers]));
  const sums = scores.flatMap((total) => {
    const parts = scores.filter((one) => one.indicator === total.indicator && one !== total && one.answers !== null);
    const sum = parts.reduce((some, { answers }) => some + (answers ?? 0), 0);
    return parts.length > 1 && sum === total.answers ? [{ total: keyOf(total), parts: parts.map(keyOf) }] : [];
  });
  return { counts, sums };
}

/** Scores of a survey and year as they may leave the trust: none of too few answers, nor of a number that is not known. */
export function surveyShared(
  scores: readonly SharedScore[],
  about: { readonly survey: string; readonly year: number; readonly trust: string },
  profile: Disclosure & { readonly name: string },
  shown: ProtectedTables = protect(scoresPublished(scores), profile),
): ExportTable {
  return {
    title: `${about.survey} ${about.year} of ${about.trust}, shared`.slice(0, 200),
    subtitle: `scores of fewer than ${profile.hideBelow} answers, and those that would tell them, are left out · ${profileInWords(profile)}`,
    columns: [
      { heading: 'Group', kind: 'text' },
      { heading: 'Indicator', kind: 'text' },
      { heading: 'Answers', kind: 'count' },
      { heading: 'Score', kind: 'text' },
      { heading: 'Benchmark', kind: 'text' },
    ],
    rows: scores.map((one) => {
      const answers = shown(keyOf(one));
      const isTold = answers.kind === 'shown' && answers.count > 0 && !one.suppressed;
      const why = answers.kind === 'not known' ? 'not shown: enter how many answered' : 'not shown';
      return {
        kind: 'row' as const,
        values: [
          one.group,
          one.name,
          isTold ? answers.count : 'not shown',
          isTold ? one.score : why,
          // Of the whole country, or of trusts alike.
          one.benchmark,
        ],
      };
    }),
    definitions: [
      {
        term: 'not shown',
        meaning: `Fewer than ${profile.hideBelow} answered, the publisher shows no score, or another group’s score would tell it.`,
      },
    ],
  };
}
