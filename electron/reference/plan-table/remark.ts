import { publishedHeadings } from './columns.ts';

/** A problem or a warning in words. `row` and `column` are null where it is of the whole row or table. */
export interface PlanTableRemark {
  readonly code:
    | 'heading_missing'
    | 'column_missing'
    | 'reference_missing'
    | 'reference_unknown'
    | 'mark_unclear'
    | 'owner_missing'
    | 'owner_twice'
    | 'wording_missing'
    | 'duplicate_row'
    | 'lines_missing'
    | 'owner_differs'
    | 'reference_mended';
  readonly row: number | null;
  /** The column's published heading; the file may name it otherwise. */
  readonly column: string | null;
  readonly read: string;
  readonly expected: string;
  readonly message: string;
  /** The lines of the plan that it is about, where it is known which. */
  readonly references: readonly string[];
}

type Said = Pick<PlanTableRemark, 'code' | 'row' | 'expected' | 'message'> &
  Partial<Pick<PlanTableRemark, 'read' | 'references'>> & { readonly column?: keyof typeof publishedHeadings };

export function remark({ code, row, column, read = '', expected, message, references = [] }: Said): PlanTableRemark {
  return {
    code,
    row,
    column: column === undefined ? null : publishedHeadings[column],
    read,
    expected,
    message,
    references,
  };
}
