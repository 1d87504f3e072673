import type { ExportTable, TrainingCompliance } from '#contract';
import { named } from '../../../core/protected-tables.ts';
import { notShownMeans, profileInWords, sharedCount, sharedShare } from '../../../core/shared-lines.ts';
import { type Disclosure, protect } from '../../../core/small-numbers.ts';
import { compliancePublished, shareKeys } from './compliance-protected.ts';

type Shared = Pick<TrainingCompliance, 'cells' | 'census' | 'window' | 'scheme' | 'courses' | 'groups' | 'formulas'>;

/** Compliance as it may leave the trust, protected as it is in the evidence pack and the return of the same census. */
export function complianceShared(
  data: Shared,
  trust: string,
  profile: Disclosure & { readonly name: string },
): ExportTable {
  const cells = data.cells.filter(({ inDate }) => inDate.denominator > 0);
  const keyOf = (key: string) => `training on ${data.census}: ${key}`;
  const all = protect(named(compliancePublished(cells), keyOf), profile);
  const shown = (key: string) => all(keyOf(key));
  const nameIn = (list: Shared['courses'] | Shared['groups'], key: string) =>
    list.find((one) => one.key === key)?.name ?? key;
  return {
    title: `Training compliance of ${trust}, shared`.slice(0, 200),
    subtitle: `on ${data.census}; attendance from ${data.window.first} to ${data.window.last}; ${data.scheme?.title ?? 'no scheme'} · ${profileInWords(profile)}`,
    columns: [
      { heading: 'Course', kind: 'text' },
      { heading: 'Staff group', kind: 'text' },
      { heading: 'In date', kind: 'count' },
      { heading: 'Counted', kind: 'count' },
      { heading: 'Share in date', kind: 'rate' },
      { heading: 'Attended', kind: 'count' },
      { heading: 'Share attended', kind: 'rate' },
      { heading: `In date on ${data.window.last}`, kind: 'count' },
    ],
    rows: cells.map((cell) => {
      const now = shareKeys(cell, 'in date', cell.inDate);
      const came = shareKeys(cell, 'attended', cell.attended);
      const count = (key: string) => sharedCount(shown, key, profile);
      return {
        kind: 'row' as const,
        values: [
          nameIn(data.courses, cell.course),
          nameIn(data.groups, cell.group),
          count(now.done),
          count(now.all),
          sharedShare(shown, now.done, now.all),
          count(came.done),
          sharedShare(shown, came.done, came.all),
          count(shareKeys(cell, 'at end', cell.atEnd).done),
        ],
      };
    }),
    definitions: [
      ...data.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
      notShownMeans(profile),
    ],
  };
}
