import type { NeonatalInputs, NeonatalResult, NeonatalStep } from '#contract';
import type { NeonatalRules } from '../../../contract/level-rules.ts';
import { daysBetween } from '../../../core/dates.ts';
import {
  compare,
  exactText,
  type Fraction,
  fraction,
  minus,
  ofAmount,
  ofPercentage,
  one,
  over,
  plus,
  times,
  total,
} from '../../../core/fraction.ts';
import { figureInWords, shareInWords } from './figure-words.ts';

type Rules = Pick<NeonatalRules, 'levels' | 'daysPerYear' | 'qualifiedShare'>;
type Step = (title: string, formula: string, numbers: string, value: Fraction, unit: NeonatalStep['unit']) => void;

const sent = (value: Fraction | null): string | null => value && exactText(value);
const known = (value: number | null): Fraction | null => (value === null ? null : ofAmount(value));

/**
 * Neonatal nurses that a year of activity needs: cots at the occupancy, one nurse to so many babies by level, a
 * coordinator outside the numbers, and the WTE for one nurse on duty all the time. Transitional care is left out.
 */
export function neonatalNursesOf(inputs: NeonatalInputs, rules: Rules): NeonatalResult {
  const steps: NeonatalStep[] = [];
  const step: Step = (title, formula, numbers, value, unit) =>
    steps.push({ title, formula, numbers, value: exactText(value), unit });
  const daysOf = { 1: inputs.days1, 2: inputs.days2, 3: inputs.days3, 4: inputs.days4, 5: inputs.days5 };
  const declared = {
    intensive: inputs.declaredIntensive,
    high: inputs.declaredHigh,
    special: inputs.declaredSpecial,
  };
  const year = fraction(rules.daysPerYear);
  const occupancy = inputs.occupancy ? ofPercentage(inputs.occupancy) : null;
  const levels = rules.levels.map(({ key, name, groups, babiesPerNurse }) => {
    const counted = groups.flatMap((group) => daysOf[group as 1 | 2 | 3 | 4 | 5] ?? []);
    const days = counted.length > 0 ? counted.reduce((sum, each) => sum + each, 0) : null;
    const cots = days === null || !occupancy ? null : over(over(fraction(days), year), occupancy);
    const nurses = cots && over(cots, fraction(babiesPerNurse));
    if (cots && occupancy && nurses) {
      const numbers = `${figureInWords(fraction(days!))} ÷ ${rules.daysPerYear} ÷ ${shareInWords(occupancy)}`;
      step(`${name}: cots`, 'cot days ÷ days a year ÷ occupancy', numbers, cots, 'cots');
      step(
        `${name}: nurses on each shift`,
        'cots ÷ babies for one nurse',
        `${figureInWords(cots)} ÷ ${babiesPerNurse}`,
        nurses,
        'nurses',
      );
    }
    return { key, name, babiesPerNurse, days, cots, declared: declared[key], nurses };
  });
  const perLevel = levels.flatMap(({ nurses }) => (nurses ? [nurses] : []));
  const direct = perLevel.length > 0 ? total(perLevel) : null;
  if (direct)
    step(
      'Nurses who give care, on each shift',
      'sum of the levels',
      perLevel.map((each) => figureInWords(each)).join(' + '),
      direct,
      'nurses',
    );
  const coordinators = known(inputs.coordinators);
  const perShift = direct && coordinators && plus(direct, coordinators);
  if (direct && coordinators && perShift)
    step(
      'Nurses on each shift',
      'nurses who give care + coordinators',
      `${figureInWords(direct)} + ${figureInWords(coordinators)}`,
      perShift,
      'nurses',
    );
  const factor = factorOf(inputs, step);
  const required = perShift && factor && times(perShift, factor);
  if (perShift && factor && required)
    step(
      'Required',
      'nurses on each shift × WTE for one nurse on duty all the time',
      `${figureInWords(perShift)} × ${figureInWords(factor)}`,
      required,
      'WTE',
    );

  const funded = staffed(inputs.fundedQualified, inputs.fundedRegistered, inputs.fundedOther, required);
  const inPost = staffed(inputs.inPostQualified, inputs.inPostRegistered, inputs.inPostOther, required);
  return {
    levels: levels.map((level) => ({ ...level, cots: sent(level.cots), nurses: sent(level.nurses) })),
    direct: sent(direct),
    perShift: sent(perShift),
    factor: sent(factor),
    factorOf: inputs.factor !== null ? 'entered' : factor ? 'worked out' : null,
    required: sent(required),
    funded: shownOf(funded),
    inPost: shownOf(inPost),
    qualifiedLeast: rules.qualifiedShare,
    steps,
    findings: findingsOf(
      inputs,
      rules,
      { funded, inPost },
      levels.some(({ days }) => days === null),
    ),
  };
}

