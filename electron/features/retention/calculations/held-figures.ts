import type { RetentionRules } from '../../../contract/retention-rules.ts';

/** Before the reason of a figure that counts leavers by it. */
const reasonPrefix = 'reason:';

/** What a figure that an action names is of. */
export type HeldFigure =
  | { readonly kind: 'leavers' | 'voluntary' | 'avoidable' | 'early' | 'first_year' | 'stability' | 'sickness' }
  | { readonly kind: 'reason'; readonly reason: string };

const kinds = ['leavers', 'voluntary', 'avoidable', 'early', 'first_year', 'stability', 'sickness'] as const;

/** The figure that a key names; undefined for none that the planner works out. */
export function heldFigureOf(key: string): HeldFigure | undefined {
  if (key.startsWith(reasonPrefix)) return { kind: 'reason', reason: key.slice(reasonPrefix.length) };
  const kind = kinds.find((one) => one === key);
  return kind && { kind };
}

export const keyOfReason = (reason: string): string => reasonPrefix + reason;

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
    case 'reason':
      return `Leavers in a month: ${figure.reason}`;
    case undefined:
      return key;
  }
}

/** The figures that there are, those of the reasons given among them. */
export function heldFigures(rules: Pick<RetentionRules, 'earlyYears'>, reasons: readonly string[]) {
  return [...kinds, ...reasons.map(keyOfReason)].map((key) => ({ key, name: nameOfFigure(key, rules) }));
}
