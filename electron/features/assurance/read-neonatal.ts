import type { Context } from '../../context.ts';
import { difference } from '../establishment/calculations/agreed-levels.ts';
import { neonatalNursesOf } from '../establishment/calculations/neonatal-nursing.ts';
import { listAgreedLevels, listNeonatal } from '../establishment/required-levels-repository.ts';
import type { TrustRow } from '../organisation/repository.ts';
import type { NeonatalOversight } from './calculations/oversight.ts';

/** What the calculator of neonatal nurses and the agreed levels of neonatal doctors say, as they are entered today. */
export function readNeonatal(
  { database, reference }: Pick<Context, 'database' | 'reference'>,
  trust: TrustRow,
): NeonatalOversight {
  return {
    calculators: listNeonatal(database, trust.id).map((inputs) => {
      const { required, funded, inPost, qualifiedLeast } = neonatalNursesOf(inputs, reference.neonatal);
      return {
        name: inputs.name,
        date: inputs.date,
        required,
        funded: funded.all,
        inPost: inPost.all,
        qualified: inPost.qualifiedShare,
        qualifiedLeast: qualifiedLeast / 100_000,
        designation: inputs.designation,
        qualifiedWte: inputs.inPostQualified,
        registeredWte:
          inputs.inPostQualified === null || inputs.inPostRegistered === null
            ? null
            : inputs.inPostQualified + inputs.inPostRegistered,
      };
    }),
    tiers: listAgreedLevels(database, trust.id)
      .filter(({ profession }) => profession === 'neonatal_medical')
      .map(({ designation, tier, role, required, inPost }) => ({
        name: [designation, tier, role].filter(Boolean).join(', ') || 'No tier said',
        required,
        inPost,
        gap: difference(required, inPost),
      })),
  };
}