/** Hours a day over the days of a week and weekly hours, with the uplift: 26 x 7 / 37.5 x 1.25 = 6.0667. */
function factorOf({ factor, hoursPerDay, weeklyHours, uplift }: NeonatalInputs, step: Step): Fraction | null {
  if (factor !== null) return ofAmount(factor);
  if (!hoursPerDay || !weeklyHours || uplift === null) return null;
  const value = times(
    over(times(ofAmount(hoursPerDay), fraction(7)), ofAmount(weeklyHours)),
    plus(one, ofPercentage(uplift)),
  );
  step(
    'WTE for one nurse on duty all the time',
    'hours a day × 7 ÷ weekly hours × (1 + uplift)',
    `${figureInWords(ofAmount(hoursPerDay))} × 7 ÷ ${figureInWords(ofAmount(weeklyHours))} × (1 + ${shareInWords(ofPercentage(uplift))})`,
    value,
    'factor',
  );
  return value;
}

interface Staffed {
  readonly registered: Fraction | null;
  readonly all: Fraction | null;
  readonly qualifiedShare: Fraction | null;
  readonly lessThanRequired: Fraction | null;
}

/** Registered nurses are those qualified in specialty and those not; their qualified share is of registered nurses alone. */
function staffed(
  qualified: number | null,
  registered: number | null,
  other: number | null,
  required: Fraction | null,
): Staffed {
  const nurses = qualified === null || registered === null ? null : ofAmount(qualified + registered);
  const all = nurses && other !== null ? plus(nurses, ofAmount(other)) : null;
  return {
    registered: nurses,
    all,
    qualifiedShare: nurses && nurses.numerator !== 0n && qualified !== null ? over(ofAmount(qualified), nurses) : null,
    lessThanRequired: required && all && minus(required, all),
  };
}

const shownOf = ({ registered, all, qualifiedShare, lessThanRequired }: Staffed) => ({
  registered: sent(registered),
  all: sent(all),
  qualifiedShare: sent(qualifiedShare && times(qualifiedShare, fraction(100))),
  lessThanRequired: sent(lessThanRequired),
});

function findingsOf(
  { first, last, transitionalDays }: NeonatalInputs,
  { qualifiedShare, daysPerYear }: Rules,
  staff: { funded: Staffed; inPost: Staffed },
  missing: boolean,
): string[] {
  const found: string[] = [];
  if (missing) found.push('A level of care has no cot days: it is left out. Enter 0 where there were none.');
  if (first && last) {
    const days = daysBetween(first, last) + 1;
    if (days < daysPerYear || days > daysPerYear + 1)
      found.push(`The activity covers ${days} days; the method takes those of a full year.`);
  }
  if (transitionalDays) found.push(`${transitionalDays} days of transitional care are left out, as in the calculator.`);
  const least = ofPercentage(qualifiedShare);
  for (const [name, { qualifiedShare: share }] of [
    ['funded', staff.funded],
    ['in post', staff.inPost],
  ] as const)
    if (share && compare(share, least) < 0)
      found.push(
        `Of the registered nurses ${name}, ${shareInWords(share)} are qualified in specialty; at least ${shareInWords(least)} are asked for.`,
      );
  return found;
}
