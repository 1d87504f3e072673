import { groupedBy } from '../../../core/grouped.ts';
import type { EstablishmentLine, EstablishmentPosition, ReturnFigure, ReturnMeasure, WorkforceRow } from '#contract';
import { addMonths, dateInWords } from '../../../core/dates.ts';
import { figuresOf } from '../../establishment/calculations/figures.ts';
import { positionOf } from '../../establishment/calculations.ts';
import { percentInWords } from '../../../core/words.ts';
import { counted, wteInWords } from './words.ts';

export type WorkforceLine = Omit<EstablishmentLine, 'id' | 'position'>;

type Occasion = { readonly today: string; readonly assessmentYears: number };

const noRequirement = { requiredTool: null, requiredSource: null, requiredDate: null };
const nowhere = { unit: null, staffGroup: null, band: null };

/** The establishment line by line, then by staff group, by unit and for the trust. */
export function workforceRows(lines: readonly WorkforceLine[]): WorkforceRow[] {
  if (!lines.length) return [];
  const each = lines.map((line): WorkforceRow => {
    const { requiredTool, requiredSource, requiredDate } = line;
    const place = { unit: line.unit.name, staffGroup: line.staffGroup.name, band: line.band.name };
    return { level: 'line', ...place, ...worked(positionOf([line])), requiredTool, requiredSource, requiredDate };
  });
  const groups = [...groupedBy(lines, ({ staffGroup }) => staffGroup.name)].map(
    ([staffGroup, own]): WorkforceRow => ({
      level: 'staff group',
      ...nowhere,
      staffGroup,
      ...worked(positionOf(own)),
      ...noRequirement,
    }),
  );
  const units = [...groupedBy(lines, ({ unit }) => unit.name)].map(
    ([unit, own]): WorkforceRow => ({ level: 'unit', ...nowhere, unit, ...worked(positionOf(own)), ...noRequirement }),
  );
  return [...each, ...groups, ...units, { level: 'trust', ...nowhere, ...worked(positionOf(lines)), ...noRequirement }];
}

function worked(position: EstablishmentPosition) {
  return {
    required: position.required.wte,
    funded: position.funded.wte,
    inPost: position.inPost.wte,
    requiredLessFunded: position.requiredLessFunded.wte,
    vacancy: position.vacancy.wte,
    grossVacancy: position.vacancy.gross,
    requiredLessInPost: position.requiredLessInPost.wte,
    vacancyRate: position.vacancyRate,
    establishmentFill: position.establishmentFill,
  };
}

/**
 * What the establishment proves: for 4.1 each staff group's required, funded and in post with the gaps between them,
 * for 4.2 the trust's vacancies, gross and net. Nothing where no line is entered.
 */
export function workforceFigures(lines: readonly WorkforceLine[], occasion: Occasion): ReturnFigure[] {
  if (!lines.length) return [];
  const groups = [...groupedBy(lines, ({ staffGroup }) => staffGroup.key).values()];
  return [...groups.map((group) => groupFigure(group, occasion)), vacancyFigure(lines, occasion)];
}

function groupFigure(lines: readonly WorkforceLine[], occasion: Occasion): ReturnFigure {
  const { key, name } = lines[0]?.staffGroup ?? { key: '', name: '' };
  const position = positionOf(lines);
  const { required, funded, inPost, requiredLessFunded, vacancy, requiredLessInPost } = position;
  const of = `on ${dateInWords(occasion.today)}`;
  const requirements = requirementsOf(lines);
  const sentence =
    `On ${dateInWords(occasion.today)}, ${name}: required ${wteInWords(required.wte)}, funded ${wteInWords(funded.wte)}, in post ${wteInWords(inPost.wte)}. ` +
    `Required minus funded ${wteInWords(requiredLessFunded.wte)}, vacancy ${wteInWords(vacancy.wte)}, ` +
    `required minus in post ${wteInWords(requiredLessInPost.wte)}; vacancy rate ${percentInWords(position.vacancyRate)}, ` +
    `establishment fill ${percentInWords(position.establishmentFill)}.` +
    (requirements.length ? ` Required by ${requirements.join('; ')}.` : '');
  return {
    key: `establishment ${key}`,
    reference: '4.1',
    title: name,
    measures: [
      entered('required', 'Required', required.wte),
      entered('funded', 'Funded', funded.wte),
      entered('inPost', 'In post', inPost.wte),
      ...workedMeasures(position),
      { ...entered('requirement', 'Tool and date', null), kind: 'text', value: requirements.join('; ') || null },
    ],
    source: sourceOf(lines),
    of,
    warnings: warningsOf(lines, occasion),
    sentence,
  };
}

