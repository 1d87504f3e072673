import type { Inspection, Mapping } from '#contract';
import type { Context } from '../context.ts';
import type { TakenPath } from './desk.ts';
import type { ImportFormat } from './formats.ts';
import { formatsOf } from './known-formats.ts';
import { coursesOf } from '../features/training/parse/matrix.ts';
import { asShown } from './as-shown.ts';
import { columnLetter } from './recognise/columns.ts';
import type { GivenOnce } from './recognise/given-once.ts';
import { isFilled } from './recognise/headings.ts';
import { filledCells } from './recognise/shape.ts';
import { valuesInWords } from './recognise/values.ts';
import type { ImportRefusal } from './refusal.ts';
import { type Understood, withUnderstood } from './understand.ts';
import { cleanText, textKey } from './clean/text.ts';
import { namesDropped } from './veil.ts';

/** What a file taken in is, and which of its columns are which fields. */
export function inspectFile(
  context: Context,
  trustId: number,
  file: TakenPath,
  mapping: Mapping,
): Promise<Inspection | ImportRefusal> {
  return withUnderstood(context, trustId, file.path, mapping, async (understood) => {
    if (understood.kind === 'ambiguous')
      return { ...understood, choices: [...understood.choices], firstRows: [...understood.firstRows] };
    const { path: _path, ...taken } = file;
    const known = formatsOf(context).get(understood.reading.format.kind);
    return { kind: 'recognised', file: taken, ...describe(understood, known ?? understood.reading.format) };
  });
}

function describe(
  understood: Understood,
  { layouts }: ImportFormat,
): Omit<Extract<Inspection, { kind: 'recognised' }>, 'kind' | 'file'> {
  const { opened, recognition, reading, matched, questions } = understood;
  const { format, layout, sheet, headerRow } = reading;
  const rows = sheet.rows.filter((row) => row.row > headerRow && isFilled(row));
  const fieldOf = new Map([...matched.places].map(([field, place]) => [place, field]));
  const { settings, known } = understood;
  const courses = coursesOf({ ...settings, rules: known.reference.training });
  const courseAt = (field = '') => {
    const found = courses.find(({ fields }) => fields.some((one) => one.field === field));
    return found ? { competence: found.competence, code: found.course ?? null } : null;
  };
  const givenOnceAt = (place: number) => {
    const found = understood.givenOnce.find((one) => one.place === place);
    return found && isWorthAsking(found)
      ? { isOn: found.isOn, by: found.by, filled: found.filled, blank: found.blank }
      : null;
  };
  return {
    source: opened.format,
    text: opened.text ?? null,
    importKind: format.kind,
    title: format.title,
    format: layout.key,
    formatTitle: layout.title,
    sheet: sheet.name,
    sheets: opened.sheets.map(({ name, hidden }) => ({ name, hidden })),
    headerRow,
    reason: recognition.reason,
    values: valuesInWords(format, matched.places, rows, opened.date1904),
    columns: reading.columns.map(({ place, heading }) => ({
      place,
      letter: columnLetter(place),
      heading,
      field: fieldOf.get(place) ?? null,
      course: courseAt(fieldOf.get(place)),
      givenOnce: givenOnceAt(place),
      samples: samplesOf(understood, rows, place),
    })),
    fields: Object.entries(format.fields)
      .filter(([field]) => field in layout.headings)
      .map(([field, { title, required }]) => ({
        field,
        title,
        required,
        place: matched.places.get(field) ?? null,
        ofColumn: reading.ofColumn?.get(field) ?? null,
        by: matched.by.get(field) ?? 'nobody',
        dropped:
          understood.veil !== null &&
          format.fields[field]?.names !== undefined &&
          format.fields[field]?.names !== 'number',
      })),
    questions: [...questions],
    readings: layout.matrix?.dates
      ? layouts.filter(({ matrix }) => matrix?.dates).map(({ key, title }) => ({ format: key, title }))
      : [],
    words: wordsToChoose(format, understood.settings.units.known),
    of: format.of,
    dateNeeded: format.of === 'day' && understood.settings.period === null,
    stated: recognition.stated ?? null,
    remarks: understood.veil === null ? [] : [namesDropped(0)],
    firstRows: [...understood.firstRows],
  };
}

/** A few blanks in a column that is written out are cells that were forgotten: there is nothing to decide. */
const fewBlanks = 5;

function isWorthAsking({ isOn, by, filled, blank }: GivenOnce): boolean {
  return blank > 0 && (isOn || by === 'mapping' || by === 'remembered' || blank * fewBlanks >= filled);
}

/** How many different values of a column are shown. */
const sampleSize = 3;

function samplesOf({ opened }: Understood, rows: Understood['reading']['sheet']['rows'], place: number): string[] {
  // Two words that differ in spaces or capitals alone are one to a reader.
  const samples = new Map<string, string>();
  for (const row of rows) {
    const [cell] = filledCells([row], place);
    const sample = cell === undefined ? '' : cleanText(asShown(cell, row.kindOf(place), opened.date1904));
    if (sample !== '' && !samples.has(textKey(sample))) samples.set(textKey(sample), sample);
    if (samples.size === sampleSize) break;
  }
  return [...samples.values()];
}

/** What an unknown word may mean: the codes of each set, and the units that the trust has. */
export function wordsToChoose(
  { words, fields }: ImportFormat,
  units: readonly string[],
): Record<string, { code: string; title: string }[]> {
  const sets = Object.entries(words).map(([set, codes]) => [
    set,
    Object.entries(codes).map(([code, { title }]) => ({ code, title })),
  ]);
  const unit = 'unit' in fields ? { unit: units.map((name) => ({ code: name, title: name })) } : {};
  return { ...Object.fromEntries(sets), ...unit };
}
