import type { AssessmentInputs, AssessmentResult } from '#contract';
import { type BirthrateRules } from '../../../contract/birthrate-rules.ts';
import { casemixCategories } from '../../../contract/assessment-shapes.ts';
import { addDays, addMonths } from '../../../core/dates.ts';
import {
  compare,
  type Fraction,
  fraction,
  minus,
  nought,
  ofAmount,
  ofPercentage,
  over,
  times,
  total,
} from '../../../core/fraction.ts';
import type { AreaWorked } from './assessment-areas.ts';
import { casemixOf } from './assessment-hours.ts';
import type { Totals } from './assessment-totals.ts';
import { hoursOfOneWte, upliftOf } from './assessment-uplift.ts';
import { figureInWords, shareInWords } from './figure-words.ts';

type Finding = AssessmentResult['findings'][number];
type Rules = Pick<BirthrateRules, 'upliftRange' | 'travelRange' | 'specialistRange' | 'ratioRange' | 'sampleMonths'>;

/** What is missing, does not agree or is out of the ordinary. `rules` says what is ordinary. */
export function findingsOf(
  inputs: AssessmentInputs,
  areas: readonly AreaWorked[],
  totals: Totals,
  rules: Rules,
): Finding[] {
  return [
    ...missing(inputs, areas),
    ...withoutUnit(areas),
    ...disagreements(inputs, areas, totals),
    ...unusual(inputs, totals, rules),
    ...mixedYears(inputs, areas),
  ];
}

function missing(inputs: AssessmentInputs, areas: readonly AreaWorked[]): Finding[] {
  const { head, settings } = inputs;
  const found: Finding[] = [];
  const say = (code: string, message: string) => found.push({ code, message });
  if (head.basis === 'worked') {
    if (!upliftOf(inputs).factor) say('uplift', 'Enter the uplift: no WTE can be worked out without it.');
    if (!hoursOfOneWte(inputs)) say('hours of a year', 'Enter the weekly hours and the weeks of a year.');
    if (head.travel === null && areas.some(({ area, hours }) => area.travels && hours))
      say('travel', 'Enter the travel: areas in which midwives travel are left out without it.');
    for (const { area, activities } of areas) {
      const named = activities.flatMap((each) =>
        each.missing === null ? [] : [`${each.activity.name} (${each.missing} not known)`],
      );
      if (named.length > 0) say('left out', `${area.name} leaves out: ${named.join('; ')}.`);
    }
  } else {
    const without = areas.filter(({ reported }) => !reported).map(({ area }) => area.name);
    if (without.length > 0 && (head.printedClinical === null || without.length < areas.length))
      say('no report WTE', `No WTE by the report for ${without.join(', ')}: left out of the total.`);
  }
  if (head.supportShare === null)
    say('skill mix', 'Enter the support share: midwives and support cannot be told apart.');
  if (head.specialistShare === null && (head.basis === 'worked' || head.printedSpecialist === null))
    say('specialist', 'Enter the specialist and management share: there is no recommended total without it.');
  if (settings.every(({ births }) => births === null)) say('births', 'Enter the births a year: ratios need them.');
  for (const setting of settings) {
    const known = casemixCategories.filter((category) => setting.counts[category] !== null);
    if (known.length > 0 && known.length < casemixCategories.length)
      say(
        'casemix',
        `The casemix of ${setting.name} is not used: a category has no count. Enter 0 where there was nobody.`,
      );
  }
  return found;
}

/** The required establishment is by unit: an area without one cannot be in it. */
function withoutUnit(areas: readonly AreaWorked[]): Finding[] {
  const names = areas.filter(({ area, wte }) => wte && area.unit === null).map(({ area }) => area.name);
  if (names.length === 0) return [];
  return [
    { code: 'no unit', message: `Choose the unit of ${names.join(', ')}: the required establishment is by unit.` },
  ];
}

