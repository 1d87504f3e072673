import { z } from 'zod';
import { casemixCategories } from './assessment-shapes.ts';
import { referenceHead } from './reference.ts';

/** A decimal number of a reference file, in hundred-thousandths. */
export const decimalNumber = z
  .number()
  .min(0)
  .transform((value) => Math.round(value * 100_000));

const range = z.strictObject({ low: decimalNumber, high: decimalNumber });
const words = z.string().trim().min(1);

const activityDefault = z.strictObject({
  name: words,
  category: z.enum(casemixCategories).optional(),
  driver: z.enum(['cases', 'posts', 'weekly']).default('cases'),
  quantityOf: z.enum(['entered', 'births', 'casemix']).default('entered'),
  hours: decimalNumber.optional(),
});

/** What a Birthrate+ assessment starts from, and what is out of the ordinary. Numbers become hundred-thousandths. */
export const birthrateRules = referenceHead
  .extend({
    kind: z.literal('birthrate plus'),
    provider: words,
    weeklyHours: decimalNumber,
    weeksPerYear: decimalNumber,
    daysPerYear: decimalNumber,
    upliftMode: z.enum(['add_on', 'divisor']),
    upliftRange: range,
    upliftParts: z.array(words),
    travel: decimalNumber,
    travelRange: range,
    supportShare: decimalNumber,
    specialistShare: decimalNumber,
    specialistBase: z.enum(['clinical', 'total']),
    specialistRange: range,
    /** Births per WTE of midwives that are usual. */
    ratioRange: range,
    sampleMonths: z.int().min(1),
    categories: z
      .array(z.strictObject({ key: z.enum(casemixCategories), midwives: decimalNumber, meaning: words }))
      .length(casemixCategories.length),
    settings: z.array(words),
    areas: z.array(
      z.strictObject({
        name: words,
        unitKind: words,
        setting: words.optional(),
        travels: z.boolean().default(false),
        activities: z.array(activityDefault),
      }),
    ),
  })
  .strict();

export type BirthrateRules = z.infer<typeof birthrateRules>;
