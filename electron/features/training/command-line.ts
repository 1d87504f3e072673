import type { Context } from '../../context.ts';
import { judgedRowsOf, sourceBatches } from '../../imports/sources.ts';
import { namedSources } from '../../imports/named-sources.ts';
import { requireTrust } from '../organisation/trust.ts';
import { coursesAsExpected, excludedAsExpected, settingsAsExpected } from './calculations/as-expected.ts';
import { answerTraining, type TrainingAnswer } from './service.ts';

/** Not judged by what was in the store when the file came, but by what is there now. */
const notInPost = 'person_not_in_post';

/** Compliance of a trust on a day under its printed names; null where no training was imported. */
export function trainingForCommandLine(
  context: Pick<Context, 'database' | 'reference'>,
  trustCode: string,
  day: string | undefined,
): Record<string, unknown> | null {
  const { database, reference } = context;
  const trust = requireTrust(database, trustCode);
  const answer = answerTraining(context, trust, day);
  if (answer === undefined) return null;
  const { census, window, compliance, people, remarks } = answer;
  return {
    ...sourcesOf(context, trust.id, answer),
    rows_where_flag_differs_from_dates: answer.flagDiffers.length,
    census,
    window_first: window.first,
    window_last: window.last,
    courses: compliance === null ? null : coursesAsExpected(compliance, reference.training),
    excluded_by_group: people === null ? null : excludedAsExpected(people, reference.training),
    excluded:
      people === null
        ? null
        : people.excluded.map(({ person, group, reason }) => ({ employee_number: person, group, reason })),
    settings: settingsAsExpected(reference.training, [...answer.rows, ...answer.notInPost]),
    remarks,
  };
}

/** The rows of the files, in which people are in post or not by the staff list of today. */
function sourcesOf(
  { database }: Pick<Context, 'database'>,
  trustId: number,
  answer: TrainingAnswer,
): Record<string, unknown> {
  const batches = sourceBatches(database, trustId, 'training', { first: answer.day, last: answer.day });
  const sources = namedSources(database, batches);
  const [only, ...more] = batches;
  if (only === undefined || more.length > 0) return sources;
  const kept = judgedRowsOf(database, only.id).filter(
    ({ outcome, reason }) => outcome === 'ignored' && reason !== notInPost,
  );
  const ignored = [
    ...kept.map(({ row, reason }) => ({ row, reason })),
    ...rowsOf(answer.notInPost).map((row) => ({ row, reason: notInPost })),
  ].sort((one, other) => one.row - other.row);
  const accepted = rowsOf(answer.rows).length;
  return { ...sources, rows_accepted: accepted, rows_ignored: ignored.length, ignored };
}

/** Rows of the sheet: one may say something of several competences. */
function rowsOf(records: TrainingAnswer['rows']): number[] {
  return [...new Set(records.map(({ row }) => row))];
}