function vacancyFigure(lines: readonly WorkforceLine[], { today }: Occasion): ReturnFigure {
  const position = positionOf(lines);
  const { vacancy, vacancyRate } = position;
  const of = `on ${dateInWords(today)}`;
  const note =
    position.lines === vacancy.compared
      ? null
      : `${counted(position.lines - vacancy.compared, 'line')} left out: funded or in post is not known.`;
  const gross: ReturnMeasure = {
    key: 'grossVacancy',
    title: 'Vacancies, gross',
    kind: 'wte',
    value: vacancy.gross,
    formula: 'sum of funded − in post over the lines where it is above 0',
    inputs: [
      { title: 'net', kind: 'wte', value: vacancy.wte },
      { title: 'over-established', kind: 'wte', value: (vacancy.gross ?? 0) - (vacancy.wte ?? 0) },
    ],
    note,
  };
  const kept = workedMeasures(position).filter(({ key }) => key === 'vacancy' || key === 'vacancyRate');
  return {
    key: 'vacancies',
    reference: '4.2',
    title: 'Vacancies, all staff groups',
    measures: [
      gross,
      ...kept.map((measure) => (measure.key === 'vacancy' ? { ...measure, title: 'Vacancies, net' } : measure)),
    ],
    source: sourceOf(lines),
    of,
    warnings: [],
    sentence:
      `On ${dateInWords(today)}, vacancies were ${wteInWords(vacancy.gross)} gross and ${wteInWords(vacancy.wte)} net of over-established lines, ` +
      `a vacancy rate of ${percentInWords(vacancyRate)} of funded ${wteInWords(vacancy.from)}.`,
  };
}

const entered = (key: string, title: string, value: number | null): ReturnMeasure => ({
  key,
  title,
  kind: 'wte',
  value,
  formula: null,
  inputs: [],
  note: null,
});

function workedMeasures(position: EstablishmentPosition): ReturnMeasure[] {
  return figuresOf(position).map(({ key, title, unit, value, formula, inputs, note }) => ({
    key,
    title,
    kind: unit === 'wte' ? 'wte' : 'rate',
    value: unit === 'wte' ? (value?.numerator ?? null) : value,
    formula,
    inputs: inputs.map(({ name, wte }) => ({ title: name, kind: 'wte', value: wte })),
    note,
  }));
}

function sourceOf(lines: readonly WorkforceLine[]): string {
  const units = new Set(lines.map(({ unit }) => unit.name)).size;
  return `Establishment: ${counted(lines.length, 'line')} in ${counted(units, 'unit')}`;
}

/** Each tool with its report and date, as the lines name them. */
function requirementsOf(lines: readonly WorkforceLine[]): string[] {
  const said = lines
    .filter(({ required }) => required !== null)
    .map(({ requiredTool, requiredSource, requiredDate }) =>
      [requiredTool, requiredSource, requiredDate && `of ${dateInWords(requiredDate)}`].filter(Boolean).join(', '),
    );
  return [...new Set(said.filter((text) => text !== ''))];
}

/** Assessments past their years, and requirements that name no date. A date exactly so many years ago still counts. */
function warningsOf(lines: readonly WorkforceLine[], { today, assessmentYears }: Occasion): string[] {
  const oldest = addMonths(today, -12 * assessmentYears);
  const dated = lines.filter(({ required }) => required !== null);
  const old = [
    ...new Set(
      dated.flatMap(({ requiredDate }) => (requiredDate !== null && requiredDate < oldest ? [requiredDate] : [])),
    ),
  ].sort();
  const undated = dated.filter(({ requiredDate }) => requiredDate === null).length;
  return [
    ...old.map((date) => `The assessment of ${dateInWords(date)} is more than ${assessmentYears} years old.`),
    ...(undated ? [`${counted(undated, 'line has', 'lines have')} a requirement without a date of assessment.`] : []),
  ];
}
