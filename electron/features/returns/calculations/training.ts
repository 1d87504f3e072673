import type { Rate, ReturnFigure } from '#contract';
import { dateInWords } from '../../../core/dates.ts';
import { named } from '../../../core/protected-tables.ts';
import { type Disclosure, protect } from '../../../core/small-numbers.ts';
import {
  compliancePublished,
  type PublishedCell,
  shareKeys,
} from '../../training/calculations/compliance-protected.ts';
import { peopleShareMeasure } from './measures.ts';
import { percentInWords } from '../../../core/words.ts';

/** One group in one course, in heads, with the other shares that are told of it elsewhere. */
export type TrainedGroup = PublishedCell & {
  readonly courseName: string;
  readonly groupName: string;
  /** Whether the exact fraction reaches the threshold; null where there is nobody. */
  readonly meets: boolean | null;
};

/** Each course for 6.1: every group's exact share in date, never pooled, in numbers that may leave the trust. */
export function trainingFigures(
  groups: readonly TrainedGroup[],
  {
    census,
    threshold,
    source,
    packs,
  }: {
    readonly census: string;
    readonly threshold: Rate;
    readonly source: string;
    readonly packs: readonly string[];
  },
  disclosure: Disclosure,
): ReturnFigure[] {
  const counted = groups.filter(({ inDate }) => inDate.denominator > 0);
  // The evidence packs tell of the same census: one system, or the one would tell what the other leaves out.
  const keyOf = (key: string) => `training on ${census}: ${key}`;
  const all = protect(named(compliancePublished(counted), keyOf), disclosure);
  const shown = (key: string) => all(keyOf(key));
  const courses = new Map(counted.map(({ course, courseName }) => [course, courseName]));
  return [...courses].map(([course, courseName]) => {
    const own = counted.filter((one) => one.course === course);
    const measures = own.map((one) => {
      const { group, groupName, inDate } = one;
      const keys = shareKeys(one, 'in date', inDate);
      const told = {
        of: shown(keys.done),
        all: shown(keys.all),
        hideBelow: disclosure.hideBelow,
      };
      const formula = `people in post on ${dateInWords(census)} who are in date ÷ all who are counted, heads`;
      return peopleShareMeasure(group, groupName, told, formula, ['in date', 'counted']);
    });
    const told = own.filter((_, index) => typeof measures[index]?.value === 'object');
    const reached = told.filter(({ meets }) => meets === true).length;
    const whose = told.length < own.length ? ' whose numbers may be told' : '';
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
      rests: { from: null, on: census, packs: [...packs] },
      sentence:
        `On ${dateInWords(census)}, ${courseName}: ${said.join('; ')}. ` +
        `${reached} of ${told.length} ${told.length === 1 ? 'group' : 'groups'}${whose} reached ${percentInWords(threshold)}, each by its exact fraction.`,
    };
  });
}
