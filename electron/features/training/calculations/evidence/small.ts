import type { TableValue } from '../../../../contract/exports.ts';
import type { EvidenceDetail } from '../../../../contract/training-evidence.ts';
import { named, type PublishedTables } from '../../../../core/protected-tables.ts';
import {
  type Disclosure,
  protect,
  type ProtectedTables,
  protectedInWords,
  protectedRate,
} from '../../../../core/small-numbers.ts';
import type { Rate } from '../../../../core/rates.ts';
import { countInWords } from '../../../../core/words.ts';
import { fractionInWords, honestShare } from '../words.ts';

/** How much of people is told, and the smallest number that is. */
export interface Telling {
  readonly detail: EvidenceDetail;
  readonly smallest: number;
  /** By what counts are left out, with what went to the same readers before. */
  readonly sharing: Disclosure;
}

export const notShown = 'not shown';

/**
 * The counts of a pack as it tells them: every one, or those that may leave the trust. `about` says what they are of, so that
 * they are known again when a pack is made anew.
 */
export function shownOf(tables: PublishedTables, { detail, sharing }: Telling, about: string): ProtectedTables {
  const keyOf = (key: string) => `${about}: ${key}`;
  if (detail === 'protected') {
    const shown = protect(named(tables, keyOf), sharing);
    return (key) => shown(keyOf(key));
  }
  return (key) => ({ kind: 'shown', count: tables.counts.get(key) ?? 0 });
}

/** A number of people by itself, whose total is told nowhere. */
export const tellCount = (count: number, { detail, smallest }: Telling): TableValue =>
  detail === 'protected' && count > 0 && count < smallest ? `fewer than ${smallest}` : count;

/** Numbers of people by key beside their total: the numbers, and the total in words. */
export function tellCounts(
  counts: ReadonlyMap<string, number>,
  telling: Telling,
  about: string,
): { readonly counts: readonly TableValue[]; readonly total: string } {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (telling.detail !== 'protected') return { counts: [...counts.values()], total: countInWords(all) };
  const sums = counts.size > 0 ? [{ total: 'all', parts: [...counts.keys()] }] : [];
  const shown = shownOf({ counts: new Map([...counts, ['all', all]]), sums }, telling, about);
  const total = shown('all');
  return {
    counts: [...counts.keys()].map((key) => {
      const one = shown(key);
      return one.kind === 'shown' ? one.count : protectedInWords(one, telling.smallest);
    }),
    total: total.kind === 'withheld' ? 'some' : protectedInWords(total, telling.smallest),
  };
}

/** The keys of a share's counts among those of the pack: those who have it, those who have not, and all. */
interface ShareKeys {
  readonly done: string;
  readonly not: string;
  readonly all: string;
}

/** A share of people as a pack tells it. */
export interface ToldShare {
  /** "119 of 139", or what may be said of it. */
  readonly fraction: string;
  readonly share: TableValue;
  /** False where the share is left out, and with it all that follows from it, such as whether it reaches the threshold. */
  readonly isTold: boolean;
}

/** A share goes with its numerator and its denominator. */
export function tellShare(shown: ProtectedTables, keys: ShareKeys, threshold: Rate, smallest: number): ToldShare {
  const [done, not, all] = [shown(keys.done), shown(keys.not), shown(keys.all)];
  const rate = protectedRate(done, all);
  if (rate !== null)
    return {
      fraction: fractionInWords(rate),
      share: rate.denominator === 0 ? null : honestShare(rate, threshold),
      isTold: true,
    };
  const of = all.kind === 'shown' ? ` of ${countInWords(all.count)}` : '';
  const left = (fraction: string): ToldShare => ({ fraction, share: notShown, isTold: false });
  if (all.kind === 'small') return left(`fewer than ${smallest} people`);
  if (done.kind === 'small') return left(`fewer than ${smallest}${of}`);
  if (not.kind === 'small') return left(`all but fewer than ${smallest}${of}`);
  return left(of === '' ? notShown : `not shown${of}`);
}

/** What the pack says of names and numbers. */
export function tellingInWords({ detail, smallest }: Telling): string {
  switch (detail) {
    case 'named':
      return 'This pack names people: it was asked for with names, and is for use within the trust alone.';
    case 'exact':
      return 'This pack names nobody. It has every number, also small ones, by which people could be known within the trust.';
    default:
      return `This pack names nobody, and tells no number of people below ${smallest}, nor one by which such a number could be worked out. Whether a group reaches the threshold is left out with its share.`;
  }
}
