import type { Forecast, ForecastAssumptions, ForecastReached } from '#contract';
import { decimal, percentText, wteText } from '../../components/numbers.ts';

const monthNames = 'January February March April May June July August September October November December'.split(' ');

/** "March 2028" for 2028-03; short: "Mar 28". */
export function monthText(month: string, short = false): string {
  const name = monthNames[Number(month.slice(5, 7)) - 1] ?? '';
  return short ? `${name.slice(0, 3)} ${month.slice(2, 4)}` : `${name} ${month.slice(0, 4)}`;
}

/** When a target is reached, as a headline. */
export function reachedText({ known, already, month }: ForecastReached, to: string): string {
  if (!known) return 'Not known';
  if (already) return 'Reached now';
  return month === null ? `Not by ${monthText(to, true)}` : monthText(month);
}

/** The same within a sentence. */
export function reachedWithin(reached: ForecastReached, to: string): string {
  const text = reachedText(reached, to);
  return reached.known && reached.month !== null ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** What stands beside it: that it is not held, or what is missing at the end. */
export function reachedWhy({ known, already, month, held, shortAtEnd }: ForecastReached, to: string): string {
  if (!known || shortAtEnd === null) return 'not entered yet: enter it, or add a new report in a scenario';
  const atEnd =
    shortAtEnd > 0
      ? `${wteText(shortAtEnd)} WTE short in ${monthText(to)}`
      : `${wteText(-shortAtEnd)} WTE over in ${monthText(to)}`;
  return (already || month !== null) && !held ? `not held: ${atEnd}` : atEnd;
}

/** How many simulated runs reach a target. */
export const runsText = (runs: { numerator: number; denominator: number }) =>
  runs.numerator === 0 ? 'no simulated run reaches it' : `${percentText(runs)} of simulated runs reach it`;

/** The range of the month in which simulated runs reach a target. */
export function rangeText(range: Forecast['fundedRange'], to: string): string | null {
  if (range === null) return null;
  const { early, late, runs } = range;
  if (early === null) return runsText(runs);
  return `range ${monthText(early, true)} to ${late === null ? `later than ${monthText(to, true)}` : monthText(late, true)}`;
}

export const shareText = (hundredths: number) => `${decimal(hundredths / 100, 2)} %`;

/** Each assumption that is made, in a line: what the comparison and the export list. */
export function assumptionLines(assumed: ForecastAssumptions, nameOf: (group: string) => string): string[] {
  const lines: string[] = [];
  const each = <Value>(values: Record<string, Value> | undefined, say: (value: Value, group: string) => string) => {
    for (const [group, value] of Object.entries(values ?? {})) lines.push(say(value, nameOf(group)));
  };
  each(assumed.leaverRates, (rate, group) => `${group}: ${shareText(rate)} leave a year`);
  if (assumed.leaverMode === 'twelfth') lines.push('a month loses a twelfth of the rate');
  if (assumed.retirements === 'by_age') lines.push('retirements by age');
  each(assumed.retiringRates, (rate, group) => `${group}: ${shareText(rate)} retire a year`);
  each(assumed.hoursChange, (wte, group) => `${group}: hours ${wteText(wte)} WTE a month`);
  each(assumed.away, (share, group) => `${group}: ${shareText(share)} on long leave`);
  if (assumed.delayMonths) lines.push(`plan ${assumed.delayMonths} months later`);
  for (const { group, band, wte, from, to } of assumed.starters ?? [])
    lines.push(`${wteText(wte)} WTE a month, ${nameOf(group)} ${bandText(band)}${spanText(from, to)}`);
  for (const { group, band, wte, month, percent } of assumed.cohorts ?? [])
    lines.push(
      `${wteText(wte)} WTE each ${monthNames[month - 1]}, ${nameOf(group)} ${bandText(band)}, ${percent} % start`,
    );
  for (const { group, band, wte, from } of assumed.funded ?? [])
    lines.push(`funded ${wteText(wte)} WTE, ${nameOf(group)} ${bandText(band)}, from ${monthText(from)}`);
  for (const { group, wte, from } of assumed.required ?? [])
    lines.push(`new report: ${wteText(wte)} WTE ${nameOf(group)} from ${monthText(from)}`);
  if (assumed.births)
    for (const { from, births } of assumed.births.steps)
      lines.push(
        `${births.toLocaleString('en-GB')} births a year from ${monthText(from)}, now ${assumed.births.now.toLocaleString('en-GB')}`,
      );
  if (assumed.uplift)
    lines.push(
      `uplift ${shareText(assumed.uplift.to)} from ${monthText(assumed.uplift.from)}, now ${shareText(assumed.uplift.now)}`,
    );
  if (assumed.skillMix)
    lines.push(`skill mix ${shareText(assumed.skillMix.midwives)} midwives from ${monthText(assumed.skillMix.from)}`);
  if (assumed.births?.areas) lines.push(`births drive ${assumed.births.areas.join(', ') || 'no area'}`);
  if (assumed.specialist)
    lines.push(
      `specialist and management share ${shareText(assumed.specialist.share)} from ${monthText(assumed.specialist.from)}`,
    );
  for (const { from, women, released } of assumed.continuity ?? [])
    lines.push(
      `continuity teams for ${women.toLocaleString('en-GB')} women from ${monthText(from)}, releasing ${wteText(released)} WTE`,
    );
  return lines;
}

export const bandText = (band: string) => (band === '-' ? 'no band' : `Band ${band}`);
const spanText = (from: string | null, to: string | null) =>
  `${from ? ` from ${monthText(from)}` : ''}${to ? ` to ${monthText(to)}` : ''}`;

export const definitions = [
  { term: 'In post', meaning: 'In post before + starters − leavers − retirements + changed hours.' },
  {
    term: 'Available',
    meaning:
      'In post − long leave − starters, preceptees and protected hours of preceptors beside the numbers, on average over the month.',
  },
  {
    term: 'Range',
    meaning: 'Of ordinary variation, simulated with a fixed seed from the trust’s own monthly leavers.',
  },
  { term: 'Reached', meaning: 'The first month at whose end in post is at the target or above.' },
];
