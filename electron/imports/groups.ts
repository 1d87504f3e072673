import type { Mapping } from '#contract';
import { withMerged } from './head.ts';
import type { MatchedFields } from './mapping.ts';
import { type GivenOnce, givenOnceOf } from './recognise/given-once.ts';
import type { Reading } from './recognise/headings.ts';
import type { OpenedFile } from './workbook/open.ts';

/** The columns of groups by their first rows; merged cells count as filled, where a column seems to be blank below. */
export async function readGivenOnce(
  opened: OpenedFile,
  { format, sheet, headerRow }: Reading,
  { places }: MatchedFields,
  { said = {}, recalled = {} }: { said: Mapping['filledDown']; recalled: Mapping['filledDown'] },
): Promise<GivenOnce[]> {
  const told = new Map(
    Object.entries({ ...recalled, ...said }).map(([field, isOn]) => {
      const by = field in said ? ('mapping' as const) : ('remembered' as const);
      return [field, { isOn, by }];
    }),
  );
  const of = (rows: Reading['sheet']['rows']) =>
    givenOnceOf(
      format,
      places,
      rows.filter(({ row }) => row > headerRow),
      { said: told, date1904: opened.date1904 },
    );
  const found = of(sheet.rows);
  return found.some(({ isOn, by }) => isOn && by === 'values') ? of(await withMerged(opened, sheet, headerRow)) : found;
}

/** Says that a field is given in each row, where a person wants it filled from above. */
export function notGrouped({ title, fields }: Reading['format'], field: string): string {
  const grouping = Object.keys(fields).filter((one) => fields[one]?.givenOnce);
  return `A ${title.toLowerCase()} gives no "${field}" once for several rows. The fields that may be are ${grouping.join(', ')}.`;
}
