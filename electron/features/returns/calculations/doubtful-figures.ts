import type { ReturnFigure, ReturnFinding, Theme2ReturnRules } from '#contract';
import { dateInWords } from '../../../core/dates.ts';
import type { CheckedReturn } from './checks.ts';
import { valueInWords, wteInWords } from './words.ts';

/** In post by staff group, WTE in hundred-thousandths. */
export interface StaffInPost {
  readonly census: string;
  readonly groups: readonly { readonly key: string; readonly wte: number }[];
}

/** Something about a figure to look at. */
export const doubt = (
  figure: Pick<ReturnFigure, 'reference' | 'key'>,
  kind: ReturnFinding['kind'],
  message: string,
) => ({
  reference: figure.reference,
  kind,
  field: 'figure' as const,
  figure: figure.key,
  message,
});

/** By how much one number is off another, in hundredths of a percent of the other; infinite where that is nought. */
export const offBy = (one: number, other: number) =>
  other === 0 ? (one === 0 ? 0 : Number.POSITIVE_INFINITY) : (Math.abs(one - other) * 10_000) / Math.abs(other);

/** Figures of one return that cannot both be right. */
export function disagreeing(checked: CheckedReturn, rules: Theme2ReturnRules): ReturnFinding[] {
  return [...againstStaffList(checked, rules), ...againstEachOther(checked), ...measuresByHeading(checked)];
}

/** In post as the establishment has it, against the newest staff list. */
function againstStaffList({ figures, staff }: CheckedReturn, { disagreesBeyondPercent }: Theme2ReturnRules) {
  if (staff === null) return [];
  return staff.groups.flatMap(({ key, wte }) => {
    const figure = figures.find((one) => one.key === `establishment ${key}`);
    const inPost = figure?.measures.find((one) => one.key === 'inPost')?.value;
    if (!figure || typeof inPost !== 'number' || offBy(inPost, wte) <= disagreesBeyondPercent * 100) return [];
    return [
      doubt(
        figure,
        'disagrees',
        `4.1 ${figure.title}: in post is ${wteInWords(inPost)} in the establishment and ${wteInWords(wte)} in the staff list of ${dateInWords(staff.census)}.`,
      ),
    ];
  });
}

/** The same quantity of the same group on two figures: in post, funded and required of the establishment add up on 4.2, too. */
function againstEachOther({ figures }: CheckedReturn): ReturnFinding[] {
  const groups = figures.filter(({ key }) => key.startsWith('establishment '));
  const all = figures.find(({ key }) => key === 'vacancies');
  const net = all?.measures.find(({ key }) => key === 'vacancy');
  const parts = groups.map(({ measures }) => measures.find(({ key }) => key === 'vacancy')?.value ?? null);
  if (!all || typeof net?.value !== 'number' || parts.some((part) => typeof part === 'string')) return [];
  const known = parts.filter((part) => typeof part === 'number');
  const sum = known.reduce((total, part) => total + part, 0);
  if (known.length === 0 || sum === net.value) return [];
  return [
    doubt(
      all,
      'disagrees',
      `4.2 net vacancies are ${wteInWords(net.value)}, and the staff groups of 4.1 add up to ${wteInWords(sum)}.`,
    ),
  ];
}

/** Two measures whose numerator or denominator has one heading, of the same group and day, have to have one number. */
function measuresByHeading({ measures: { definitions, values }, lines }: CheckedReturn): ReturnFinding[] {
  const first = new Map<string, { name: string; number: number }>();
  const found: ReturnFinding[] = [];
  const known = new Set(lines.map(({ reference }) => reference));
  for (const { measure, group, numerator, denominator, from, on } of values) {
    const definition = definitions.find(({ id }) => id === measure);
    if (!definition) continue;
    const headed: [string | null, number | null][] = [
      [definition.numerator, numerator],
      [definition.denominator, denominator],
    ];
    for (const [heading, number] of headed) {
      if (heading === null || number === null) continue;
      const place = JSON.stringify([heading.trim().toLowerCase(), definition.unit, group, from, on]);
      const earlier = first.get(place);
      const reference = definition.references.find((one) => known.has(one));
      if (earlier === undefined) first.set(place, { name: definition.shortName, number });
      else if (earlier.number !== number && reference !== undefined)
        found.push({
          reference,
          kind: 'disagrees',
          field: 'evidence',
          figure: null,
          message: `${heading} is ${inUnit(definition.unit, number)} in ${definition.shortName} and ${inUnit(definition.unit, earlier.number)} in ${earlier.name}${group === null ? '' : `, ${group}`}.`,
        });
    }
  }
  return found;
}

const inUnit = (unit: string, value: number) =>
  valueInWords(unit === 'wte' ? 'wte' : unit === 'minutes' ? 'minutes' : 'count', value);
