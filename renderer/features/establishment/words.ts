import type { EstablishmentFigure, EstablishmentPosition, EstablishmentSheet } from '#contract';
import { dateText, percentText, wteText } from '../../components/numbers.ts';

/** The terms of this screen and what they mean, for print and export. */
export const definitions = [
  { term: 'WTE', meaning: 'Whole-time equivalent: 1.00 is one full-time post.' },
  { term: 'Required', meaning: 'WTE that the named tool or agreement says the service needs.' },
  { term: 'Funded', meaning: 'WTE of posts in the budget (funded establishment).' },
  { term: 'In post', meaning: 'Contracted WTE of substantive staff in post. Bank and agency are not in it.' },
  { term: 'Required − funded', meaning: 'Required minus funded. Negative: more is funded than required.' },
  { term: 'Vacancy', meaning: 'Funded minus in post. Negative: over-established.' },
  { term: 'Required − in post', meaning: 'Required minus in post. Negative: more are in post than required.' },
  { term: 'Vacancy rate', meaning: 'Vacancy divided by funded. Totals divide the sums; rates are never averaged.' },
  { term: 'Fill (establishment fill)', meaning: 'In post divided by funded.' },
  { term: 'Net and gross', meaning: 'Net adds all gaps with their signs. Gross adds only the lines that are short.' },
  {
    term: 'Not known',
    meaning:
      'No value was entered; it does not count as nought. A gap covers the lines where both of its values are known.',
  },
] as const;

type Requirement = EstablishmentSheet['requirements'][number];

const requirementText = ({ tool, source, date }: Requirement) =>
  [tool ?? 'requirement', date && `of ${dateText(date)}`, source && `(${source})`].filter(Boolean).join(' ');

/** Of whom and when the figures are, and which tool the requirement comes from. */
export function subtitleOf({ trust, on, requirements, all }: EstablishmentSheet): string {
  const [first] = requirements;
  const others = requirements.length - 1;
  const requirement = !first
    ? 'no tool or report named for the requirement yet'
    : requirementText(first) + (others > 0 ? ` and ${others} more ${others === 1 ? 'source' : 'sources'}` : '');
  return [trust.name, `whole-time equivalents on ${dateText(on)}`, all.lines > 0 && requirement]
    .filter(Boolean)
    .join(' · ');
}

/** A headline figure as text: "13.79 WTE", "6.77 %". */
export function figureText({ unit, value }: EstablishmentFigure): string {
  if (value === null) return 'Not known';
  return unit === 'percent' ? percentText(value) : `${wteText(value.numerator)} WTE`;
}

/** How a figure was made, with its numbers: "required 155.13 − in post 141.34". */
export function workingText({ unit, value, inputs }: EstablishmentFigure): string {
  const [first, second] = inputs;
  if (!first || !second) return '';
  if (value === null)
    return `no line says both ${first.name} and ${second.name}${unit === 'percent' ? ' above 0' : ''}`;
  const sign = unit === 'percent' ? '÷' : '−';
  return `${first.name} ${wteText(first.wte)} ${sign} ${second.name} ${wteText(second.wte)}`;
}

/** WTE by which lines are short (gross) and over; their difference is the gap. Null where nothing is over. */
export function grossText(position: EstablishmentPosition, gap: EstablishmentFigure['gap']): string | null {
  const { wte, gross } = position[gap];
  if (wte === null || gross === null || gross === wte) return null;
  return `gross ${wteText(gross)}, over ${wteText(gross - wte)}`;
}
