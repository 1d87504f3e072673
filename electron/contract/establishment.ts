import { z } from 'zod';
import { verb } from './access.ts';
import { agreedLevelVerbs } from './agreed-levels.ts';
import { assessmentVerbs } from './assessments.ts';
import { continuityVerbs } from './continuity.ts';
import { gapVerbs } from './gap.ts';
import { reconciliationVerbs } from './reconciliation.ts';
import { neonatalVerbs } from './neonatal-nursing.ts';
import { refusals } from './refusals.ts';
import { changed, civilDate, enteredWte, id, rate, trustCode } from './values.ts';

/** The cells of a line that a person enters, in the order of a pasted block. */
export const establishmentField = z.enum([
  'required',
  'funded',
  'inPost',
  'requiredTool',
  'requiredSource',
  'requiredDate',
]);
export type EstablishmentField = z.infer<typeof establishmentField>;

const wording = z
  .string()
  .transform((text) => text.replace(/\s+/gu, ' ').trim() || null)
  .pipe(z.string().max(200, 'Use 200 characters or fewer.').nullable())
  .nullable();

/** What a line says. WTE are hundred-thousandths; null is "not known", never nought. */
const cells = z.object({
  required: enteredWte,
  funded: enteredWte,
  inPost: enteredWte,
  /** How the requirement was worked out, by which report or agreement, and its date. */
  requiredTool: wording,
  requiredSource: wording,
  requiredDate: civilDate.nullable(),
});

/** A sum or difference of WTE over any number of lines, in hundred-thousandths. */
const wte = z.number().int();

/** Sum over the lines that say a value. `wte` is null where none does. */
const total = z.object({ wte: wte.nullable(), known: z.number().int() });

/**
 * A signed difference over the lines where both values are known, so `wte` is always `from` less `less`, and equals
 * the difference of the two totals when `compared` is every line. `gross` sums the lines where it is above nought.
 */
const gap = z.object({
  wte: wte.nullable(),
  from: wte.nullable(),
  less: wte.nullable(),
  compared: z.number().int(),
  gross: wte.nullable(),
});

/** Everything worked out over some lines: one line, a unit, a staff group and band, or all. */
const position = z.object({
  lines: z.number().int(),
  required: total,
  funded: total,
  inPost: total,
  requiredLessFunded: gap,
  /** Funded less in post. */
  vacancy: gap,
  requiredLessInPost: gap,
  /** Vacancy over funded, and in post over funded; null where no line has both or nothing is funded. */
  vacancyRate: rate.nullable(),
  establishmentFill: rate.nullable(),
});

const named = z.object({ key: z.string(), name: z.string() });
const line = cells.extend({
  id,
  unit: z.object({ id, name: z.string() }),
  staffGroup: named,
  band: named,
  position,
});

const gapKey = z.enum(['requiredLessFunded', 'vacancy', 'requiredLessInPost']);

/** A headline figure with how it was made: formula in words, inputs as used, lines behind it and lines left out. */
const figure = z.object({
  key: z.enum(['requiredLessFunded', 'vacancy', 'requiredLessInPost', 'vacancyRate', 'establishmentFill']),
  title: z.string(),
  unit: z.enum(['wte', 'percent']),
  /** `denominator` is 1 for a WTE. Null where it cannot be worked out. */
  value: rate.nullable(),
  formula: z.string(),
  inputs: z.array(z.object({ name: z.string(), wte: wte.nullable() })),
  gap: gapKey,
  note: z.string().nullable(),
});

const sheet = z.object({
  trust: z.object({ code: trustCode, name: z.string() }),
  /** The day on which this sheet was made. */
  on: civilDate,
  lines: z.array(line),
  byUnit: z.array(z.object({ unit: z.object({ id, name: z.string() }), position })),
  byGroup: z.array(z.object({ staffGroup: named, position })),
  byGroupAndBand: z.array(z.object({ staffGroup: named, band: named, position })),
  all: position,
  figures: z.array(figure),
  /** Each requirement that the lines name, that of most lines first. */
  requirements: z.array(
    z.object({ tool: z.string().nullable(), source: z.string().nullable(), date: civilDate.nullable() }),
  ),
  /** Lines of the trust, whatever the filter. */
  linesInTrust: z.number().int(),
  /** Days of the newest ledger and staff list: where there is one, it counts beside what stands here. */
  imported: z.object({ ledger: civilDate.nullable(), staffList: civilDate.nullable() }),
});

const problem = z.object({
  /** Place in what was sent, from 1: row and column of a block, or the row of a list of cells with column 1. */
  row: z.number().int(),
  column: z.number().int(),
  read: z.string(),
  expected: z.string(),
  message: z.string(),
});

const { TRUST_UNKNOWN, NOT_THERE } = refusals;
const CELLS_REFUSED = {
  status: 422,
  message: 'Some cells could not be understood. Nothing was changed. Correct them and try again.',
  data: z.object({ problems: z.array(problem) }),
} as const;
const LINE_EXISTS = {
  status: 409,
  message: 'This unit already has a line for that staff group and band. Change that line instead.',
} as const;

const trust = trustCode;
const place = z.object({ trust, unit: id, staffGroup: z.string().min(1), band: z.string().min(1) });

export type EstablishmentCells = z.infer<typeof cells>;
export type EstablishmentLine = z.infer<typeof line>;
export type EstablishmentSheet = z.infer<typeof sheet>;
export type EstablishmentPosition = z.infer<typeof position>;
export type EstablishmentFigure = z.infer<typeof figure>;
export type EstablishmentTotal = z.infer<typeof total>;
export type EstablishmentGap = z.infer<typeof gap>;
export type EstablishmentGapKey = z.infer<typeof gapKey>;
export type CellProblem = z.infer<typeof problem>;

/**
 * Required, funded and in post by unit, staff group and band, and the gaps between them. Every change is named and
 * can be undone; `label` is its name, null where what was sent changed nothing.
 */
export const establishment = {
  /** The lines with every figure, over one unit, one staff group or all. */
  sheet: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust, unit: id.nullish(), staffGroup: z.string().nullish() }))
    .output(sheet),
  addLine: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, LINE_EXISTS })
    .input(place.extend(cells.partial().shape))
    .output(changed.extend({ id })),
  /** Text as typed or pasted into cells of existing lines: all of it or nothing. Blank is "not known". */
  enterCells: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, CELLS_REFUSED })
    .input(
      z.object({
        trust,
        cells: z
          .array(z.object({ id, field: establishmentField, text: z.string().max(1_000) }))
          .min(1)
          .max(20_000),
      }),
    )
    .output(changed),
  /**
   * Whole lines from a spreadsheet, all or nothing: unit, staff group, band, then the fields in their order, or in the
   * order of a heading row if there is one. Lines that exist are changed; a cell left blank becomes "not known", a
   * column left out stays as it is.
   */
  pasteLines: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, CELLS_REFUSED })
    .input(z.object({ trust, rows: z.array(z.array(z.string()).max(50)).min(1).max(2_000) }))
    .output(changed.extend({ added: z.number().int(), changed: z.number().int() })),
  removeLine: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, id }))
    .output(changed),
  ...reconciliationVerbs,
  ...gapVerbs,
  ...assessmentVerbs,
  ...neonatalVerbs,
  ...agreedLevelVerbs,
  ...continuityVerbs,
};
