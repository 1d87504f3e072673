import type { PlanOwner } from '../../contract/reference.ts';

/** Where the columns of a published plan table are, from 0. */
export interface PlanColumns {
  readonly reference: number;
  readonly wording: number;
  readonly owners: Readonly<Record<PlanOwner, number>>;
}

/** The headings of the table as NHS England published it, for messages. */
export const publishedHeadings = {
  reference: 'Ref No',
  wording: 'Theme & Objective',
  trust: 'Trusts',
  lmns: 'ICB/LMNS',
  nhse: 'NHSE',
};
export const ownerKeys = ['trust', 'lmns', 'nhse'] as const;
type ColumnName = keyof typeof publishedHeadings;

const names: Readonly<Record<ColumnName, RegExp>> = {
  reference: /^((line |action )?ref(erence)?( no| number)?|no|number)$/,
  wording:
    /^(themes? (and )?objectives?|(published |plan )?(wording|text)|actions?|commitments?|deliverables?|descriptions?|line)$/,
  trust: /^((nhs )?trusts?|providers?)$/,
  lmns: /^(icbs?|lmnss?|ics)( (and |or )?(icbs?|lmnss?|ics))*$/,
  nhse: /^(nhs ?england|nhsei?|nhse i)( nhse)?$/,
};

export type HeadingFound =
  | { readonly kind: 'columns'; readonly columns: PlanColumns }
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] }
  | { readonly kind: 'none' };

/**
 * Reads a row as the heading row, wherever its columns stand and whatever others are among them. A row is taken for
 * one when it names at least two of the columns that say who answers for a line, or the reference and one of them.
 */
export function readHeading(cells: readonly string[]): HeadingFound {
  const headings = cells.map(bareWords);
  const place = (column: ColumnName) => headings.findIndex((heading) => names[column].test(heading));
  const at = { reference: place('reference'), trust: place('trust'), lmns: place('lmns'), nhse: place('nhse') };
  const wording = theCombinedHeading(headings) ?? place('wording');
  const ownersFound = [at.trust, at.lmns, at.nhse].filter((column) => column >= 0).length;
  if (ownersFound === 0 || (ownersFound === 1 && at.reference < 0)) return { kind: 'none' };
  const found: Record<ColumnName, number> = { ...at, wording };
  const missing = (Object.keys(publishedHeadings) as ColumnName[]).filter((column) => found[column] < 0);
  if (missing.length > 0) return { kind: 'incomplete', missing: missing.map((column) => publishedHeadings[column]) };
  return {
    kind: 'columns',
    columns: { reference: at.reference, wording, owners: { trust: at.trust, lmns: at.lmns, nhse: at.nhse } },
  };
}

/** The published heading goes before any other column that could hold wording, such as a trust's own "Action". */
function theCombinedHeading(headings: readonly string[]): number | undefined {
  const place = headings.findIndex((heading) => /^themes? (and )?objectives?$/.test(heading));
  return place < 0 ? undefined : place;
}

/** What stands in a column that says who answers for a line. */
export type OwnerMark = 'ticked' | 'blank' | 'unclear';

/** Ticks as people and spreadsheets write them; ü is the tick of the Wingdings font once the font is lost. */
const ticks = new Set(['✓', '✔', '☑', '✅', '√', 'ü', 'x', '×', 'y', 'yes', '1', 'true']);
const blanks = new Set(['', '-', '–', '—', '☐', 'n', 'no', '0', 'false', 'n/a']);

export function readMark(cell: string): OwnerMark {
  // Emoji and text forms of one tick differ by a variation selector only.
  const mark = clean(cell)
    .replace(/[\uFE0E\uFE0F]/gu, '')
    .toLowerCase();
  if (ticks.has(mark)) return 'ticked';
  return blanks.has(mark) ? 'blank' : 'unclear';
}

/** Trimmed, with no-break spaces, zero-width marks and runs of white space taken for one space. */
export function clean(cell: string): string {
  return cell
    .replace(/[\u200B\u2060\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function bareWords(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
}
