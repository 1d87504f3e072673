import { remember } from './remember.ts';
import { cellText, textKey } from './text.ts';
import type { Words } from './words.ts';
import type { MappedRow, RowWarning } from '../row.ts';
import type { CellValue } from '../workbook/cell.ts';
import { warning } from './refuse.ts';

/** A reader of code words: the code, null for an empty cell, undefined for a word that the set does not have. */
export function wordReader<Code extends string>(
  words: Words,
  set: string,
  codes: readonly Code[],
): (cell: CellValue) => Code | null | undefined {
  const known = words[set];
  return remember((cell) => {
    const text = cellText(cell);
    if (text === null) return null;
    const code = known?.get(textKey(text));
    return codes.find((allowed) => allowed === code);
  });
}

/** A remark on a word that was not known, and on what was taken instead. */
export function unknownWord(row: MappedRow, field: string, cell: CellValue, taken: string): RowWarning {
  return warning('code_word_unknown', field, `"${cellText(cell)}" in "${row.heading(field)}" is not known; ${taken}.`);
}
