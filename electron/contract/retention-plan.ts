import { z } from 'zod';
import { verb } from './access.ts';
import { aboutNoPatient, PATIENT_IDENTIFIER, typedLine, typedWords } from './free-text.ts';
import { refusals } from './refusals.ts';
import { actionCells, actionField, keptVersion, retentionPlan } from './retention-shapes.ts';
import { changed, civilDate, id, name, trustCode } from './values.ts';

const { TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE, DATES_WRONG } = refusals;
const FROM_A_FILE = {
  status: 409,
  message: 'This action came with a plan. Mark it as cancelled, or undo the import. Nothing was changed.',
} as const;
const TAKEN = {
  status: 409,
  message: 'There is a value of that day already. Change that one instead. Nothing was changed.',
} as const;
const NOTHING_TO_KEEP = { status: 409, message: 'The plan has no actions yet. Add or import one first.' } as const;

const trust = trustCode;
const whatToDo = typedWords(1000).refine((text) => text !== null, 'Say what is to be done.');
const ofAction = { trust, key: z.string() };

/** The living retention improvement plan: part of `retention`. Every change is named and can be undone. */
export const planVerbs = {
  /** The newest plan's actions with what was changed by hand, and those entered by hand, with all figures as on a day. */
  plan: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust, on: civilDate.optional() }))
    .output(retentionPlan),
  addAction: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NO_SUCH_CHOICE, DATES_WRONG, PATIENT_IDENTIFIER })
    .input(actionCells.partial().extend({ trust, action: whatToDo, aboutNoPatient }))
    .output(z.object({ label: z.string(), key: z.string() })),
  /** Sets the cells that are given. Of an imported action the file's own word stays beside. */
  changeAction: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE, DATES_WRONG, PATIENT_IDENTIFIER })
    .input(actionCells.partial().extend({ ...ofAction, aboutNoPatient }))
    .output(changed),
  /** Takes an imported action as the file has it again: one field, or all. */
  resetAction: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ ...ofAction, field: actionField.optional() }))
    .output(changed),
  /** Takes away an action entered by hand, with its values and reviews. */
  removeAction: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, FROM_A_FILE })
    .input(z.object(ofAction))
    .output(changed),
  /** Adds a value of the measure, or changes the one with the id. In hundredths of whatever the measure is in. */
  setReading: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, TAKEN, DATES_WRONG, PATIENT_IDENTIFIER })
    .input(
      z.object({
        ...ofAction,
        id: id.optional(),
        day: civilDate,
        value: z.number().int('Enter a number, such as 63.5.').min(-1_000_000_000).max(1_000_000_000),
        note: typedLine(200),
        aboutNoPatient,
      }),
    )
    .output(changed),
  removeReading: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ ...ofAction, id }))
    .output(changed),
  addReview: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE, DATES_WRONG, PATIENT_IDENTIFIER })
    .input(
      z.object({
        ...ofAction,
        day: civilDate,
        reviewer: name,
        found: typedWords(1000),
        confidence: typedLine(60),
        /** The day of the next review; without it the action's own stays. */
        nextReview: civilDate.nullable().optional(),
        aboutNoPatient,
      }),
    )
    .output(changed),
  removeReview: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ ...ofAction, id }))
    .output(changed),
  /** Keeps the plan as it stands as a version that somebody approved. */
  approve: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOTHING_TO_KEEP, DATES_WRONG, PATIENT_IDENTIFIER })
    .input(
      z.object({
        trust,
        name,
        approvedBy: name,
        approvedOn: civilDate,
        lmnsOn: civilDate.nullable(),
        covers: typedLine(300),
        nextReview: civilDate.nullable(),
        aboutNoPatient,
      }),
    )
    .output(z.object({ label: z.string(), id })),
  /** A version with its actions, and how today's plan differs from it. */
  version: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, id }))
    .output(keptVersion),
};
