import type { Context } from '../../../context.ts';
import type { TrustRow } from '../../organisation/repository.ts';
import { compliancePublished, shareKeys } from '../../training/calculations/compliance-protected.ts';
import type { MeasuredSource } from '../calculations/measure-values.ts';
import { trainedGroups } from '../trained-groups.ts';

/** Those in date of every staff group in every course; the same system of counts as 6.1 tells, so that both leave out the same. */
export function ofTraining(context: Context, trust: TrustRow): MeasuredSource[] {
  const trained = trainedGroups(context, trust);
  if (trained === null) return [];
  const counted = trained.groups.filter(({ inDate }) => inDate.denominator > 0);
  return [
    {
      people: compliancePublished(counted),
      measured: counted.map((one) => {
        const keys = shareKeys(one, 'in date', one.inDate);
        return {
          measure: 'training-compliance',
          group: `${one.courseName}: ${one.groupName}`,
          numerator: { value: one.inDate.numerator, people: keys.done },
          denominator: { value: one.inDate.denominator, people: keys.all },
          from: null,
          on: trained.census,
          packs: trained.packs,
        };
      }),
    },
  ];
}
