import { z } from 'zod';
import { civilDate } from './values.ts';

/** A step whose day had gone by when somebody was entered, as it would stand. */
export const passedStep = z.object({ step: z.string(), name: z.string(), due: civilDate });
/** What was held before somebody was entered: on which day, or null where nobody knows. */
export const heldBefore = z.object({ step: z.string(), held: civilDate.nullable() });

export type PassedStep = z.infer<typeof passedStep>;
export type HeldBefore = z.infer<typeof heldBefore>;
