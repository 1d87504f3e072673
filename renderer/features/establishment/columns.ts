import type { EstablishmentField, EstablishmentLine, EstablishmentPosition, Rate } from '#contract';
import { dateText, decimal, percentText, wteText } from '../../components/numbers.ts';

/** What a cell shows, in words for the eye, the editor and the clipboard. */
export interface CellText {
  /** Null is "not known". */
  readonly shown: string | null;
  /** Plain and in full, as the editor opens it and a spreadsheet pastes it. */
  readonly plain: string;
  /** "2 of 3 lines", where a total or gap leaves lines out. */
  readonly part: string | null;
  readonly negative: boolean;
}

/** A column of the grid. One with a `field` is entered, the others are worked out. */
export interface GridColumn {
  readonly key: string;
  readonly title: string;
  readonly unit: string | null;
  readonly field: EstablishmentField | null;
  readonly kind: 'entered' | 'gap' | 'rate' | 'wording';
  of(position: EstablishmentPosition, line: EstablishmentLine | null): CellText;
}

const blank: CellText = { shown: null, plain: '', part: null, negative: false };

/** Hundred-thousandths of a WTE without thousands separators: two to five decimals, as many as were entered. */
export function plainWte(value: number): string {
  return (value / 100_000).toFixed(5).replace(/0{1,3}$/, '');
}

function wteCell(value: number | null, known: number, lines: number): CellText {
  if (value === null) return blank;
  const part = known === lines ? null : `${known} of ${lines} lines`;
  return { shown: wteText(value), plain: plainWte(value), part, negative: value < 0 };
}

function rateCell(rate: Rate | null, known: number, lines: number): CellText {
  if (rate === null) return blank;
  const percent = decimal((rate.numerator / rate.denominator) * 100, 2);
  const part = known === lines ? null : `${known} of ${lines} lines`;
  return {
    shown: percentText(rate),
    plain: `${percent.replace('−', '-').replace(/,/g, '')}%`,
    part,
    negative: rate.numerator < 0,
  };
}

/** "14 Mar 2025" for 2025-03-14. */
function shortDate(civilDate: string): string {
  const [day, month, year] = dateText(civilDate).split(' ');
  return `${day} ${month?.slice(0, 3)} ${year}`;
}

const entered = (key: 'required' | 'funded' | 'inPost', title: string): GridColumn => ({
  key,
  title,
  unit: 'WTE',
  field: key,
  kind: 'entered',
  of: (position) => wteCell(position[key].wte, position[key].known, position.lines),
});

const gap = (key: 'requiredLessFunded' | 'vacancy' | 'requiredLessInPost', title: string): GridColumn => ({
  key,
  title,
  unit: 'WTE',
  field: null,
  kind: 'gap',
  of: (position) => wteCell(position[key].wte, position[key].compared, position.lines),
});

const rate = (key: 'vacancyRate' | 'establishmentFill', title: string): GridColumn => ({
  key,
  title,
  unit: '% of funded',
  field: null,
  kind: 'rate',
  of: (position) => rateCell(position[key], position.vacancy.compared, position.lines),
});

const wording = (key: 'requiredTool' | 'requiredSource' | 'requiredDate', title: string): GridColumn => ({
  key,
  title,
  unit: null,
  field: key,
  kind: 'wording',
  of: (_, line) => {
    const value = line?.[key] ?? null;
    if (value === null) return blank;
    if (key !== 'requiredDate') return { ...blank, shown: value, plain: value };
    return { ...blank, shown: shortDate(value), plain: value.split('-').reverse().join('/') };
  },
});

/** The columns in their order; the entered ones are in the order of a pasted block. */
export const gridColumns: readonly GridColumn[] = [
  entered('required', 'Required'),
  entered('funded', 'Funded'),
  entered('inPost', 'In post'),
  gap('requiredLessFunded', 'Required − funded'),
  gap('vacancy', 'Vacancy'),
  gap('requiredLessInPost', 'Required − in post'),
  rate('vacancyRate', 'Vacancy rate'),
  rate('establishmentFill', 'Fill'),
  wording('requiredTool', 'Tool'),
  wording('requiredSource', 'Source'),
  wording('requiredDate', 'Dated'),
];

/** The columns of figures, for tables of totals. */
export const figureColumns = gridColumns.filter(({ kind }) => kind !== 'wording');
