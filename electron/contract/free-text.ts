import { z } from 'zod';
import { legible } from './values.ts';

/** What a person may type over several lines; nothing typed is null. */
export const typedWords = (longest: number) =>
  z
    .string()
    .transform((text) => legible(text).trim() || null)
    .pipe(
      z
        .string()
        .max(longest, `Use ${longest.toLocaleString('en-GB')} characters or fewer.`)
        .nullable(),
    )
    .nullable();

/** What a person may type on one line; nothing typed is null. */
export const typedLine = (longest: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/gu, ' ').trim() || null)
    .pipe(z.string().max(longest, `Use ${longest} characters or fewer.`).nullable())
    .nullable();

const found = z.object({ field: z.string(), text: z.string(), looksLike: z.string() });

export type FoundIdentifier = z.infer<typeof found>;

/** True where somebody has read the warning of `PATIENT_IDENTIFIER` and says that nothing typed is about a patient. */
export const aboutNoPatient = z.boolean().default(false);

/** A free text holds what looks like a patient's number. Nothing is stored until it is taken out, or declared to be none. */
export const PATIENT_IDENTIFIER = {
  status: 422,
  message: 'This looks as if it identified a patient. Take it out, or say that it is not about a patient.',
  data: z.object({ found: z.array(found) }),
} as const;
