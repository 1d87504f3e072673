import type { DisclosureProfile, SmallNumberRules } from '../contract/small-number-rules.ts';
import { invariant } from './invariant.ts';
import { protectTables, type PublishedTables } from './protected-tables.ts';
import type { Rate } from './rates.ts';
import { type SharedBefore, withSharedBefore } from './shared-before.ts';
import { inThrees } from './words.ts';

/** A count as it may leave the planner: shown, below the smallest that is shown, withheld to protect another, or not known. */
export type ProtectedCount =
  | { readonly kind: 'shown'; readonly count: number }
  | { readonly kind: 'small' }
  | { readonly kind: 'withheld' }
  | { readonly kind: 'not known' };

/** For whom something is made: what is left out below, and to which multiple what is shown is rounded. */
export interface Disclosure {
  readonly hideBelow: number;
  /** 1 where counts are shown as they are. */
  readonly roundTo: number;
  /** From it the same counts may be read too, below this: what it leaves out is left out here, so that two files tell no more. */
  readonly beside?: number;
  /** What went to the same readers before, and who takes down what goes to them now. */
  readonly memory?: SharingMemory;
}

/** Files before, as those for whom this one is made know them, and as the LMNS does, which reads what is published too. */
export interface SharingMemory {
  readonly own: readonly SharedBefore[];
  readonly beside: readonly SharedBefore[];
  /** Counts that were protected together, with those that were asked for: the ones that the file shows. */
  readonly note: (noted: Noted) => void;
}

export interface Noted {
  readonly tables: PublishedTables;
  readonly own: ReadonlyMap<string, ProtectedCount>;
  readonly beside: ReadonlyMap<string, ProtectedCount>;
  readonly asked: ReadonlySet<string>;
  /** Counts that are left out since a file before told them otherwise. */
  readonly changed: ReadonlySet<string>;
}

/** What a profile of the rules leaves out. */
export function disclosureFor(
  { profiles }: SmallNumberRules,
  profile: DisclosureProfile,
): Disclosure & { readonly name: string } {
  const found = profiles.find(({ key }) => key === profile);
  invariant(found !== undefined, `a profile ${profile}`);
  const lmns = profiles.find(({ key }) => key === 'lmns');
  return profile === 'public' && lmns ? { ...found, beside: lmns.hideBelow } : found;
}

/** Everything that is published together as it may leave the planner; the key has to be one of the tables'. */
export type ProtectedTables = (key: string) => ProtectedCount;

/**
 * The one way by which counts leave the planner, or are shown to whoever may not see all: small ones are left out with
 * whatever would tell them, and where the profile rounds, the others are rounded.
 */
export function protect(tables: PublishedTables, disclosure: Disclosure): ProtectedTables {
  const { roundTo, memory } = disclosure;
  const { exact, own, beside, hasChanged } = leftOut(tables, disclosure, memory);
  const answer = roundTo > 1 ? rounded(tables, exact, roundTo) : exact;
  const asked = new Set<string>();
  if (memory) {
    const alone = hasChanged ? leftOut(tables, disclosure).exact : exact;
    const isChanged = (key: string) => alone.get(key)?.kind === 'shown' && exact.get(key)?.kind !== 'shown';
    memory.note({ tables, own, beside, asked, changed: new Set([...tables.counts.keys()].filter(isChanged)) });
  }
  return (key) => {
    const told = answer.get(key);
    invariant(told !== undefined, `a published count ${key}`);
    asked.add(key);
    return told;
  };
}

/** What is left out for the readers, and for those beside, whose threshold is another; and both together. */
function leftOut(tables: PublishedTables, { hideBelow, beside }: Disclosure, memory?: SharingMemory) {
  const own = answered(tables, memory?.own ?? none, hideBelow);
  if (beside === undefined || beside === hideBelow) return { ...own, own: own.exact, beside: own.exact };
  const other = answered(tables, memory?.beside ?? none, beside);
  const exact = new Map(own.exact);
  // Not as small, where the other says more of it: "fewer than 8" and "5 or more" would be three counts.
  for (const [key, { kind }] of other.exact)
    if (kind === 'withheld' || (kind === 'small' && exact.get(key)?.kind !== 'small'))
      exact.set(key, { kind: 'withheld' });
  return { exact, hasChanged: own.hasChanged || other.hasChanged, own: own.exact, beside: other.exact };
}

interface Answered {
  readonly before: readonly SharedBefore[];
  readonly hideBelow: number;
  readonly exact: ReadonlyMap<string, ProtectedCount>;
  /** Whether a count that was shown has changed by few since. */
  readonly hasChanged: boolean;
}
const none: readonly SharedBefore[] = [];
/** A file may ask for the same tables by several rules: each answer is found once. */
const found = new WeakMap<PublishedTables, Answered[]>();

