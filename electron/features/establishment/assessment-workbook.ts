import type { AssessmentShown, TableRow, TableValue } from '#contract';
import { casemixCategories } from '../../contract/assessment-shapes.ts';
import { dateInWords } from '../../core/dates.ts';
import { addTableSheet } from '../../exports/sheet.ts';
import { newWorkbook, workbookBytes } from '../../exports/workbook.ts';
import { SMALLEST_TOLD } from './assessment-words.ts';
import { casemixFormula } from './calculations/assessment-hours.ts';
import { ofExact } from './calculations/required-lines.ts';

interface About {
  readonly trust: string;
  readonly units: readonly { readonly id: number; readonly name: string }[];
  /** ISO 8601. */
  readonly at: string;
}

/** An exact figure as a cell holds it: a numerator over a denominator, in full. */
const figure = (value: string | null): TableValue => {
  if (value === null) return null;
  const { numerator, denominator } = ofExact(value);
  return { numerator: Number(numerator), denominator: Number(denominator) };
};
const decimal = (value: number | null): TableValue =>
  value === null ? null : { numerator: value, denominator: 100_000 };
const row = (...values: TableValue[]): TableRow => ({ kind: 'row', values });
const day = (value: string | null) => (value === null ? 'not known' : dateInWords(value));
const isSmall = (count: number | null) => count !== null && count > 0 && count < SMALLEST_TOLD;
const told = (count: number | null): TableValue => (isSmall(count) ? `under ${SMALLEST_TOLD}` : count);
const drivers = { cases: 'cases a year', posts: 'posts on duty', weekly: 'weekly sessions' };
const staff = { mix: 'by the skill mix', midwives: 'midwives', support: 'support workers' };

/** An assessment as a workbook: results, areas, casemix, every step of the working, and the definitions. */
export async function assessmentWorkbook(
  shown: AssessmentShown,
  { trust, units, at: made }: About,
): Promise<Uint8Array> {
  const { head, result, name } = shown;
  const title = `${name}, ${trust}`;
  const mode = head.upliftMode === 'add_on' ? 'added on, × (1 + uplift)' : 'as a divisor, ÷ (1 − uplift)';
  const subtitle = [
    head.provider,
    `report of ${day(head.date)}`,
    shown.status,
    head.basis === 'report' ? 'results as the report prints them' : 'worked out from cases and hours',
    `uplift ${mode}`,
  ]
    .filter(Boolean)
    .join(' · ');
  const workbook = await newWorkbook(title, made);
  const what = { title, subtitle };

  addTableSheet(workbook, 'Results', {
    ...what,
    filter: false,
    columns: [
      { heading: 'Result', kind: 'text', width: 44 },
      { heading: 'Value', kind: 'figure' },
      { heading: 'Unit', kind: 'text' },
    ],
    rows: [
      row('Births a year', figure(result.births), 'births'),
      row('Uplift', figure(result.uplift), '%'),
      row('Clinical total (C), midwives and support workers', figure(result.clinical), 'WTE'),
      row('Midwives who give care', figure(result.clinicalMidwives), 'WTE'),
      row('Support workers', figure(result.support), 'WTE'),
      row('Specialist and management', figure(result.specialist), 'WTE'),
      row('Recommended midwives', figure(result.midwives), 'WTE'),
      { ...row('Recommended total', figure(result.total), 'WTE'), kind: 'total' },
      ...result.ratios.map(({ denominator, value }) =>
        row(`Births per ${denominator}`, figure(value), 'births per WTE'),
      ),
      ...result.findings.map(({ message }) => row(`To look at: ${message}`, null, '')),
    ],
  });

  addTableSheet(workbook, 'Areas', {
    ...what,
    columns: [
      { heading: 'Area', kind: 'text' },
      { heading: 'Activity', kind: 'text' },
      { heading: 'Driver', kind: 'text' },
      { heading: 'Cases, posts or sessions', kind: 'figure' },
      { heading: 'Hours each', kind: 'figure' },
      { heading: 'Times', kind: 'figure' },
      { heading: 'Staff group', kind: 'text' },
      { heading: 'Hours a year', kind: 'figure' },
      { heading: 'WTE worked out', kind: 'figure' },
      { heading: 'WTE by the report', kind: 'figure' },
      { heading: 'Midwives, WTE', kind: 'figure' },
      { heading: 'Support, WTE', kind: 'figure' },
    ],
    rows: shown.areas.flatMap((area, index) => {
      const of = result.areas[index]!;
      const unit = units.find(({ id }) => id === area.unit)?.name ?? 'no unit';
      return [
        {
          kind: 'group' as const,
          values: [
            area.name,
            unit,
            area.travels ? 'with travel' : '',
            null,
            null,
            null,
            '',
            figure(of.hours),
            figure(of.worked),
            figure(of.reported),
            figure(of.midwives),
            figure(of.support),
          ],
        },
        ...area.activities.map((activity, at) =>
          row(
            area.name,
            activity.name,
            drivers[activity.driver],
            figure(of.activities[at]?.cases ?? null),
            decimal(activity.hours),
            decimal(activity.times),
            staff[activity.staff],
            figure(of.activities[at]?.hours ?? null),
            null,
            null,
            null,
            null,
          ),
        ),
      ];
    }),
  });

  addTableSheet(workbook, 'Births and casemix', {
    ...what,
    subtitle: `Sample of ${head.sampleSize ?? 'not known'} women, ${day(head.sampleFirst)} to ${day(head.sampleLast)}`,
    columns: [
      { heading: 'Setting', kind: 'text' },
      { heading: 'Births a year', kind: 'count' },
      ...casemixCategories.flatMap((category) => [
        { heading: `Women in ${category}`, kind: 'count' as const },
        { heading: `Share in ${category}`, kind: 'rate' as const },
      ]),
    ],
    rows: shown.settings.map((setting, index) =>
      row(
        setting.name,
        setting.births,
        ...casemixCategories.flatMap((category, at) => [
          told(setting.counts[category]),
          isSmall(setting.counts[category]) ? '' : figure(result.casemix[index]?.shares[at] ?? null),
        ]),
      ),
    ),
  });

  const small = new Set(
    shown.settings.flatMap((setting) =>
      casemixCategories
        .filter((category) => isSmall(setting.counts[category]))
        .map((category) => casemixFormula(setting.name, category)),
    ),
  );
  addTableSheet(workbook, 'Working', {
    ...what,
    columns: [
      { heading: 'Area', kind: 'text' },
      { heading: 'Step', kind: 'text' },
      { heading: 'Formula', kind: 'long_text' },
      { heading: 'With its numbers', kind: 'long_text' },
      { heading: 'Outcome', kind: 'figure' },
      { heading: 'Unit', kind: 'text' },
    ],
    rows: result.steps.map(({ area, title: step, formula, numbers, value, unit }) =>
      row(
        area ?? 'All areas',
        step,
        formula,
        small.has(formula) ? `under ${SMALLEST_TOLD}` : numbers,
        figure(value),
        unit,
      ),
    ),
  });

  addTableSheet(workbook, 'Definitions', {
    title: 'Definitions',
    subtitle: shown.defaults.pack,
    columns: [
      { heading: 'Term', kind: 'text' },
      { heading: 'What it means', kind: 'long_text' },
    ],
    rows: shown.definitions.map(({ term, meaning }) => row(term, meaning)),
  });
  return workbookBytes(workbook);
}
