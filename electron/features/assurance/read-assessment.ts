import { roundedExact } from '#contract';
import type { Context } from '../../context.ts';
import { casemixCategories } from '../../contract/assessment-shapes.ts';
import { dateInWords } from '../../core/dates.ts';
import { listAssessments, type StoredAssessment } from '../establishment/assessment-repository.ts';
import { assessmentName } from '../establishment/assessment-words.ts';
import { workOut } from '../establishment/calculations/assessment.ts';
import type { TrustRow } from '../organisation/repository.ts';
import type { AssessmentOversight } from './calculations/oversight.ts';

/** The agreed assessment in force on a day: the newest of that day or before, else the earliest after; null without one. */
export function readAssessment(
  { database, reference }: Pick<Context, 'database' | 'reference'>,
  trust: TrustRow,
  day: string,
): AssessmentOversight | null {
  const agreed = listAssessments(database, trust.id).filter(({ status }) => status !== 'draft');
  const before = agreed.filter(({ head }) => head.date !== null && head.date <= day);
  const found = before[0] ?? agreed.filter(({ status }) => status === 'agreed').pop();
  if (!found) return null;
  const result = workOut(found, reference.birthrate);
  const { sampleFirst, sampleLast } = found.head;
  return {
    name: assessmentName(found),
    provider: found.head.provider,
    date: found.head.date,
    basis: found.head.basis,
    result,
    areas: found.areas.map(({ name }) => name),
    casemix: found.settings.map(({ counts }) => casemixCategories.map((category) => counts[category])),
    sample:
      sampleFirst && sampleLast ? `The sample is of ${dateInWords(sampleFirst)} to ${dateInWords(sampleLast)}.` : null,
    notes: notesOf(found, result.uplift),
    usual: reference.birthrate.specialistRange,
  };
}

/** How the WTE were come by, in sentences. */
function notesOf({ head }: StoredAssessment, uplift: string | null): string[] {
  const percent = (value: number | null) => (value === null ? 'not entered' : `${value / 100_000} %`);
  const worked = head.basis === 'worked';
  return [
    worked ? 'WTE worked out from cases and hours.' : 'WTE as the report prints them.',
    `Uplift ${uplift === null ? 'not entered' : `${Number(roundedExact(uplift, 2))} %`}, ${head.upliftMode === 'add_on' ? 'added on: × (1 + uplift)' : 'as a divisor: ÷ (1 − uplift)'}.`,
    ...(worked ? [`Travel of ${percent(head.travel)} is added to community hours before the uplift.`] : []),
    `Support workers: ${percent(head.supportShare)} of the clinical total where an area says nothing else. Specialist and management posts are outside clinical numbers.`,
  ];
}
