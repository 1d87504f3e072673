import type { CellValue } from '../workbook/cell.ts';
import { cellText, textKey } from './text.ts';

const wholeBand = /^0?([2-9])$|^0?8\s?([a-d])$/;
/** "Band 6", "B6", "AfC 8a"; "Band 5/6" and "Band 5 to 6" are not one band. */
const namedBand =
  /\b(?:band|bnd|bd|b|afc)[\s.:-]*0?(\d+)(\s?[a-z])?\b(?!\s*(?:[/&+-]|to|or|and)\s*(?:band\s*)?[2-9][a-d]?\b(?!\.))/g;
/** The staff record's older name of bands 8a to 8d: "Review Body Band 8 - Range A". */
const rangeOf8 = /\b8\s*[-\u2013]?\s*range\s*([a-d])\b/gu;
/** Pay scale codes of the staff record, which stand in front of their names: XR06 is Band 6, XR08 to XR11 are 8a to 8d. */
const payScale = /\bx[rn](0[2-9]|1[0-2])\b/;
const upperScales = ['8a', '8b', '8c', '8d', '9'];

/**
 * The band that a grade's words end in or hold: "Band 6", "B6", "8a", "Registered Midwife Band 6",
 * "NHS|XR06|Review Body Band 6|". Undefined for a band that there is none of, for words that name no band, and for two
 * different bands.
 */
export function readBand(cell: CellValue): string | undefined {
  const text = cellText(cell);
  if (text === null) return undefined;
  const key = textKey(text).replace(rangeOf8, '8$1');
  const whole = wholeBand.exec(key);
  if (whole !== null) return whole[1] ?? `8${whole[2]}`;
  let found: string | undefined;
  for (const [, number = '', letter = ''] of key.matchAll(namedBand)) {
    const band = number === '8' || !letter.startsWith(' ') ? number + letter.trim() : number;
    if (!/^[2-9]$|^8[a-d]$/.test(band) || (found !== undefined && found !== band)) return undefined;
    found = band;
  }
  return found ?? bandOfScale(key);
}

function bandOfScale(key: string): string | undefined {
  const scale = Number(payScale.exec(key)?.[1] ?? 0);
  if (scale === 0) return undefined;
  return scale < 8 ? String(scale) : upperScales[scale - 8];
}

/** Bands 2 to 4 are support, 5 and above registered (D12). */
export function registeredByBand(band: string): boolean {
  return band.charCodeAt(0) >= 53; // '5'
}
