import type { TrainingRules } from '../../../contract/training-rules.ts';
import { type Rate, roundedPercent } from '../../../core/rates.ts';
import { monthsInName } from '../parse/competences.ts';
import { type GroupCompliance, reaches } from './compliance.ts';
import type { CountedPeople } from './people.ts';

/** Compliance by course and group under its printed names. */
export function coursesAsExpected(
  compliance: readonly GroupCompliance[],
  { threshold }: Pick<TrainingRules, 'threshold'>,
) {
  const courses: Record<string, Record<string, object>> = {};
  for (const { course, group, compliant, attended, withBank } of compliance) {
    (courses[course] ??= {})[group] = {
      compliant: compliant.numerator,
      eligible: compliant.denominator,
      fraction: fractionOf(compliant),
      percent: roundedPercent(compliant),
      meets_90_percent: reaches(compliant, threshold),
      attended_in_window: attended.numerator,
      attended_in_window_percent: roundedPercent(attended),
      attended_meets_90_percent: reaches(attended, threshold),
      compliant_with_bank_only: withBank.numerator,
      eligible_with_bank_only: withBank.denominator,
    };
  }
  return courses;
}

function fractionOf({ numerator, denominator }: Rate): string {
  return `${numerator}/${denominator}`;
}

/** People who are left out of the denominators, by group and reason. */
export function excludedAsExpected({ excluded }: CountedPeople, { groups }: Pick<TrainingRules, 'groups'>) {
  const found: Record<string, Record<string, number>> = {};
  for (const { key } of groups) {
    for (const { group, reason } of excluded) {
      if (group !== key) continue;
      const reasons = (found[key] ??= {});
      reasons[reason] = (reasons[reason] ?? 0) + 1;
    }
  }
  return found;
}

/** What the figures were worked out with: the courses' names and groups, with the names that the trust's files map to them. */
export function settingsAsExpected(
  rules: Pick<TrainingRules, 'courses'>,
  rows: readonly { readonly competence: string; readonly course: string }[],
) {
  const map = new Map<string, string>();
  for (const { key, competences } of rules.courses) for (const name of competences) map.set(name, key);
  for (const { competence, course } of rows) map.set(competence, course);
  const months = new Map(rules.courses.map(({ key, validityMonths }) => [key, validityMonths]));
  const yearsOf = (name: string, course: string) => (monthsInName(name) ?? months.get(course) ?? 0) / 12;
  return {
    competence_map: Object.fromEntries(map),
    validity_years: Object.fromEntries([...map].map(([name, course]) => [name, yearsOf(name, course)])),
    course_groups: Object.fromEntries(rules.courses.map(({ key, groups }) => [key, groups])),
  };
}
