import { z } from 'zod';
import { verb } from './access.ts';
import { exportedFile } from './exports.ts';
import { paper } from './papers.ts';
import { refusals } from './refusals.ts';
import { civilDate, id, trustCode } from './values.ts';

/** What a pack is for: safety action 8 of the scheme, or the year's needs analysis. */
const about = z.enum(['scheme', 'needs']);

/**
 * How much of people a pack tells. `protected`: no name and no number so small that somebody could be known by it;
 * `exact`: every number, no name; `named`: people by name too.
 */
const detail = z.enum(['protected', 'exact', 'named']);

const asked = z.object({
  trust: trustCode,
  about,
  /** The census; of the newest staff list without one. A needs analysis has a day of its own. */
  on: civilDate.optional(),
  /** Which version of the needs analysis; the newest without one. */
  analysis: id.optional(),
  detail: detail.default('protected'),
});

const evidence = z.object({
  about,
  detail,
  census: civilDate,
  /** Versions of the needs analysis that there are. */
  versions: z.array(z.object({ id, title: z.string(), version: z.number().int() })),
  analysis: id.nullable(),
  paper,
});

export type TrainingEvidence = z.infer<typeof evidence>;
export type EvidenceAbout = z.infer<typeof about>;
export type EvidenceDetail = z.infer<typeof detail>;

const { TRUST_UNKNOWN, NOT_THERE } = refusals;

/** Evidence packs as they would be written, and their files: part of `training`. */
export const trainingEvidenceVerbs = {
  evidence: verb('view', 'figures').errors({ TRUST_UNKNOWN, NOT_THERE }).input(asked).output(evidence),
  /** The same as a file: Word, workbook or PDF. */
  evidenceFile: verb('export', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(asked.extend({ format: z.enum(['docx', 'xlsx', 'pdf']) }))
    .output(exportedFile),
};
