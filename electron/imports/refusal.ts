import type { Choice } from './recognise.ts';
import type { Batch, FieldQuestion, FileReason, FirstRows, Overlap } from '#contract';

/** An expected outcome in which nothing was stored. `message` says what was found and what to do next. */
export type ImportRefusal =
  | {
      readonly kind: 'refused';
      readonly code: 'FILE_REFUSED';
      readonly message: string;
      readonly data: { reason: FileReason; sheets?: FirstRows[] };
    }
  | {
      readonly kind: 'refused';
      readonly code: 'CHOICE_NEEDED';
      readonly message: string;
      readonly data: { choices: readonly Choice[] };
    }
  | {
      readonly kind: 'refused';
      readonly code: 'COLUMNS_NEEDED';
      readonly message: string;
      readonly data: { questions: readonly FieldQuestion[] };
    }
  | {
      readonly kind: 'refused';
      readonly code: 'OVERLAP';
      readonly message: string;
      readonly data: { overlaps: readonly Overlap[] };
    }
  | {
      readonly kind: 'refused';
      readonly code: 'LATER_IMPORTS';
      readonly message: string;
      readonly data: { later: readonly Batch[] };
    }
  | {
      readonly kind: 'refused';
      readonly code: 'MAPPING_WRONG' | 'DATE_NEEDED' | 'CANNOT_REDO' | 'IMPORT_UNDONE' | 'FILE_GONE' | 'WORK_LOST';
      readonly message: string;
    };

/** The thread that did the work is gone, with all that it had not finished. */
export function workLost(): ImportRefusal {
  const message =
    'The import stopped before it was finished, and nothing of it was changed. Try it again; if it stops again, restart the planner, or import a shorter period.';
  return { kind: 'refused', code: 'WORK_LOST', message };
}

export function refuseMapping(message: string): ImportRefusal {
  return { kind: 'refused', code: 'MAPPING_WRONG', message };
}

export function refuseFile(reason: FileReason, message: string, sheets?: FirstRows[]): ImportRefusal {
  return { kind: 'refused', code: 'FILE_REFUSED', message, data: { reason, ...(sheets && { sheets }) } };
}

export function isRefusal(outcome: unknown): outcome is ImportRefusal {
  return (
    typeof outcome === 'object' &&
    outcome !== null &&
    'code' in outcome &&
    (outcome as { kind?: unknown }).kind === 'refused'
  );
}
