import { z } from 'zod';
import { verb } from './access.ts';
import { amount, exact } from './exact.ts';
import { refusals } from './refusals.ts';
import { changed, civilDate, enteredWte, id, name, quarter, rate, trustCode } from './values.ts';

const { TRUST_UNKNOWN, NOT_THERE, NAME_TAKEN } = refusals;
const count = z.number().int().min(0, 'Use 0 or more.').max(99_999, 'Use 99,999 or less.').nullable();
const line = z
  .string()
  .transform((text) => text.replace(/\s+/gu, ' ').trim())
  .pipe(z.string().max(200, 'Use 200 characters or fewer.'));

/** A continuity team. WTE and women for one WTE are hundred-thousandths. */
export const continuityTeamInputs = z.object({
  name,
  wte: enteredWte,
  caseload: amount,
  /** Whom it serves: an area, a need. */
  focus: line,
  obstetrician: line,
  started: civilDate.nullable(),
  note: z.string().max(2_000, 'Use 2,000 characters or fewer.'),
});

/** A quarter of the local plan; women with all the women that they are a part of. */
export const continuityQuarterInputs = z.object({
  teams: count,
  wte: enteredWte,
  women: count,
  allWomen: count,
  ethnicWomen: count,
  allEthnicWomen: count,
  deprivedWomen: count,
  allDeprivedWomen: count,
  neededWte: enteredWte,
  inPostWte: enteredWte,
});

const blockStatus = z.enum(['not_started', 'under_way', 'in_place']);
const share = rate.nullable();

const continuityShown = z.object({
  teams: z.array(
    continuityTeamInputs.extend({
      id,
      /** Women a year that the team can care for, exact and in whole women. */
      exactWomen: exact.nullable(),
      women: z.number().int().nullable(),
    }),
  ),
  wte: z.number().int(),
  women: z.number().int(),
  quarters: z.array(
    continuityQuarterInputs.extend({
      id,
      quarter,
      /** Parts of all women; null where one of the two is not known. */
      share,
      ethnicShare: share,
      deprivedShare: share,
      /** WTE that its women need at the usual caseload, without core staff. */
      wteForWomen: exact.nullable(),
      shortOf: z.number().int().nullable(),
    }),
  ),
  blocks: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      status: blockStatus.nullable(),
      date: civilDate.nullable(),
      note: z.string(),
    }),
  ),
  blocksInPlace: z.number().int(),
  largestTeam: z.number().int(),
  caseload: z.number().int(),
  /** The quarter of today, and the next ones that have no row yet. */
  quartersToAdd: z.array(quarter),
});

const one = z.object({ trust: trustCode, id });

export type ContinuityTeamInputs = z.infer<typeof continuityTeamInputs>;
export type ContinuityQuarterInputs = z.infer<typeof continuityQuarterInputs>;
export type ContinuityShown = z.infer<typeof continuityShown>;
export type ContinuityTeam = ContinuityShown['teams'][number];
export type ContinuityQuarter = ContinuityShown['quarters'][number];
export type ContinuityBlock = ContinuityShown['blocks'][number];

/**
 * Midwifery continuity of carer teams, as planned locally: part of `establishment`. There is no national target, so
 * nothing here is overdue.
 */
export const continuityVerbs = {
  continuity: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode }))
    .output(continuityShown),
  addContinuityTeam: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(continuityTeamInputs.partial().required({ name: true }).extend({ trust: trustCode }))
    .output(changed.extend({ id })),
  changeContinuityTeam: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(continuityTeamInputs.partial().extend({ trust: trustCode, id }))
    .output(changed),
  removeContinuityTeam: verb('change', 'figures').errors({ TRUST_UNKNOWN, NOT_THERE }).input(one).output(changed),
  addContinuityQuarter: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NAME_TAKEN })
    .input(continuityQuarterInputs.partial().extend({ trust: trustCode, quarter }))
    .output(changed.extend({ id })),
  changeContinuityQuarter: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(continuityQuarterInputs.partial().extend({ trust: trustCode, id }))
    .output(changed),
  removeContinuityQuarter: verb('change', 'figures').errors({ TRUST_UNKNOWN, NOT_THERE }).input(one).output(changed),
  setContinuityBlock: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(
      z.object({
        trust: trustCode,
        block: z.string(),
        status: blockStatus.nullable().optional(),
        date: civilDate.nullable().optional(),
        note: z.string().max(2_000, 'Use 2,000 characters or fewer.').optional(),
      }),
    )
    .output(changed),
};
