import type { EnteredLine } from '../../../electron/features/establishment/calculations/sheet.ts';
import { parseWte } from '../../../electron/core/wte.ts';

/** Hundred-thousandths of a WTE written as "71.40"; null stays "not known". */
export const wte = (text: string | number | null): number | null => (text === null ? null : parseWte(text)!);

let next = 0;

/** A line as a person would say it: unit, staff group, band, then required, funded and in post in WTE. */
export function line(
  unit: string,
  staffGroup: string,
  band: string,
  required: string | number | null,
  funded: string | number | null,
  inPost: string | number | null,
): EnteredLine {
  next += 1;
  return {
    id: next,
    order: 0,
    unit: { id: [...unit].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7), name: unit },
    staffGroup: { key: staffGroup, name: staffGroup },
    band: { key: band, name: `Band ${band}` },
    required: wte(required),
    funded: wte(funded),
    inPost: wte(inPost),
    requiredTool: null,
    requiredSource: null,
    requiredDate: null,
  };
}
