import { readBand, registeredByBand } from '../../../imports/clean/bands.ts';
import type { Words } from '../../../imports/clean/words.ts';
import { remember } from '../../../imports/clean/remember.ts';
import { cellText, textKey } from '../../../imports/clean/text.ts';
import type { CellValue } from '../../../imports/workbook/cell.ts';

/** A grade that is known: its band, and whether it is a registered one by that band alone. */
export interface Grade {
  /** '2' to '9' or '8a' to '8d'; null where the word means registered or support staff without a band. */
  readonly band: string | null;
  readonly registered: boolean;
}

/** A reader of grade cells: a trust's own words first ("MW6" means "6"), then the bands. */
export function gradeReader(words: Words): (cell: CellValue) => Grade | undefined {
  const known = words['grade'];
  return remember((cell) => {
    const text = cellText(cell);
    const code = text === null ? undefined : known?.get(textKey(text));
    if (code === 'registered_no_band') return { band: null, registered: true };
    if (code === 'support_no_band') return { band: null, registered: false };
    const band = readBand(code ?? cell);
    return band === undefined ? undefined : { band, registered: registeredByBand(band) };
  });
}
