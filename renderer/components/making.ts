import type { RecordOfHistory } from '#contract';
import { dateText, hoursText, wteText } from './numbers.ts';

/** Kinds of file that figures are made of. */
export type ImportedKind =
  | 'staff_list'
  | 'ledger'
  | 'leavers'
  | 'absence'
  | 'duty_roster'
  | 'bank_list'
  | 'training'
  | 'preceptees'
  | 'vacancy_tracker'
  | 'retention_plan'
  | 'monthly_counts';

/** Which files a figure is of: those with rows of the days from `first` to `last`, or of a list the newest up to `last`. */
export interface ImportsUsed {
  readonly kind: ImportedKind;
  readonly first?: string | null;
  readonly last?: string | null;
}

/** A number that went into a figure; its day or months, where they are others than those of the figure. */
export interface MadeInput {
  readonly title: string;
  readonly value: string;
  readonly on?: string;
}

/** What is entered on a screen, and the records whose history tells by whom. */
export interface Entered {
  readonly where: string;
  readonly by: readonly RecordOfHistory[];
}

/** Codes that the trust puts into other groups than the pack: figures of groups of staff rest on them. */
export const ownCodes: Entered = {
  where: 'Staff in post: groups of occupation codes that are the trust’s own',
  by: [{ kind: 'setting', fields: { key: 'occupation_codes' } }],
};

/** How a figure was made. A feature says it of all its figures in one place, its `figures.ts`. */
export interface Making {
  /** In words; its numbers are the inputs. */
  readonly formula: string;
  readonly inputs: readonly MadeInput[];
  /** The day or the months that the inputs are of. */
  readonly on: string;
  readonly imports?: readonly ImportsUsed[];
  /** Screens, and what is entered there: "Training sessions: seats and attendance". */
  readonly entered?: readonly (string | Entered)[];
  /** What else it comes from, in words. */
  readonly sources?: readonly string[];
  /** Packs of rules that it rests on, by id or title; none where it is counted alone. */
  readonly packs: readonly string[];
  /** Packs that others worked with, in words. */
  readonly packsOfOthers?: readonly string[];
  /** What is copied in place of value and inputs, where small numbers in them would tell of a person. */
  readonly copiedAs?: string;
  /** Who put what in place of it, and what else is to be known. */
  readonly notes?: readonly string[];
}

/**
 * How figures of one screen were made, of which only the formula and inputs are their own; `always` stands after the inputs of
 * each.
 */
export const makings =
  (shared: Omit<Making, 'formula' | 'inputs'>, ...always: MadeInput[]) =>
  (formula: string, ...inputs: MadeInput[]): Making => ({ formula, inputs: [...inputs, ...always], ...shared });

/** The formulas of an answer, in its own words. */
export type Formulas = readonly { readonly figure: string; readonly formula: string }[];

/** The formula of a figure, as the answer itself words it. */
export const formulaOf = (formulas: Formulas, wanted: string): string =>
  (formulas.find(({ figure }) => figure === wanted)?.formula ?? '').replace(/\d{4}-\d\d-\d\d/g, (day) => dateText(day));

export const input = (title: string, value: string | number, on?: string): MadeInput => ({
  title,
  value: typeof value === 'number' ? value.toLocaleString('en-GB') : value,
  ...(on !== undefined && { on }),
});

/** Hundred-thousandths of a WTE. */
export const wteInput = (title: string, wte: number | null, on?: string): MadeInput =>
  input(title, wte === null ? 'not known' : `${wteText(wte)} WTE`, on);

/** Minutes, as hours. */
export const hoursInput = (title: string, minutes: number | null, on?: string): MadeInput =>
  input(title, minutes === null ? 'not known' : `${hoursText(minutes)} h`, on);

/** The two sides of a rate. */
export const sides = (
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
  above: string,
  below: string,
): MadeInput[] => [input(above, numerator), input(below, denominator)];

/** So many months to a day. */
export function monthsTo(last: string, months: number): { first: string; last: string } {
  const after = new Date(Date.parse(last) + 86_400_000);
  after.setUTCMonth(after.getUTCMonth() - months);
  return { first: after.toISOString().slice(0, 10), last };
}

/** "as on 31 October 2026". */
export const asOn = (day: string): string => `as on ${dateText(day)}`;
