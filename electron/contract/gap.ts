import { z } from 'zod';
import { verb } from './access.ts';
import { importSource } from './import-shapes.ts';
import { refusals } from './refusals.ts';
import { civilDate, id, rate, trustCode } from './values.ts';

const { TRUST_UNKNOWN, NOT_THERE } = refusals;
const count = z.number().int();
/** Hundred-thousandths of a WTE; null is "not known", which is not nought. */
const wte = z.number().int();

/** What a figure is made of: imported lists, lines entered by hand, or both where units or groups differ. */
const origin = z.enum(['import', 'hand', 'both']).nullable();

/** `byHand` is what was entered by hand where an import counts instead; null where nothing was. */
const measure = z.object({ wte: wte.nullable(), origin, byHand: wte.nullable() });

/** Why people in post are not available, in the order in which a reason is looked for. */
export const awayReason = z.enum([
  'maternity',
  'secondment',
  'career_break',
  'other_status',
  'long_sickness',
  'supernumerary',
]);

/**
 * `from` less `less`, over those units and staff groups where both are known; `wte` is their difference with its sign.
 * `gross` adds only what is above nought: of a vacancy by staff group and band, of the others by unit and staff group.
 */
const difference = z.object({
  wte: wte.nullable(),
  from: wte.nullable(),
  less: wte.nullable(),
  gross: wte.nullable(),
  compared: count,
  places: count,
});

const position = z.object({
  required: measure,
  funded: measure,
  inPost: measure,
  /** In post and not available, by reason; null where in post is not known from a staff list. */
  away: z.record(awayReason, wte).nullable(),
  available: wte.nullable(),
  /** Hours worked by bank and agency as WTE, before rounding; null where no list or roster covers the month. */
  bank: rate.nullable(),
  agency: rate.nullable(),
  requiredLessFunded: difference,
  vacancy: difference,
  requiredLessInPost: difference,
  requiredLessAvailable: difference,
  vacancyRate: rate.nullable(),
});

/** `id` is null for a unit that a list names and the trust has not; such a unit is shown as the list spells it. */
const unit = z.object({ key: z.string(), id: id.nullable(), name: z.string() });
const group = { group: z.string(), groupName: z.string() };

const gap = z.object({
  trust: z.object({ code: trustCode, name: z.string() }),
  on: civilDate,
  /** Days of the ledgers and staff lists held, the newest first. */
  days: z.array(civilDate),
  ledgerCensus: civilDate.nullable(),
  staffCensus: civilDate.nullable(),
  /** The days of the month whose bank and agency hours are counted, and the source that they are counted from. */
  cover: z
    .object({ first: civilDate, last: civilDate, days: count, source: z.enum(['bank_list', 'duty_roster']) })
    .nullable(),
  sources: z.array(importSource.extend({ of: z.enum(['funded', 'in_post', 'absence', 'preceptees', 'cover']) })),
  requirements: z.array(
    z.object({ tool: z.string().nullable(), source: z.string().nullable(), date: civilDate.nullable() }),
  ),
  groups: z.array(z.object(group)),
  units: z.array(unit),
  lines: z.array(z.object({ unit, ...group, band: z.string(), position })),
  byUnitAndGroup: z.array(z.object({ unit, ...group, position })),
  byUnit: z.array(z.object({ unit, position })),
  byGroup: z.array(z.object({ ...group, position })),
  byGroupAndBand: z.array(z.object({ ...group, band: z.string(), position })),
  all: position,
  formulas: z.array(z.object({ figure: z.string(), title: z.string(), formula: z.string() })),
  /** The unit whose posts a cost centre funds, and how that is known. */
  costCentres: z.array(
    z.object({
      costCentre: z.string(),
      name: z.string().nullable(),
      unit,
      how: z.enum(['own', 'name', 'staff_list', 'ledger']),
    }),
  ),
  remarks: z.array(z.object({ code: z.string(), message: z.string() })),
});

export const gapMeasure = z.enum([
  'required',
  'funded',
  'inPost',
  'available',
  'away',
  'bank',
  'agency',
  'requiredLessFunded',
  'vacancy',
  'requiredLessInPost',
  'requiredLessAvailable',
]);

/** A row behind a figure. The `wte` of the rows, with their signs, add up to the figure; minutes do of bank and agency. */
const gapRow = z.object({
  part: z.enum(['required', 'funded', 'inPost', 'away', 'bank', 'agency']),
  /** Null for a line entered by hand, which stands in no file. */
  batch: id.nullable(),
  fileName: z.string(),
  sheet: z.string(),
  row: count.nullable(),
  what: z.string(),
  who: z.string(),
  unit: z.string(),
  costCentre: z.string().nullable(),
  ...group,
  band: z.string(),
  wte: wte.nullable(),
  minutes: count.nullable(),
  why: z.string().nullable(),
});

const onDay = {
  trust: trustCode,
  on: civilDate.optional(),
  /** Staff groups in view; all without them. */
  groups: z.array(z.string()).optional(),
};

export type GapShown = z.infer<typeof gap>;
export type GapPosition = z.infer<typeof position>;
export type GapDifference = z.infer<typeof difference>;
export type GapMeasure = z.infer<typeof gapMeasure>;
export type GapRow = z.infer<typeof gapRow>;
export type AwayReason = z.infer<typeof awayReason>;

/** Required, funded, in post, available and temporary cover on one day: part of `establishment`. */
export const gapVerbs = {
  /** By what is in force on a day; without one on the newest day of a ledger or staff list, or today. */
  gap: verb('view', 'figures').errors({ TRUST_UNKNOWN }).input(z.object(onDay)).output(gap),
  /** The rows behind one figure of it, over one unit, staff group or band, or all. */
  gapRows: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(
      z.object({
        ...onDay,
        measure: gapMeasure,
        unit: z.string().optional(),
        group: z.string().optional(),
        band: z.string().optional(),
        /** Only the rows of the places that are short: they add up to the gross figure of a difference. */
        gross: z.boolean().default(false),
        offset: count.min(0).default(0),
        limit: count.min(1).max(1000).default(100),
      }),
    )
    .output(
      z.object({
        total: count,
        wte: wte.nullable(),
        /** Minutes of 1.00 WTE over the days of the cover, by which bank and agency hours are divided. */
        minutesOfWte: rate.nullable(),
        rows: z.array(gapRow),
      }),
    ),
  /** Says which unit's posts a cost centre funds; null leaves it to its name and the staff list. Can be undone. */
  setCostCentre: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust: trustCode, costCentre: z.string().trim().min(1).max(60), unit: id.nullable() }))
    .output(z.object({ label: z.string() })),
};
