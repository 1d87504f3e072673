import type { TrainingCourse, TrainingRules, TrainingScheme } from '../../../contract/training-rules.ts';
import { addMonths } from '../../../core/dates.ts';

/** What a trust says of a course: the whole course, or null where it does not count it. */
export interface OwnCourse {
  readonly key: string;
  readonly course: TrainingCourse | null;
}

/** The courses that a trust counts: the pack's, each as the trust has it, then those that the trust added. */
export function coursesOf(pack: readonly TrainingCourse[], own: readonly OwnCourse[]): TrainingCourse[] {
  const said = new Map(own.map(({ key, course }) => [key, course]));
  const published = pack.map((course) => (said.has(course.key) ? (said.get(course.key) ?? null) : course));
  const keys = new Set(pack.map(({ key }) => key));
  const added = own.filter(({ key }) => !keys.has(key)).map(({ course }) => course);
  return [...published, ...added].filter((course) => course !== null);
}

export interface SchemeInForce {
  readonly pack: TrainingScheme;
  /** False where no year that is held covers the day, so that the newest year's rules are taken for a later one. */
  readonly ofThatYear: boolean;
}

/** The year of the scheme whose months a day lies in, else the newest that is held; null without any. */
export function schemeOn(schemes: readonly TrainingScheme[], day: string): SchemeInForce | null {
  const found = schemes.find(({ window }) => day <= window.endsOn && day > addMonths(window.endsOn, -window.months));
  if (found) return { pack: found, ofThatYear: true };
  const newest = schemes[schemes.length - 1];
  return newest === undefined ? null : { pack: newest, ofThatYear: false };
}

/** The rules by which a day is judged: the trust's courses, with threshold and months as the scheme has them. */
export function rulesOn(rules: TrainingRules, own: readonly OwnCourse[], scheme: SchemeInForce | null): TrainingRules {
  const courses = coursesOf(rules.courses, own);
  if (scheme === null) return { ...rules, courses };
  const { thresholdPercent, window } = scheme.pack;
  return {
    ...rules,
    courses,
    threshold: { numerator: thresholdPercent, denominator: 100 },
    window: { endsOn: window.endsOn.slice(5), months: window.months },
  };
}
