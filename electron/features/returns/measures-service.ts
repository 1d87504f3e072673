import type { MeasureDefinition, ReturnDocument } from '#contract';
import { measureDefinition } from '../../contract/return-measures.ts';
import type { Context } from '../../context.ts';
import { disclosureFor } from '../../core/small-numbers.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { protectedValues } from './calculations/measure-values.ts';
import { enteredSource } from './calculations/own-measures.ts';
import { periodDays } from './calculations/periods.ts';
import { ofEstablishment } from './measures/of-establishment.ts';
import { ofRosters } from './measures/of-rosters.ts';
import { ofStaff } from './measures/of-staff.ts';
import { ofFlexibleWorking, ofMentors, ofPreceptorship, ofRetentionPlan } from './measures/of-support.ts';
import { ofTraining } from './measures/of-training.ts';
import { fingerprintOf } from './own-measures/measures-file.ts';
import { enteredIn, ownMeasuresOf } from './own-measures/repository.ts';
import { isOfPack } from './own-measures/service.ts';

/** The measures of the pack in force. */
const measureDefinitions = ({ reference }: Pick<Context, 'reference'>): MeasureDefinition[] =>
  reference.measures.measures.map((measure) => measureDefinition.parse(measure));

/** The measures that one number tells: those that a trust can give without their parts. */
export const wholeMeasures = ({ reference }: Pick<Context, 'reference'>): MeasureDefinition[] =>
  reference.measures.measures
    .filter(({ byPartOnly }) => !byPartOnly)
    .map((measure) => measureDefinition.parse(measure));

/** The measures that a trust adds, with what was entered of them for a period; the pack's go before those of the same id. */
function ownMeasures(context: Context, trust: TrustRow, period: string) {
  const { database } = context;
  const entered = new Map(enteredIn(database, trust.id, period).map((one) => [one.measureId, one]));
  return ownMeasuresOf(database, trust.id)
    .filter(({ definition }) => !isOfPack(context, definition.id))
    .map(({ id, definition }) => {
      const value = entered.get(id);
      return {
        definition,
        pack: `own measure ${fingerprintOf(definition)}`,
        source: value ? enteredSource(definition, value, periodDays(period).last) : { measured: [] },
      };
    });
}

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
  const { id, version } = reference.measures;
  const ofPack = measureDefinitions(context).map((definition) => ({ definition, pack: `${id} ${version}` }));
  const own = ownMeasures(context, trust, period);
  return {
    definitions: [...ofPack, ...own].map(({ definition }) => definition),
    values: protectedValues(
      [...sources, ...own.map(({ source }) => source)],
      [...ofPack, ...own],
      disclosureFor(reference.smallNumbers, 'lmns'),
    ),
    basis: establishment.basis,
  };
}
