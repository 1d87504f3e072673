import { z } from 'zod';
import { verb } from './access.ts';
import { exportedFile } from './exports.ts';
import { refusals } from './refusals.ts';
import { disclosureProfile, sharedWith } from './small-number-rules.ts';
import { civilDate, rate, trustCode } from './values.ts';

/** A count as the profile shows it, else in words why not. */
const told = z.union([z.number().int(), z.string()]);
const people = z.object({
  white: told,
  bme: told,
  unknown: told,
  all: told,
  /** Black and minority ethnic people out of all; in words where a count of it is not shown. */
  share: z.union([rate, z.string()]),
});
const row = z.object({ key: z.string(), name: z.string(), workforce: people, pipeline: people });

const pipeline = z.object({
  on: civilDate,
  profile: z.object({
    key: disclosureProfile,
    name: z.string(),
    hideBelow: z.number().int(),
    roundTo: z.number().int(),
  }),
  census: civilDate.nullable(),
  /** By band group of the role, the last line for all. */
  bands: z.array(row),
  /** The same people of the pipeline by when they are ready. */
  readiness: z.array(z.object({ key: z.string(), name: z.string(), pipeline: people })),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
});

export type Pipeline = z.infer<typeof pipeline>;
export type PipelinePeople = z.infer<typeof people>;

const { TRUST_UNKNOWN } = refusals;

/** The pipeline of future leaders against the workforce: part of `retention`. */
export const pipelineVerbs = {
  /** By ethnic group; all but the profile `internal` leave out small counts with what would tell them. */
  pipeline: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode, profile: disclosureProfile.default('lmns') }))
    .output(pipeline),
  pipelineFile: verb('export', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode, profile: sharedWith.default('lmns') }))
    .output(exportedFile),
};
