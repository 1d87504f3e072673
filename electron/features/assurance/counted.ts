import type { Context } from '../../context.ts';
import type { CountedThing } from './calculations/oversight.ts';
import { localFlagsOf } from './repository.ts';

/** The key under which counts of a local flag are kept. */
export const localKey = (flagId: number): string => `local_${flagId}`;

/** What a trust counts by month: the nine flags, its own, and women in labour and births. */
export function countedThings(
  { database, reference }: Pick<Context, 'database' | 'reference'>,
  trustId: number,
): { flags: CountedThing[]; others: Omit<CountedThing, 'source'>[] } {
  const { flags, counts } = reference.redFlags;
  return {
    flags: [
      ...flags.map(({ key, name, meaning }) => ({ key, name, meaning, source: 'NICE' as const })),
      ...localFlagsOf(database, trustId).map(({ id, name, meaning }) => ({
        key: localKey(id),
        name,
        meaning,
        source: 'local' as const,
      })),
    ],
    others: counts.map(({ key, name, meaning }) => ({ key, name, meaning })),
  };
}
