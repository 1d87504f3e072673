import type { RetentionRules } from '../../../contract/retention-rules.ts';

/** Before the reason of a figure that counts leavers by it. */
const reasonPrefix = 'reason:';

type OfKind<Kind> = Kind extends unknown ? { readonly kind: Kind } : never;

/** What a figure that an action names is of. */
export type HeldFigure =
  | OfKind<(typeof kinds)[number]>
  | OfKind<(typeof ofRecords)[number]>
  | { readonly kind: 'reason'; readonly reason: string };

/** A figure that the lists of staff, leavers and absence tell. */
export type ListFigure = Exclude<HeldFigure, { readonly kind: (typeof ofRecords)[number] }>;

/** Of requests for flexible working, and of preceptees. */
const ofRecords = ['flexible_granted', 'preceptees'] as const;
const kinds = [
  'leavers',
  'voluntary',
  'avoidable',
  'early',
  'early_rate',
  'first_year',
  'stability',
  'sickness',
] as const;

/** The figure that a key names; undefined for none that the planner works out. */
export function heldFigureOf(key: string): HeldFigure | undefined {
  if (key.startsWith(reasonPrefix)) return { kind: 'reason', reason: key.slice(reasonPrefix.length) };
  const record = ofRecords.find((one) => one === key);
  if (record) return { kind: record };
  const kind = kinds.find((one) => one === key);
  return kind && { kind };
}

const keyOfReason = (reason: string): string => reasonPrefix + reason;

/** The name of a figure with its unit; the key itself where it names none. */
export function nameOfFigure(key: string, { earlyYears }: Pick<RetentionRules, 'earlyYears'>): string {
  const figure = heldFigureOf(key);
  switch (figure?.kind) {
    case 'leavers':
      return 'Leavers in a month';
    case 'voluntary':
      return 'Voluntary leavers in a month';
    case 'avoidable':
      return 'Avoidable leavers in a month';
    case 'early':
      return `Leavers with fewer than ${earlyYears} years of service in a month`;
    case 'first_year':
      return 'Leavers in their first year in a month';
    case 'stability':
      return 'Still in post a month later, %';
    case 'sickness':
      return 'Sickness of the month, %';
    case 'early_rate':
      return `Leavers with fewer than ${earlyYears} years of service in a month, % of heads with as few`;
    case 'preceptees':
      return 'Preceptees in post 12 months after their start, % of those whose 12 months end in the month';
    case 'flexible_granted':
      return 'Flexible working granted, % of requests decided in the month';
    case 'reason':
      return `Leavers in a month: ${figure.reason}`;
    case undefined:
      return key;
  }
}

/** The figures that there are, those of the reasons given among them. */
export function heldFigures(rules: Pick<RetentionRules, 'earlyYears'>, reasons: readonly string[]) {
  return [...kinds, ...ofRecords, ...reasons.map(keyOfReason)].map((key) => ({ key, name: nameOfFigure(key, rules) }));
}
