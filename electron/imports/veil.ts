import type { Remark } from '#contract';
import { readPerson } from './clean/people.ts';
import { cellText, textKey } from './clean/text.ts';
import type { ImportFormat } from './formats.ts';
import type { CellValue } from './workbook/cell.ts';

/** Takes the names out of a file's rows before anything else sees them, where a trust keeps staff numbers only. */
export interface Veil {
  /** The cells of one row without names, and without the columns that no field reads, which may hold some. */
  over(values: readonly CellValue[]): readonly CellValue[];
  /** A value that was typed for a field, as it may be kept. */
  typed(field: string, value: CellValue): CellValue;
  /** How many people could only be told apart by their names: each is a "Person 1" of this file. */
  readonly toldApart: number;
}

/** What stands where a name was in a column of staff numbers. */
const dropped = '(name dropped)';
/** What files write where nobody is named. */
const nobody: ReadonlySet<string> = new Set([
  'vacant',
  'unfilled',
  'tbc',
  'tba',
  'to be confirmed',
  'n/a',
  'none',
  'nobody',
  'not known',
  'unknown',
  'agency',
  'bank',
  '-',
]);
/** A heading that says that the column names a post and not a person. */
const ofPosts = /\b(?:role|post|position|job|title)\b/iu;

type Part = 'whole' | 'number' | 'own_name' | 'other_name' | 'nothing';

/** `places` is field to column from 0, `headings` field to the file's heading. */
export function veilOver(
  format: ImportFormat,
  places: ReadonlyMap<string, number>,
  headings: ReadonlyMap<string, string>,
): Veil {
  const part = (field: string): Part => partOf(format, field, headings.get(field) ?? '');
  const byPlace = new Map([...places].map(([field, place]) => [place, part(field)]));
  const known = new Map<string, string>();
  const pseudonym = (name: string): string => {
    const key = textKey(name);
    if (nobody.has(key)) return name;
    const own = known.get(key) ?? `Person ${known.size + 1}`;
    known.set(key, own);
    return own;
  };
  return {
    over(values) {
      const at = (what: Part) => (_: CellValue, place: number) => byPlace.get(place) === what;
      const hasNumber = values.filter(at('number')).some((cell) => readPerson(numberOnly(cell)) !== undefined);
      const ownName = values
        .filter(at('own_name'))
        .flatMap((cell) => cellText(cell) ?? [])
        .join(' ');
      let isNamed = hasNumber || ownName === '';
      return values.map((cell, place) => {
        const what = byPlace.get(place) ?? 'nothing';
        if (what === 'whole' || cell === null) return cell;
        if (what === 'number') return numberOnly(cell);
        if (what === 'other_name') return named(cell, pseudonym);
        if (what === 'nothing' || isNamed || cellText(cell) === null) return null;
        isNamed = true;
        return pseudonym(ownName);
      });
    },
    typed(field, value) {
      const what = part(field);
      if (what === 'number') return numberOnly(value);
      if (what === 'own_name' || what === 'other_name') return named(value, pseudonym);
      return what === 'whole' ? value : null;
    },
    get toldApart() {
      return known.size;
    },
  };
}

function partOf({ fields }: ImportFormat, field: string, heading: string): Part {
  const { type, names } = fields[field] ?? {};
  if (names === 'post') return ofPosts.test(heading) ? 'whole' : 'other_name';
  if (names === 'own') return 'own_name';
  if (names === 'other') return 'other_name';
  if (names === 'text') return 'nothing';
  return type === 'person' || names === 'number' ? 'number' : 'whole';
}

function named(cell: CellValue, pseudonym: (name: string) => string): CellValue {
  const name = cellText(cell);
  return name === null ? null : pseudonym(name);
}

const numbersAlone = /^[a-z]{0,3}\d[\d\s./-]*[a-z]?$/iu;
const numberWithin = /(?<![\p{L}\d])\d{4,}(?:-\d+)?(?![\p{L}\d])/u;

/** A staff number without the name that some files write beside it. */
function numberOnly(cell: CellValue): CellValue {
  if (typeof cell !== 'string' || cell.trim() === '') return cell;
  const text = cell.trim();
  if (numbersAlone.test(text) || nobody.has(textKey(text))) return cell;
  return numberWithin.exec(text)?.[0] ?? dropped;
}

/** The remark on a file whose names were dropped; `toldApart` counts the people without a staff number. */
export function namesDropped(toldApart: number): Remark {
  const without =
    toldApart === 0
      ? ''
      : ` ${toldApart === 1 ? 'One person is named' : `${toldApart} people are named`} without a staff number: they are told apart within this file only, as "Person 1" and so on, so that the same person in another file counts again.`;
  const message = `Names are dropped: this trust keeps staff numbers only. Comments, notes and columns that no field reads are dropped too, since they may name people.${without}`;
  return { code: 'names_dropped', message };
}