function disagreements(inputs: AssessmentInputs, areas: readonly AreaWorked[], totals: Totals): Finding[] {
  const { head, settings } = inputs;
  const found: Finding[] = [];
  const tolerance = fraction(1, 100);
  const differs = (a: Fraction, b: Fraction) => {
    const difference = minus(a, b);
    const size = compare(difference, nought) < 0 ? minus(nought, difference) : difference;
    return compare(size, tolerance) > 0;
  };
  const check = (what: string, printed: number | null, worked: Fraction | null) => {
    if (printed === null || !worked || !differs(ofAmount(printed), worked)) return;
    found.push({
      code: 'printed total',
      message: `The report prints ${figureInWords(ofAmount(printed), 2)} WTE as ${what}; it comes to ${figureInWords(worked, 2)} here.`,
    });
  };
  check('the clinical total', head.printedClinical, totals.clinical);
  check('the specialist and management posts', head.printedSpecialist, totals.specialist);
  check('the total', head.printedTotal, totals.total);
  for (const { area, worked, reported } of areas)
    if (worked && reported && differs(worked, reported))
      found.push({
        code: 'area by the report',
        message: `${area.name}: ${figureInWords(reported, 2)} WTE by the report, ${figureInWords(worked, 2)} worked out.`,
      });
  const { parts } = upliftOf(inputs);
  if (parts && head.uplift !== null && compare(parts, ofPercentage(head.uplift)) !== 0)
    found.push({
      code: 'uplift parts',
      message: `The parts of the uplift come to ${shareInWords(parts)}; ${shareInWords(ofPercentage(head.uplift))} is entered and used.`,
    });
  const sample = settings.reduce((sum, setting) => sum + (casemixOf(setting).sample ?? 0), 0);
  if (head.sampleSize !== null && sample > 0 && sample !== head.sampleSize)
    found.push({
      code: 'sample',
      message: `The casemix counts ${sample} women; the sample is entered as ${head.sampleSize}.`,
    });
  return found;
}

function unusual(inputs: AssessmentInputs, totals: Totals, rules: Rules): Finding[] {
  const { head } = inputs;
  const found: Finding[] = [];
  const outside = (value: Fraction | null, { low, high }: { low: number; high: number }) =>
    value !== null && (compare(value, ofAmount(low)) < 0 || compare(value, ofAmount(high)) > 0);
  const range = ({ low, high }: { low: number; high: number }) =>
    `${figureInWords(ofAmount(low))} to ${figureInWords(ofAmount(high))}`;
  const hundred = fraction(100);
  const { share } = upliftOf(inputs);
  const uplift = share && times(share, hundred);
  if (outside(uplift, rules.upliftRange))
    found.push({ code: 'uplift range', message: `Reports use an uplift of ${range(rules.upliftRange)} %. Check it.` });
  if (head.upliftMode === 'divisor')
    found.push({
      code: 'divisor',
      message:
        'The uplift is used as a divisor, ÷ (1 − uplift). Birthrate+ reports add it on, × (1 + uplift), which gives less.',
    });
  if (head.travel !== null && outside(ofAmount(head.travel), rules.travelRange))
    found.push({ code: 'travel range', message: `Reports use ${range(rules.travelRange)} % for travel. Check it.` });
  const ofClinical = totals.specialistOfClinical && times(totals.specialistOfClinical, hundred);
  if (outside(ofClinical, rules.specialistRange))
    found.push({
      code: 'specialist range',
      message: `Specialist and management posts are ${figureInWords(ofClinical!, 2)} % of the clinical total; reports have ${range(rules.specialistRange)} %.`,
    });
  const ratio = totals.ratios.find(({ key }) => key === 'midwives')?.value ?? null;
  if (outside(ratio, rules.ratioRange))
    found.push({
      code: 'ratio range',
      message: `${figureInWords(ratio!, 2)} births per recommended WTE of midwives is outside ${range(rules.ratioRange)}, which is usual in England. It is a reason to look again, not a target.`,
    });
  if (
    head.sampleFirst &&
    head.sampleLast &&
    addDays(head.sampleLast, 1) < addMonths(head.sampleFirst, rules.sampleMonths)
  )
    found.push({
      code: 'short sample',
      message: `The casemix sample covers less than ${rules.sampleMonths} months.`,
    });
  return found;
}

/** Posts open all year are counted by days, WTE by weeks: 365 days are more than 52 weeks. Says which is used. */
function mixedYears(inputs: AssessmentInputs, areas: readonly AreaWorked[]): Finding[] {
  const { head } = inputs;
  const { weeksPerYear } = head;
  const factor = upliftOf(inputs).factor;
  const yearly = hoursOfOneWte(inputs);
  if (head.basis !== 'worked' || !weeksPerYear || !factor || !yearly) return [];
  const daysOfWeeks = times(fraction(7), ofAmount(weeksPerYear));
  const extra = total(
    areas.flatMap(({ activities }) =>
      activities.flatMap(({ activity, hours }) => {
        if (activity.driver !== 'posts' || !hours || !activity.times) return [];
        const days = ofAmount(activity.times);
        return compare(days, daysOfWeeks) > 0 ? [times(hours, over(minus(days, daysOfWeeks), days))] : [];
      }),
    ),
  );
  if (extra.numerator === 0n) return [];
  const wte = times(over(extra, yearly), factor);
  return [
    {
      code: 'days and weeks',
      message: `Posts that are open every day are counted over more days than the ${figureInWords(ofAmount(weeksPerYear))} weeks of one WTE have: ${figureInWords(wte)} WTE of the total. Use ${figureInWords(daysOfWeeks)} days for one and the same year.`,
    },
  ];
}
