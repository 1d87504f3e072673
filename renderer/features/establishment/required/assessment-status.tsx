import type { AssessmentSummary } from '#contract';
import { Status } from '../../../components/Status.tsx';

/** Where an assessment stands, and that it is too old to be relied on. */
export function AssessmentStatus({ status, age }: Pick<AssessmentSummary, 'status' | 'age'>) {
  if (status === 'draft') return <Status kind="blue" word="Draft" />;
  if (status === 'superseded') return <Status kind="blue" word="Superseded" />;
  return age?.past ? (
    <Status kind="amber" word={`Agreed, older than ${age.years} years`} />
  ) : (
    <Status kind="green" word="Agreed" />
  );
}

/** "1 year 8 months". */
export function ageText(age: AssessmentSummary['age']): string {
  if (age === null) return 'not known';
  const [years, months] = [Math.floor(age.months / 12), age.months % 12];
  const part = (count: number, word: string) => (count > 0 ? `${count} ${word}${count === 1 ? '' : 's'}` : '');
  return [part(years, 'year'), part(months, 'month')].filter(Boolean).join(' ') || 'under a month';
}
