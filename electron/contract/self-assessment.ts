import { z } from 'zod';
import { verb } from './access.ts';
import { exportedFile } from './exports.ts';
import { aboutNoPatient, PATIENT_IDENTIFIER, typedLine, typedWords } from './free-text.ts';
import { refusals } from './refusals.ts';
import { sharedWith } from './small-number-rules.ts';
import { civilDate, id, name, rate, trustCode } from './values.ts';

const named = z.object({ key: z.string(), name: z.string() });
const level = z.enum(['trust', 'unit', 'team']);
/** The retention self-assessment, or the Safe Learning Environment Charter, whose rounds are each of a placement area. */
const tool = z.enum(['retention', 'learning']).default('retention');

const roundCells = z.object({
  name,
  level,
  /** Which unit, team or placement area; null for the whole trust. */
  place: typedLine(120),
  day: civilDate,
  /** The role or group that rated. */
  by: typedLine(120),
});

const answer = z.object({
  rating: z.string().nullable(),
  evidence: z.string().nullable(),
  gap: z.string().nullable(),
  priority: z.string().nullable(),
});

const round = roundCells.extend({ id, answered: z.number().int(), statements: z.number().int() });

const shownRound = round.extend({
  tool: z.enum(['retention', 'learning']),
  /** The round before it of the same level and place; null where it is the first one. */
  before: z.object({ id, name: z.string(), day: civilDate }).nullable(),
  /** All rounds before it of the same level and place, the newest first. */
  earlier: z.array(z.object({ id, name: z.string(), day: civilDate })),
  elements: z.array(
    named.extend({
      /** Sum of the scores over the most that the rated statements could have: 0 / 0 where none is rated. */
      score: rate,
      scoreBefore: rate.nullable(),
      statements: z.array(
        answer.extend({
          key: z.string(),
          statement: z.string(),
          /** In each of `earlier`. */
          earlier: z.array(z.string().nullable()),
          /** The action that the gap became, where it is still in the plan. */
          action: z.object({ key: z.string(), title: z.string() }).nullable(),
        }),
      ),
    }),
  ),
});

const rounds = z.object({
  rounds: z.array(round),
  ratings: z.array(named.extend({ score: z.number().int() })),
  priorities: z.array(named),
  pack: z.object({ title: z.string(), version: z.string() }),
});

const learningAreas = z.object({
  priorities: z.array(named),
  levels: z.array(named.extend({ score: z.number().int() })),
  /** Each placement area by its newest round, with the one before. */
  areas: z.array(
    z.object({
      place: z.string(),
      round: z.object({ id, day: civilDate }),
      before: z.object({ id, day: civilDate }).nullable(),
      score: rate,
      scoreBefore: rate.nullable(),
      gapsWithoutAction: z.number().int(),
      /** By priority, in their order. */
      ratings: z.array(z.object({ rating: z.string().nullable(), before: z.string().nullable() })),
    }),
  ),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
  pack: z.object({ title: z.string(), version: z.string() }),
});

export type LearningAreas = z.infer<typeof learningAreas>;
export type SelfAssessmentRounds = z.infer<typeof rounds>;
export type SelfAssessmentRound = z.infer<typeof shownRound>;
export type RoundCells = z.infer<typeof roundCells>;
export type StatementAnswer = z.infer<typeof answer>;

const { TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE } = refusals;
const PLACE_MISSING = { status: 422, message: 'Enter which unit or team it is. Nothing was stored.' } as const;
const NO_GAP = { status: 409, message: 'Enter the gap first: the action is about it.' } as const;
const BECAME_ONE = { status: 409, message: 'This gap is an action already. Open it in the plan.' } as const;
const changed = z.object({ label: z.string() });
const trust = trustCode;

/** Rounds of the retention self-assessment: part of `retention`. */
export const selfAssessmentVerbs = {
  /** All rounds of a tool, the newest first. */
  rounds: verb('view', 'figures').errors({ TRUST_UNKNOWN }).input(z.object({ trust, tool })).output(rounds),
  /** Levels of every placement area as a workbook that may leave the trust: no words of those who assessed. */
  learningFile: verb('export', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, profile: sharedWith.default('lmns') }))
    .output(exportedFile),
  /** The ten priorities of the charter by placement area: maturity by its newest round, beside the one before. */
  learningAreas: verb('view', 'figures').errors({ TRUST_UNKNOWN }).input(z.object({ trust })).output(learningAreas),
  round: verb('view', 'figures').errors({ TRUST_UNKNOWN, NOT_THERE }).input(z.object({ trust, id })).output(shownRound),
  addRound: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, PLACE_MISSING })
    .input(roundCells.extend({ trust, tool }))
    .output(changed.extend({ id })),
  /** Takes a round away with its answers; actions that its gaps became stay. */
  removeRound: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, id }))
    .output(changed),
  /** Sets what is given of one statement. */
  rate: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE, PATIENT_IDENTIFIER })
    .input(
      z.object({
        trust,
        id,
        statement: z.string(),
        rating: z.string().nullable().optional(),
        evidence: typedWords(1000).optional(),
        gap: typedWords(1000).optional(),
        priority: z.string().nullable().optional(),
        aboutNoPatient,
      }),
    )
    .output(changed),
  /** Makes the gap of a statement an action of the plan, with its element, in one step. */
  actOnGap: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NO_GAP, BECAME_ONE })
    .input(z.object({ trust, id, statement: z.string() }))
    .output(changed.extend({ key: z.string() })),
};