function answered(tables: PublishedTables, before: readonly SharedBefore[], hideBelow: number): Answered {
  const known = found.get(tables) ?? [];
  const same = known.find((one) => one.before === before && one.hideBelow === hideBelow);
  if (same) return same;
  const all = withSharedBefore(tables, before, hideBelow);
  const hasChanged = (all.changed?.size ?? 0) > 0;
  const made = { before, hideBelow, exact: protectTables(all, hideBelow), hasChanged };
  found.set(tables, [...known, made]);
  return made;
}

/**
 * Counts to the nearest multiple, a half up. A total is the sum of its rounded parts; it is withheld where one of them
 * is, or where rows and columns make two sums of it, so that no difference tells more than the rounded counts do.
 */
function rounded(
  { counts, sums }: PublishedTables,
  exact: ReadonlyMap<string, ProtectedCount>,
  roundTo: number,
): ReadonlyMap<string, ProtectedCount> {
  const answer = new Map<string, ProtectedCount>();
  const of = (key: string): ProtectedCount => {
    const known = answer.get(key);
    if (known) return known;
    const one = exact.get(key) ?? { kind: 'not known' };
    const made = one.kind === 'shown' ? ofShown(key, one.count) : one;
    answer.set(key, made);
    return made;
  };
  const ofShown = (key: string, count: number): ProtectedCount => {
    const made = sums
      .filter(({ total }) => total === key)
      .map(({ parts }) => parts.map(of).filter(({ kind }) => kind !== 'not known'));
    if (made.length === 0) return { kind: 'shown', count: Math.floor(count / roundTo + 0.5) * roundTo };
    const totals = made.map((parts) =>
      parts.reduce((sum, part) => sum + (part.kind === 'shown' ? part.count : Number.NaN), 0),
    );
    const [first = Number.NaN] = totals;
    const isSure = totals.every((total) => total === first);
    return isSure ? { kind: 'shown', count: first } : { kind: 'withheld' };
  };
  return new Map([...counts.keys()].map((key) => [key, of(key)]));
}

/**
 * The same people or events in one table or several, each beside their total, and the total, as they may leave the
 * planner. A table that does not come to the total tells nothing of it.
 */
export function protectCounts(
  tables: readonly (readonly (number | null)[])[],
  hideBelow: number,
  total = sumOf(tables[0] ?? []),
): { readonly tables: readonly (readonly ProtectedCount[])[]; readonly total: ProtectedCount } {
  const keys = tables.map((counts, table) => counts.map((_, index) => `${table}/${index}`));
  const sums = tables.flatMap((counts, table) =>
    sumOf(counts) === total ? [{ total: 'all', parts: keys[table] ?? [] }] : [],
  );
  const counts = tables.flatMap((some, table) =>
    some.map((count, index): [string, number | null] => [`${table}/${index}`, count]),
  );
  const of = protect({ counts: new Map([...counts, ['all', total]]), sums }, { hideBelow, roundTo: 1 });
  return { tables: keys.map((some) => some.map(of)), total: of('all') };
}

/** Null where none is known. */
function sumOf(counts: readonly (number | null)[]): number | null {
  const known = counts.filter((count) => count !== null);
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
}

/** The count in words, as a table of a paper has it. */
export function protectedInWords(protectedCount: ProtectedCount, hideBelow: number): string {
  switch (protectedCount.kind) {
    case 'shown':
      return inThrees(String(protectedCount.count));
    case 'small':
      return `fewer than ${hideBelow}`;
    default:
      return protectedCount.kind === 'withheld' ? 'not shown' : 'not known';
  }
}

/** A rate of two counts: null where one of them is not shown, so that a percentage goes with what it is made of. */
export function protectedRate(numerator: ProtectedCount, denominator: ProtectedCount): Rate | null {
  return numerator.kind === 'shown' && denominator.kind === 'shown'
    ? { numerator: numerator.count, denominator: denominator.count }
    : null;
}

/** A share of people, or the least that it can be where so few are left out of it that they could be known. */
export interface ProtectedShare {
  readonly rate: Rate;
  /** True where the share is at least `rate`, and more than that is not told. */
  readonly atLeast: boolean;
}

/** Of a share whose rest is 1 up to below `smallest` people, what it would be with one fewer than `smallest` left out. */
export function protectShare({ numerator, denominator }: Rate, smallest: number): ProtectedShare {
  const rest = denominator - numerator;
  const atLeast = rest > 0 && rest < smallest && denominator >= smallest;
  return {
    rate: atLeast ? { numerator: denominator - smallest + 1, denominator } : { numerator, denominator },
    atLeast,
  };
}
