import type { Rate } from '../../../core/rates.ts';
import type { LedgerEntry } from '../entries.ts';
import { type FundedRules, fundedGroupOf } from './funded-groups.ts';

/** Staff in post of one cost centre, group and band, as the staff list says. WTE in hundred-thousandths throughout. */
export interface PlacedInPost {
  readonly costCentre: string | null;
  readonly group: string;
  readonly band: string;
  readonly wte: number;
}

/** Funded less in post, its sign kept (D22). In post is null where it is not known, which is not nought. */
export interface LedgerGap {
  readonly funded: number;
  readonly inPost: number | null;
}

export interface BandGap extends LedgerGap {
  readonly group: string;
  /** '-' for posts without a band. */
  readonly band: string;
}

/** Where ledger and staff list disagree about one cost centre, group and band. Ordinary vacancies are none. */
export interface CostCentreDifference {
  /** As the ledger spells it, or the staff list where the ledger does not know it. */
  readonly costCentre: string;
  readonly group: string;
  readonly band: string;
  readonly kind: 'not_in_ledger' | 'nobody_in_post' | 'over_established';
  readonly funded: number;
  readonly inPost: number;
}

export interface LedgerFigures {
  readonly fundedByGroup: ReadonlyMap<string, number>;
  /** Groups that both the ledger and the staff list tell apart, with their bands. */
  readonly bands: readonly BandGap[];
  readonly groups: readonly (LedgerGap & { readonly group: string })[];
  /** Null without a staff list. */
  readonly differences: readonly CostCentreDifference[] | null;
}

const noBand = '-';
/** Medical posts have no line in most ledgers, and a group that is not mapped compares with nothing. */
const medical = 'medical';

/**
 * Funded posts and vacancies (D21, D22). `inPostGroups` are the groups that a staff list tells apart: of another, such as
 * other nurses, it is not known who is in post. A group without a line in the ledger has no known vacancy either.
 */
export function ledgerFigures(
  lines: readonly LedgerEntry[],
  inPost: readonly PlacedInPost[] | null,
  rules: FundedRules,
  inPostGroups: ReadonlySet<string>,
): LedgerFigures {
  const funded = lines.map((line) => ({
    costCentre: line.costCentre,
    group: fundedGroupOf(rules, line),
    band: line.band ?? noBand,
    wte: line.funded,
  }));
  const fundedByGroup = sumBy(funded, ({ group }) => group);
  const compared = [...fundedByGroup.keys()].filter((group) => inPostGroups.has(group) && group !== rules.unmapped);
  const ofCompared = (rows: readonly PlacedInPost[]) => rows.filter(({ group }) => compared.includes(group));
  const bandsFunded = sumBy(ofCompared(funded), bandKey);
  const bandsInPost = sumBy(ofCompared(inPost ?? []), bandKey);
  const bands = [...new Set([...bandsFunded.keys(), ...bandsInPost.keys()])].sort().map((key) => {
    const [group = '', band = ''] = key.split('\t');
    return { group, band, funded: bandsFunded.get(key) ?? 0, inPost: inPost && (bandsInPost.get(key) ?? 0) };
  });
  const groups = compared.map((group) => ({
    group,
    ...totalOf(bands.filter((band) => band.group === group)),
  }));
  return { fundedByGroup, bands, groups, differences: inPost && differencesOf(funded, inPost, rules) };
}

/** Sum of gaps. In post is not known where it is not known of one of them. */
export function totalOf(gaps: readonly LedgerGap[]): LedgerGap {
  const known = gaps.map(({ inPost }) => inPost).filter((wte) => wte !== null);
  return {
    funded: gaps.reduce((sum, gap) => sum + gap.funded, 0),
    inPost: known.length < gaps.length ? null : known.reduce((sum, wte) => sum + wte, 0),
  };
}

export function vacancyOf({ funded, inPost }: LedgerGap): number | null {
  return inPost === null ? null : funded - inPost;
}

/** Vacancy, or staff in post, over funded; null where one of them is not known. */
export function overFunded(gap: LedgerGap, numerator: number | null): Rate | null {
  return numerator === null ? null : { numerator, denominator: Math.max(0, gap.funded) };
}

/** Vacancy over some bands: net is the plain difference, gross the sum of the gaps above nought. Null where not known. */
export function netAndGross(bands: readonly LedgerGap[]): {
  readonly net: number | null;
  readonly gross: number | null;
} {
  const gaps = bands.map(vacancyOf).filter((gap) => gap !== null);
  if (bands.length === 0 || gaps.length < bands.length) return { net: null, gross: null };
  return {
    net: gaps.reduce((sum, gap) => sum + gap, 0),
    gross: gaps.reduce((sum, gap) => sum + Math.max(0, gap), 0),
  };
}

function differencesOf(
  funded: readonly PlacedInPost[],
  inPost: readonly PlacedInPost[],
  rules: FundedRules,
): CostCentreDifference[] {
  return comparedPlaces(funded, inPost, rules).flatMap((place) => {
    const kind = kindOf(place);
    return kind === null ? [] : [{ ...place, kind }];
  });
}

/** A cost centre, group and band, with what the ledger funds and what the staff list has in post there. */
export type ComparedPlace = Omit<CostCentreDifference, 'kind'>;

/** Every cost centre, group and band that the ledger or the staff list knows; doctors and what is not mapped left out. */
export function comparedPlaces(
  funded: readonly PlacedInPost[],
  inPost: readonly PlacedInPost[],
  rules: Pick<FundedRules, 'unmapped'>,
): ComparedPlace[] {
  const places = new Map<string, ComparedPlace & { funded: number; inPost: number }>();
  const add = (row: PlacedInPost, side: 'funded' | 'inPost') => {
    if (!isCompared(row.group, rules)) return;
    const key = [costCentreKey(row.costCentre), row.group, row.band].join('\t');
    const { group, band } = row;
    const place = places.get(key) ?? { costCentre: row.costCentre ?? '', group, band, funded: 0, inPost: 0 };
    place[side] += row.wte;
    places.set(key, place);
  };
  for (const row of funded) add(row, 'funded');
  for (const row of inPost) add(row, 'inPost');
  return [...places].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, place]) => place);
}

/** Doctors have no line in most ledgers, and what is not mapped compares with nothing. */
export function isCompared(group: string, { unmapped }: Pick<FundedRules, 'unmapped'>): boolean {
  return group !== medical && group !== unmapped;
}

/** How ledger and staff list disagree about a place; null where they agree, which an ordinary vacancy does. */
export function kindOf({
  funded,
  inPost,
}: Pick<ComparedPlace, 'funded' | 'inPost'>): CostCentreDifference['kind'] | null {
  if (inPost > 0 && funded <= 0) return 'not_in_ledger';
  if (funded > 0 && inPost === 0) return 'nobody_in_post';
  return inPost > funded ? 'over_established' : null;
}

/** Two files may differ in zeros on the left, which a sheet takes from a number, and in case. */
export function costCentreKey(costCentre: string | null): string {
  return (costCentre ?? '').replace(/^0+(?=\d+$)/, '').toUpperCase();
}

/** One name for a cost centre, staff group and band in every month, however a file spells the cost centre. */
export function placeKey({ costCentre, group, band }: Omit<PlacedInPost, 'wte'>): string {
  return JSON.stringify([costCentreKey(costCentre), group, band]);
}

const bandKey = ({ group, band }: PlacedInPost) => `${group}\t${band}`;

function sumBy(rows: readonly PlacedInPost[], keyOf: (row: PlacedInPost) => string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.wte);
  return sums;
}
