import { z } from 'zod';
import { verbOfFrame } from './access.ts';
import { id, instant } from './values.ts';

const text = (most: number) => z.string().max(most);

/** Which form a draft is of: the screen's path, the form's title, and its record where the title does not say it. */
const form = z.object({ screen: text(300), form: text(500), record: text(300) });

/** A field of a form as it stands there, with its label. */
const field = z.object({ name: text(300), label: text(300), value: text(50_000) });

const kept = z.object({ at: instant, isConfidential: z.boolean(), fields: z.array(field) });

/** A draft as the list has it: which fields were typed into, and nothing of what was. */
const listed = form.extend({
  id,
  screenTitle: z.string(),
  at: instant,
  isConfidential: z.boolean(),
  labels: z.array(z.string()),
});

export type DraftForm = z.infer<typeof form>;
export type DraftField = z.infer<typeof field>;
export type KeptDraft = z.infer<typeof kept>;
export type ListedDraft = z.infer<typeof listed>;

/** Days after which a draft that nobody went on with is thrown away. */
export const DRAFT_DAYS = 30;

/**
 * What was typed and not saved, of a trust's or an LMNS's forms (`owner`), or of those that set one up. A draft changes nothing of the data, so keeping
 * one is a view to the roles and to the audit.
 */
export function draftVerbs<
  Owner extends z.ZodRawShape,
  Errors extends Record<string, { status: number; message: string }>,
>(data: 'people' | 'lmns' | 'none', owner: z.ZodObject<Owner>, errors: Errors) {
  const ofForm = owner.extend(form.shape);
  return {
    /** Keeps the fields that differ from what is saved, in place of those kept before. `role` alone may have them back. */
    keepDraft: verbOfFrame(data)
      .errors(errors)
      .input(
        ofForm.extend({ screenTitle: text(300), role: text(200).nullable(), fields: z.array(field).min(1).max(500) }),
      )
      .output(z.null()),
    /** The draft of a form, or null. Of a confidential one the fields come only where its role is said. */
    findDraft: verbOfFrame(data)
      .errors(errors)
      .input(ofForm.extend({ role: text(200).optional() }))
      .output(kept.nullable()),
    /** Throws a draft away: it was saved, or is no longer wanted. */
    dropDraft: verbOfFrame(data).errors(errors).input(ofForm).output(z.null()),
    /** All drafts, the newest first. */
    drafts: verbOfFrame(data).errors(errors).input(owner).output(z.array(listed)),
  };
}
