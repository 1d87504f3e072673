import type { Rate, ReturnFigure } from '#contract';
import { dateInWords } from '../../../core/dates.ts';
import { type Disclosure, protect, type ProtectedTables } from '../../../core/small-numbers.ts';
import { peopleShareMeasure } from './measures.ts';
import { percentInWords } from './words.ts';

/** One group in one course, in heads. */
export interface TrainedGroup {
  readonly course: string;
  readonly courseName: string;
  readonly group: string;
  readonly groupName: string;
  readonly inDate: Rate;
  /** Whether the exact fraction reaches the threshold; null where there is nobody. */
  readonly meets: boolean | null;
}

/** Each course for 6.1: every group's exact share in date, never pooled, in numbers that may leave the trust. */
export function trainingFigures(
  groups: readonly TrainedGroup[],
  { census, threshold, source }: { readonly census: string; readonly threshold: Rate; readonly source: string },
  disclosure: Disclosure,
): ReturnFigure[] {
  const counted = groups.filter(({ inDate }) => inDate.denominator > 0);
  const shown = trainedPublished(counted, disclosure);
  const courses = new Map(counted.map(({ course, courseName }) => [course, courseName]));
  return [...courses].map(([course, courseName]) => {
    const own = counted.filter((one) => one.course === course);
    const measures = own.map(({ group, groupName, inDate }) => {
      const told = {
        of: shown(`${course} ${group}`),
        all: shown(countedKey(group, inDate)),
        hideBelow: disclosure.hideBelow,
      };
      const formula = `people in post on ${dateInWords(census)} who are in date ÷ all who are counted, heads`;
      return peopleShareMeasure(group, groupName, told, formula, ['in date', 'counted']);
    });
    const reached = own.filter(({ meets }) => meets === true).length;
    const said = own.map(({ groupName }, index) => {
      const value = measures[index]?.value;
      return `${groupName} ${typeof value === 'object' && value !== null ? percentInWords(value) : 'not shown, small numbers'}`;
    });
    return {
      key: `training ${course}`,
      reference: '6.1',
      title: courseName,
      measures,
      source,
      of: `on ${dateInWords(census)}`,
      warnings: [],
      sentence:
        `On ${dateInWords(census)}, ${courseName}: ${said.join('; ')}. ` +
        `${reached} of ${own.length} groups reached ${percentInWords(threshold)}, each by its exact fraction.`,
    };
  });
}

/** The people counted of a group stand with each of its courses: one count, where they are as many. */
const countedKey = (group: string, { denominator }: Rate) => `counted ${group} ${denominator}`;

/** Those in date and the others of every course and group, protected as one: a course could tell what another leaves out. */
function trainedPublished(groups: readonly TrainedGroup[], disclosure: Disclosure): ProtectedTables {
  const counts = new Map<string, number>();
  const sums = groups.map(({ course, group, inDate }) => {
    const [total, key] = [countedKey(group, inDate), `${course} ${group}`];
    counts
      .set(total, inDate.denominator)
      .set(key, inDate.numerator)
      .set(`${key} not`, inDate.denominator - inDate.numerator);
    return { total, parts: [key, `${key} not`] };
  });
  return protect({ counts, sums }, disclosure);
}
