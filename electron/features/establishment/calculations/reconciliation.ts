import { type ComparedPlace, type CostCentreDifference, costCentreKey, kindOf } from './ledger.ts';

/** Ledger and staff list of one month, place by place. */
export interface MonthOfPlaces {
  readonly census: string;
  readonly places: readonly ComparedPlace[];
}

/** What was said of a place, and the figures that were accepted when it was settled. */
export interface PlaceNote {
  readonly reason: string | null;
  readonly owner: string | null;
  readonly note: string;
  readonly settledFunded: number | null;
  readonly settledInPost: number | null;
}

export interface ReconciledPlace extends ComparedPlace {
  readonly key: string;
  readonly kind: CostCentreDifference['kind'] | 'agreed';
  readonly since: string | null;
  readonly said: PlaceNote | null;
  readonly settled: boolean;
}

/** One name for a place in every month, however a file spells its cost centre. */
export function placeKey({ costCentre, group, band }: Pick<ComparedPlace, 'costCentre' | 'group' | 'band'>): string {
  return JSON.stringify([costCentreKey(costCentre), group, band]);
}

/**
 * The places of the last of some months, given from the earliest on, with what was said of them. A difference is carried
 * from the first of the unbroken run of months that have it. It is settled while both figures are those accepted.
 */
export function reconcile(
  months: readonly MonthOfPlaces[],
  notes: ReadonlyMap<string, PlaceNote>,
): { readonly places: ReconciledPlace[]; readonly closed: CostCentreDifference[] } {
  const now = months[months.length - 1];
  if (now === undefined) return { places: [], closed: [] };
  const earlier = months.slice(0, -1).map(({ census, places }) => ({ census, differs: differencesByKey(places) }));
  const places = now.places.map((place): ReconciledPlace => {
    const key = placeKey(place);
    const kind = kindOf(place) ?? 'agreed';
    const said = notes.get(key) ?? null;
    const accepted = said !== null && said.settledFunded === place.funded && said.settledInPost === place.inPost;
    return {
      ...place,
      key,
      kind,
      since: kind === 'agreed' ? null : sinceOf(key, now.census, earlier),
      said,
      settled: kind !== 'agreed' && accepted,
    };
  });
  const present = differencesByKey(now.places);
  const before = earlier[earlier.length - 1]?.differs ?? new Map<string, CostCentreDifference>();
  return { places, closed: [...before].filter(([key]) => !present.has(key)).map(([, difference]) => difference) };
}

function sinceOf(
  key: string,
  census: string,
  earlier: readonly { readonly census: string; readonly differs: ReadonlyMap<string, unknown> }[],
): string {
  let since = census;
  for (const month of [...earlier].reverse()) {
    if (!month.differs.has(key)) break;
    since = month.census;
  }
  return since;
}

function differencesByKey(places: readonly ComparedPlace[]): Map<string, CostCentreDifference> {
  const found = new Map<string, CostCentreDifference>();
  for (const place of places) {
    const kind = kindOf(place);
    if (kind !== null) found.set(placeKey(place), { ...place, kind });
  }
  return found;
}

/** How much of the ledger and the staff list is reconciled: by lines, and by the greater WTE of each line. */
export function shareReconciled(places: readonly ReconciledPlace[]) {
  const done = places.filter(({ kind, settled }) => kind === 'agreed' || settled);
  const weight = (some: readonly ReconciledPlace[]) =>
    some.reduce((sum, { funded, inPost }) => sum + Math.max(0, funded, inPost), 0);
  return {
    lines: { numerator: done.length, denominator: places.length },
    wte: { numerator: weight(done), denominator: weight(places) },
  };
}
