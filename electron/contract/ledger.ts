import { z } from 'zod';
import { verb } from './access.ts';
import { importSource } from './import-shapes.ts';
import { refusals } from './refusals.ts';
import { civilDate, id, rate, trustCode } from './values.ts';

const { TRUST_UNKNOWN } = refusals;
const count = z.number().int();
/** Hundred-thousandths of a WTE. */
const wte = z.number().int();

/** Funded less in post, sign kept; what is not known is null, which is not nought. */
const gap = {
  funded: wte,
  inPost: wte.nullable(),
  vacancy: wte.nullable(),
  vacancyRate: rate.nullable(),
  establishmentFill: rate.nullable(),
};

const ledger = z.object({
  /** The day of the ledger in force, and that of the staff list in force; null where there is none. */
  census: civilDate,
  staffCensus: civilDate.nullable(),
  sources: z.array(importSource),
  staffSources: z.array(importSource),
  /** Every group that the ledger funds. */
  funded: z.array(z.object({ group: z.string(), groupName: z.string(), funded: wte })),
  /** Groups of which both funded and in post are told, and their bands. */
  groups: z.array(z.object({ group: z.string(), groupName: z.string(), ...gap })),
  bands: z.array(z.object({ group: z.string(), groupName: z.string(), band: z.string(), ...gap })),
  /** Of midwives and support: the plain difference, and the sum of the bands' gaps above nought. */
  net: wte.nullable(),
  gross: wte.nullable(),
  /** Where ledger and staff list disagree; null without a staff list. */
  differences: z
    .array(
      z.object({
        costCentre: z.string(),
        group: z.string(),
        groupName: z.string(),
        band: z.string(),
        kind: z.enum(['not_in_ledger', 'nobody_in_post', 'over_established']),
        funded: wte,
        inPost: wte,
      }),
    )
    .nullable(),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
  remarks: z.array(z.object({ code: z.string(), message: z.string() })),
});

/** A line of the ledger, and where it was read. */
const ledgerLine = z.object({
  batch: id,
  fileName: z.string(),
  sheet: z.string(),
  row: count,
  costCentre: z.string().nullable(),
  costCentreName: z.string().nullable(),
  subjective: z.string().nullable(),
  post: z.string().nullable(),
  band: z.string().nullable(),
  staffGroup: z.string().nullable(),
  group: z.string(),
  funded: wte,
  fundingEnd: civilDate.nullable(),
});

export type LedgerShown = z.infer<typeof ledger>;
export type LedgerLineShown = z.infer<typeof ledgerLine>;

const onDay = { trust: trustCode, on: civilDate.optional() };

/** Funded posts from the finance ledger against staff in post: part of `establishment`. */
export const ledgerVerbs = {
  /** By the newest ledger and the newest staff list of the day or before; without a day by the newest ledger. */
  ledger: verb('view', 'figures').errors({ TRUST_UNKNOWN }).input(z.object(onDay)).output(ledger.nullable()),
  /** The lines behind its figures. */
  ledgerLines: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(
      z.object({
        ...onDay,
        group: z.string().optional(),
        band: z.string().optional(),
        costCentre: z.string().optional(),
        offset: count.min(0).default(0),
        limit: count.min(1).max(1000).default(100),
      }),
    )
    .output(z.object({ total: count, rows: z.array(ledgerLine) })),
};
