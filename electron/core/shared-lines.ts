import type { ExportTable, TableValue } from '../contract/exports.ts';
import type { PublishedTables } from './protected-tables.ts';
import { type Disclosure, type ProtectedTables, protectedInWords, protectedRate } from './small-numbers.ts';

/** Counts of all, and of the same people or events by several words of theirs: what a file that leaves the trust tells. */
export interface SharedLines {
  /** Each count of a line that is printed or could be reckoned, and which of them add up. */
  readonly sums: readonly { readonly total: string; readonly parts: readonly string[] }[];
  readonly all: Counts;
  readonly by: readonly {
    readonly title: string;
    readonly lines: readonly { readonly key: string; readonly name: string; readonly counts: Counts }[];
  }[];
}
type Counts = Readonly<Record<string, number>>;

/** Where a count stands: of all without a title. */
export const lineKey = (column: string, title?: string, key?: string): string =>
  title === undefined ? `all ${column}` : `${title} ${key ?? ''} ${column}`;

/** All lines as one system: each list of them adds up to all, and the columns of each line add up. */
export function linesPublished({ sums, all, by }: SharedLines): PublishedTables {
  const counts = new Map<string, number>();
  const made: { total: string; parts: string[] }[] = [];
  const put = (line: Counts, keyOf: (column: string) => string) => {
    for (const [column, count] of Object.entries(line)) counts.set(keyOf(column), count);
    for (const { total, parts } of sums) made.push({ total: keyOf(total), parts: parts.map(keyOf) });
  };
  put(all, (column) => lineKey(column));
  for (const { title, lines } of by) {
    for (const { key, counts: line } of lines) put(line, (column) => lineKey(column, title, key));
    for (const [column, total] of Object.entries(all)) {
      const sum = lines.reduce((some, line) => some + (line.counts[column] ?? 0), 0);
      // What does not add up, since somebody stands in no line, tells nothing of the others.
      if (sum === total)
        made.push({ total: lineKey(column), parts: lines.map(({ key }) => lineKey(column, title, key)) });
    }
  }
  return { counts, sums: made };
}

/** A count, or what is said instead of it. */
export function sharedCount(shown: ProtectedTables, key: string, { hideBelow }: Disclosure): TableValue {
  const one = shown(key);
  return one.kind === 'shown' ? one.count : protectedInWords(one, hideBelow);
}

/** A share goes with its counts. */
export const sharedShare = (shown: ProtectedTables, numerator: string, denominator: string): TableValue =>
  protectedRate(shown(numerator), shown(denominator)) ?? 'not shown';

/** The rows of such a file: all, then each list under its title, with the columns asked for and one share at the end. */
export function sharedRows(
  { by }: SharedLines,
  shown: ProtectedTables,
  profile: Disclosure,
  columns: readonly string[],
  share: { readonly of: string; readonly outOf: string },
): ExportTable['rows'] {
  const row = (kind: 'row' | 'total', name: string, title?: string, key?: string) => ({
    kind,
    values: [
      name,
      ...columns.map((column) => sharedCount(shown, lineKey(column, title, key), profile)),
      sharedShare(shown, lineKey(share.of, title, key), lineKey(share.outOf, title, key)),
    ],
  });
  return [
    row('total', 'All'),
    ...by.flatMap(({ title, lines }): ExportTable['rows'] => [
      { kind: 'group', values: [title, ...columns.map(() => null), null] },
      ...lines.map(({ key, name }) => row('row', name, title, key)),
    ]),
  ];
}

/** For whom a file is, and what is left out of it, as its second line says it. */
export function profileInWords({ name, hideBelow, roundTo }: Disclosure & { readonly name: string }): string {
  const rounded = roundTo > 1 ? `; what is shown is rounded to the nearest ${roundTo}` : '';
  return `${name}: counts from 1 to ${hideBelow - 1}, and what would tell them, are left out${rounded}`;
}

/** What "not shown" means in a file of some tables. */
export const notShownMeans = ({ hideBelow }: Disclosure) => ({
  term: 'not shown',
  meaning: `Left out since a count from 1 to ${hideBelow - 1} could be worked out from it: from a total, a difference or another table. A percentage is left out with its numerator or its denominator.`,
});
