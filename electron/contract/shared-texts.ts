import { z } from 'zod';
import { verb } from './access.ts';
import { aboutNoPatient, PATIENT_IDENTIFIER, typedLine, typedWords } from './free-text.ts';
import { refusals } from './refusals.ts';
import { changed, civilDate, name, trustCode } from './values.ts';

const kind = z.enum(['practice', 'challenge']);

const sharedText = z.object({
  actionKey: z.string(),
  kind,
  title: z.string(),
  text: z.string(),
  /** The role that approved it, and when; null while it is a draft, which goes nowhere. */
  approvedBy: z.string().nullable(),
  approvedOn: civilDate.nullable(),
});

/** What goes along of an approved text: the words, the lines that it serves, and nobody. */
export const travelling = z.object({
  title: z.string(),
  text: z.string(),
  element: z.string(),
  references: z.array(z.string()),
  /** For a challenge, who is to take it up: the LMNS, or with it NHS England. */
  escalateTo: z.enum(['lmns', 'national']).nullable(),
  approvedBy: z.string(),
  approvedOn: civilDate,
});

export type SharedText = z.infer<typeof sharedText>;
export type SharedTextKind = z.infer<typeof kind>;
export type TravellingText = z.infer<typeof travelling>;

const { TRUST_UNKNOWN, NOT_THERE } = refusals;
const STAFF_NAME = {
  status: 422,
  message: 'This names somebody of the staff list. Take the name out, or say that it names nobody of the trust.',
  data: z.object({ found: z.array(z.string()) }),
} as const;
const NOT_APPROVED = {
  status: 422,
  message: 'Enter both who approved it and the day, not one of them. Nothing was stored.',
} as const;
const words = typedWords(1500).refine((text) => text !== null, 'Enter what is to be shared.');
const ofText = { trust: trustCode, key: z.string(), kind };

/** What of the plan travels to the LMNS with the return: part of `retention`. */
export const sharedTextVerbs = {
  /** All texts of the plan's actions, drafts among them. */
  sharedTexts: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode }))
    .output(z.array(sharedText)),
  /**
   * Marks an action as shareable practice or as a challenge to escalate, or changes its words. Words that change lose an
   * approval that was given to others.
   */
  setSharedText: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, PATIENT_IDENTIFIER, STAFF_NAME, NOT_APPROVED })
    .input(
      z.object({
        ...ofText,
        title: name,
        text: words,
        approvedBy: typedLine(120).default(null),
        approvedOn: civilDate.nullable().default(null),
        aboutNoPatient,
        /** True where somebody has read which names were found and says that they are nobody's of the trust. */
        namesNobody: z.boolean().default(false),
      }),
    )
    .output(changed),
  removeSharedText: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object(ofText))
    .output(changed),
  /** What travels: approved texts of actions that are in the plan, without any person. */
  travels: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode }))
    .output(z.object({ practices: z.array(travelling), challenges: z.array(travelling), drafts: z.number().int() })),
};
