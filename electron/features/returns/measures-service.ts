import type { MeasureDefinition, ReturnDocument } from '#contract';
import { measureDefinition } from '../../contract/return-measures.ts';
import type { Context } from '../../context.ts';
import { disclosureFor } from '../../core/small-numbers.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { protectedValues } from './calculations/measure-values.ts';
import { periodDays } from './calculations/periods.ts';
import { ofEstablishment } from './measures/of-establishment.ts';
import { ofRosters } from './measures/of-rosters.ts';
import { ofStaff } from './measures/of-staff.ts';
import { ofFlexibleWorking, ofMentors, ofPreceptorship, ofRetentionPlan } from './measures/of-support.ts';
import { ofTraining } from './measures/of-training.ts';

/** The measures of the pack in force. */
const measureDefinitions = ({ reference }: Pick<Context, 'reference'>): MeasureDefinition[] =>
  reference.measures.measures.map((measure) => measureDefinition.parse(measure));

/** The measures that one number tells: those that a trust can give without their parts. */
export const wholeMeasures = ({ reference }: Pick<Context, 'reference'>): MeasureDefinition[] =>
  reference.measures.measures
    .filter(({ byPartOnly }) => !byPartOnly)
    .map((measure) => measureDefinition.parse(measure));

/**
 * What a trust knows of each measure on the last day of a period, or today where that is to come: numerators and
 * denominators as they may leave the trust, and what they rest on. A measure of which nothing is known has no value.
 */
export function returnMeasures(context: Context, trust: TrustRow, period: string): ReturnDocument['measures'] {
  const { reference } = context;
  const { first, last } = periodDays(period);
  const today = context.today();
  const day = last < today ? last : today;
  const establishment = ofEstablishment(context, trust, day);
  const sources = [
    establishment,
    ofRosters(context, trust, { first, last }),
    ...ofStaff(context, trust, day),
    ofRetentionPlan(context, trust, day),
    ofFlexibleWorking(context, trust, day),
    ...ofPreceptorship(context, trust, day),
    ofMentors(context, trust),
    ...ofTraining(context, trust),
  ];
  return {
    definitions: measureDefinitions(context),
    values: protectedValues(sources, reference.measures, disclosureFor(reference.smallNumbers, 'lmns')),
    basis: establishment.basis,
  };
}
