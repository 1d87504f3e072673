import { formatWte } from '../../../core/wte.ts';
import type { GapLine } from './gap.ts';

interface UnitSum {
  required: number | null;
  funded: number | null;
  inPost: number | null;
}

/**
 * What is to be said where a report and the lists name the same wards differently: a staff group's requirement stands at
 * units where nobody is funded or in post, and its staff at units without a requirement. Gaps compare units that have both
 * sides, so such a gap is not that of the trust. Null where there is nothing to say.
 */
export function unitsApart(lines: readonly GapLine[], nameOf: (unit: string) => string): string | null {
  const required = new Set<string>();
  const staffed = new Set<string>();
  const apart: GapLine[] = [];
  for (const group of new Set(lines.map((line) => line.group))) {
    const own = lines.filter((line) => line.group === group);
    const units = sumsByUnit(own);
    const empty = [...units].filter(
      ([, unit]) => (unit.required ?? 0) > 0 && !hasStaff(unit) && (unit.funded ?? unit.inPost) !== null,
    );
    const unasked = [...units].filter(([, unit]) => unit.required === null && hasStaff(unit));
    if (empty.length === 0 || unasked.length === 0) continue;
    for (const [unit] of empty) required.add(nameOf(unit));
    for (const [unit] of unasked) staffed.add(nameOf(unit));
    apart.push(...own);
  }
  if (apart.length === 0) return null;
  const total = (measure: 'required' | 'inPost') => apart.reduce((sum, line) => sum + (line[measure] ?? 0), 0);
  const [needed, there] = [total('required'), total('inPost')];
  const whole = `required ${formatWte(needed)} − in post ${formatWte(there)} = ${formatWte(needed - there)} WTE`;
  return (
    `A requirement stands at ${[...required].join(', ')}, where nobody is funded or in post, and staff at ` +
    `${[...staffed].join(', ')} without a requirement. A gap compares the units that have both, so it is not that of the whole trust, ` +
    `which is ${whole.replaceAll('-', '−')}. Give both the same units: those of the areas under Required staffing, or of the cost centres.`
  );
}

const hasStaff = ({ funded, inPost }: UnitSum) => (funded ?? 0) > 0 || (inPost ?? 0) > 0;

function sumsByUnit(lines: readonly GapLine[]): Map<string, UnitSum> {
  const units = new Map<string, UnitSum>();
  for (const line of lines) {
    const sum = units.get(line.unit) ?? { required: null, funded: null, inPost: null };
    for (const kind of ['required', 'funded', 'inPost'] as const)
      if (line[kind] !== null) sum[kind] = (sum[kind] ?? 0) + line[kind];
    units.set(line.unit, sum);
  }
  return units;
}
