import type { Preceptor, PreceptorCells, PreceptorCoverage, SupportedPreceptee } from '#contract';
import type { PreceptorRules } from '../../../contract/support-rules.ts';
import { partsOf } from '../../../core/dates.ts';
import { groupedBy } from '../../../core/grouped.ts';

/** A preceptee in the programme as the register needs her: with her preceptor's name and that one's protected minutes. */
export interface CurrentPreceptee extends SupportedPreceptee {
  readonly person: string | null;
  readonly preceptor: string | null;
  /** Last day of the preceptor on the register, once it has gone by. */
  readonly preceptorLeft: string | null;
  readonly given: number;
  readonly owed: number;
}

export type EnteredPreceptor = PreceptorCells & { readonly id: number };

/**
 * By this a preceptee's preceptor is found on the register, and a unit under another spelling: "MISTRY,  Jane" is "jane
 * mistry", since logs and staff lists write names either way round.
 */
export function keyOfName(name: string): string {
  const plain = name.replace(/\s+/gu, ' ').trim().toLowerCase();
  const [last = '', first, ...more] = plain.split(/ ?, ?/u);
  return first === undefined || more.length > 0 ? plain : `${first} ${last}`;
}

/** Whole months from one day to another: 30 November to 28 February are 2, to 31 March 4. */
export function monthsBetween(from: string, to: string): number {
  const [start, end] = [partsOf(from), partsOf(to)];
  return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day ? 1 : 0);
}

interface Around {
  readonly rules: PreceptorRules;
  readonly today: string;
  /** People on the newest staff list; null without one. */
  readonly inPost: ReadonlySet<string> | null;
}

/** The register as it stands on a day, by name. */
export function registerOn(
  entered: readonly EnteredPreceptor[],
  preceptees: readonly CurrentPreceptee[],
  { rules, today, inPost }: Around,
): Preceptor[] {
  const patterns = new Map(rules.shiftPatterns.map(({ key, name }) => [key, name]));
  const supported = groupedBy(preceptees, ({ preceptor }) => (preceptor === null ? null : keyOfName(preceptor)));
  return entered
    .map((cells): Preceptor => {
      const own = supported.get(keyOfName(cells.name)) ?? [];
      const load = own.filter(({ active }) => active).length;
      const limit = cells.most ?? rules.mostPreceptees;
      const experience = cells.registered === null ? null : Math.max(0, monthsBetween(cells.registered, today));
      const isPrepared = cells.prepared !== null && cells.prepared <= today;
      const isOn = cells.person === null || inPost === null ? null : inPost.has(cells.person);
      return {
        ...cells,
        shiftPatternName: cells.shiftPattern === null ? null : (patterns.get(cells.shiftPattern) ?? cells.shiftPattern),
        limit,
        load,
        preceptees: own.map(({ key, name, unit, start, active }) => ({ key, name, unit, start, active })),
        isPrepared,
        experience,
        isExperienced: experience === null ? null : experience >= rules.experienceMonths,
        inPost: isOn,
        given: own.reduce((sum, { given }) => sum + given, 0),
        owed: own.reduce((sum, { owed }) => sum + owed, 0),
        state: stateOf(cells.until !== null && cells.until < today, isPrepared, load, limit),
      };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function stateOf(hasLeft: boolean, isPrepared: boolean, load: number, limit: number): Preceptor['state'] {
  if (hasLeft) return 'left';
  if (load > limit) return 'over';
  if (!isPrepared) return 'not_prepared';
  return load === limit ? 'full' : 'free';
}

/** Nobody is named, or nobody who is still on the register. */
export const isWithout = ({ preceptor, preceptorLeft }: CurrentPreceptee): boolean =>
  preceptor === null || preceptorLeft !== null;

/** Places, load and preceptees of each unit, and of all. Places are those of prepared preceptors; nobody's spare is below nought. */
export function coverageOf(
  register: readonly Preceptor[],
  preceptees: readonly CurrentPreceptee[],
): { units: PreceptorCoverage[]; all: PreceptorCoverage } {
  const units = new Map<string, string | null>();
  for (const { unit } of [...register.filter(({ state }) => state !== 'left'), ...preceptees])
    if (!units.has(keyOfName(unit ?? ''))) units.set(keyOfName(unit ?? ''), unit);
  const of = (unit: string | null, has: (one: { readonly unit: string | null }) => boolean): PreceptorCoverage => {
    const prepared = register.filter((one) => has(one) && one.state !== 'left' && one.isPrepared);
    const own = preceptees.filter(has);
    const sum = (read: (one: Preceptor) => number) => prepared.reduce((total, one) => total + read(one), 0);
    return {
      unit,
      preceptors: prepared.length,
      places: sum(({ limit }) => limit),
      load: sum(({ load }) => load),
      spare: sum(({ limit, load }) => Math.max(0, limit - load)),
      preceptees: own.length,
      withoutPreceptor: own.filter(isWithout).length,
    };
  };
  return {
    units: [...units]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, unit]) => of(unit, (one) => keyOfName(one.unit ?? '') === key)),
    all: of(null, () => true),
  };
}

/** Names that preceptees give and the register does not have. */
export function notOnRegister(
  entered: readonly EnteredPreceptor[],
  preceptees: readonly CurrentPreceptee[],
): { name: string; preceptees: number }[] {
  const known = new Set(entered.map(({ name }) => keyOfName(name)));
  const names = new Map<string, { name: string; preceptees: number }>();
  for (const { preceptor } of preceptees) {
    if (preceptor === null || known.has(keyOfName(preceptor))) continue;
    const before = names.get(keyOfName(preceptor));
    names.set(keyOfName(preceptor), { name: before?.name ?? preceptor, preceptees: (before?.preceptees ?? 0) + 1 });
  }
  return [...names.values()];
}
