import type { GapPosition } from '#contract';
import type { Context } from '../../context.ts';
import { dateInWords } from '../../core/dates.ts';
import { lastBy } from '../../core/in-force.ts';
import { answerGap, gapDays } from '../establishment/gap-service.ts';
import { shownGap } from '../establishment/gap-shown.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { namesOfGroups } from '../staff/group-names.ts';
import type { GroupWorkforce, Oversight } from './calculations/oversight.ts';
import { maternity } from './calculations/workforce.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;

/**
 * Required, funded, in post and available of each staff group at the end of a period, with the three gaps: as the gap of
 * that day has them, or of the first day of a ledger or staff list where all are of later ones.
 */
export function readWorkforce(world: World, trust: TrustRow, day: string): Oversight['workforce'] {
  const { bands, staffGroups } = world.reference.organisation;
  const names = { group: namesOfGroups(world), bands, staffGroups };
  const days = gapDays(world.database, trust).reverse();
  const answer = answerGap(world, trust, lastBy(days, day) ?? day);
  const shown = shownGap(answer, trust, names);
  const together = shownGap(answer, trust, names, maternity);
  const groups = shown.byGroup.map(({ group, groupName, position }) => workforceOf(group, groupName, position));
  return {
    groups,
    together: together.byGroup.length > 1 ? workforceOf('all', 'Midwives and support together', together.all) : null,
    on: shown.on,
    requirements: shown.requirements,
    apart: together.remarks.find(({ code }) => code === 'units_apart')?.message ?? null,
    sources: [
      'Required: the establishment as entered.',
      shown.ledgerCensus === null
        ? 'Funded: the establishment as entered.'
        : `Funded: the finance ledger of ${dateInWords(shown.ledgerCensus)}.`,
      shown.staffCensus === null
        ? 'In post: the establishment as entered.'
        : `In post and available: the staff list of ${dateInWords(shown.staffCensus)}.`,
      ...(groups.some(isPart)
        ? [
            'A gap is of the units and staff groups where both of its sides are known, so it may differ from the difference of the totals.',
          ]
        : []),
    ],
  };
}

function workforceOf(group: string, name: string, position: GapPosition): GroupWorkforce {
  const { required, funded, inPost, available, requiredLessFunded, vacancy, requiredLessInPost, vacancyRate } =
    position;
  return {
    group,
    name,
    required: required.wte,
    funded: funded.wte,
    inPost: inPost.wte,
    available,
    requiredLessFunded: requiredLessFunded.wte,
    vacancy: vacancy.wte,
    requiredLessInPost: requiredLessInPost.wte,
    vacancyRate,
  };
}

/** True where a gap leaves some of a total out. */
function isPart({ required, funded, inPost, ...gaps }: GroupWorkforce): boolean {
  const differs = (gap: number | null, from: number | null, less: number | null) =>
    gap !== null && from !== null && less !== null && gap !== from - less;
  return (
    differs(gaps.requiredLessFunded, required, funded) ||
    differs(gaps.vacancy, funded, inPost) ||
    differs(gaps.requiredLessInPost, required, inPost)
  );
}
