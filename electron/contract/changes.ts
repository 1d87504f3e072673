import { z } from 'zod';
import { verb, verbOfFrame } from './access.ts';
import { id, instant } from './values.ts';

/** A change made by hand, by its name; `who` is null for one of before that was noted. */
const changeEntry = z.object({
  id,
  label: z.string(),
  at: instant,
  who: z.string().nullable(),
  undone: z.boolean(),
});

const shown = z.string().nullable();

/** A row that a change touched: what stood in each field before and after, null where nothing did. */
const changedRow = z.object({
  what: z.string(),
  name: shown,
  kind: z.enum(['added', 'changed', 'removed']),
  fields: z.array(z.object({ label: z.string(), before: shown, after: shown })),
  isConfidential: z.boolean(),
});

const historyState = z.object({
  /** What Undo and Redo would do next, in words; null where there is nothing. */
  undo: shown,
  redo: shown,
  /** When what Undo would take back was done. */
  undoAt: instant.nullable(),
  /** When the newest change was saved. */
  savedAt: instant.nullable(),
});

const word = z.string().regex(/^[a-z_0-9]{1,60}$/);

/**
 * A record whose changes are asked for: what it is, and its row id or its key; or the table and what stands in columns that
 * name it. Or all records of the tables that one page enters.
 */
const record = z.union([
  z.object({ kind: word, key: z.string().min(1).max(120) }),
  z.object({ kind: word, fields: z.record(word, z.union([z.string().max(300), z.number().int(), z.null()])) }),
  z.object({ tables: z.array(word).min(1).max(30) }),
]);

export type ChangeEntry = z.infer<typeof changeEntry>;
export type ChangedRowShown = z.infer<typeof changedRow>;
export type RecordOfHistory = z.infer<typeof record>;

export const CANNOT_UNDO = {
  status: 409,
  message: 'This cannot be undone because later work depends on it. Nothing was changed.',
} as const;
const CHANGE_GONE = { status: 404, message: 'There is no such change any more. Look at the list again.' } as const;

/** The history of a trust or an LMNS (`owner`): undoing and redoing the last change, or one whatever was done since. */
export function changeVerbs<
  Owner extends z.ZodRawShape,
  Errors extends Record<string, { status: number; message: string }>,
>(data: 'people' | 'lmns', owner: z.ZodObject<Owner>, errors: Errors) {
  const oneChange = owner.extend({ id });
  const done = z.object({ label: shown });
  return {
    historyState: verbOfFrame(data).errors(errors).input(owner).output(historyState),
    /** The last changes, newest first. */
    changes: verb('view', data).errors(errors).input(owner).output(z.array(changeEntry)),
    undo: verb('undo', data)
      .errors({ ...errors, CANNOT_UNDO })
      .input(owner)
      .output(done),
    redo: verb('undo', data)
      .errors({ ...errors, CANNOT_UNDO })
      .input(owner)
      .output(done),
    /** What one change did, row by row and field by field. */
    changeRows: verb('view', data)
      .errors({ ...errors, CHANGE_GONE })
      .input(oneChange)
      .output(z.array(changedRow)),
    /** The changes that touched one record, newest first. */
    changesOf: verb('view', data).errors(errors).input(owner.extend({ record })).output(z.array(changeEntry)),
    /** Undoes one change; refused where later ones depend on it. */
    undoChange: verb('undo', data)
      .errors({ ...errors, CANNOT_UNDO })
      .input(oneChange)
      .output(done),
    /** Does one undone change again. */
    redoChange: verb('undo', data)
      .errors({ ...errors, CANNOT_UNDO })
      .input(oneChange)
      .output(done),
  };
}
