import type { FieldQuestion, FirstRows, Mapping } from '#contract';
import type { Context } from '../context.ts';
import type { DatePeriod } from '../core/dates.ts';
import type { RowSettings } from '../features/rosters/parse/source.ts';
import { hoursWritingOf } from './clean/numbers.ts';
import { wordsOf } from './clean/words.ts';
import type { Columns } from './cursor.ts';
import { notGrouped, readGivenOnce } from './groups.ts';
import { firstRowsOf, saidBefore } from './first-rows.ts';
import { readHeads } from './head.ts';
import { type MatchedFields, headingsKey, matchFields, ownWords, stillMeant } from './mapping.ts';
import { type Recognition, recognise } from './recognise.ts';
import type { GivenOnce } from './recognise/given-once.ts';
import { isFilled, type Reading } from './recognise/headings.ts';
import { type OpenQuestion, questionsOf } from './recognise/questions.ts';
import { filledCells } from './recognise/shape.ts';
import type { Known } from './kinds.ts';
import { type ImportRefusal, isRefusal, refuseFile, refuseMapping } from './refusal.ts';
import { recallMapping } from './remembered.ts';
import { unitNames } from './units.ts';
import { type Veil, veilOver } from './veil.ts';
import { dropsNames } from '../features/organisation/drop-names.ts';
import { rulesInForce } from '../features/organisation/rules-in-force.ts';
import { MergedCellsBehind } from './workbook/behind-rows.ts';
import { FileRefusalError, openFile, type OpenedFile } from './workbook/open.ts';
import { formatsOfTrust } from './known-formats.ts';

/** A file of which it is known how to read its rows, but for the questions that are left. */
export interface Understood {
  readonly kind: 'understood';
  readonly opened: OpenedFile;
  readonly recognition: Extract<Recognition, { kind: 'recognised' }>;
  readonly reading: Reading;
  readonly matched: MatchedFields;
  readonly columns: Columns;
  /** Columns of groups, and which of them are filled from above where they are blank. */
  readonly givenOnce: readonly GivenOnce[];
  readonly headings: string;
  readonly questions: readonly FieldQuestion[];
  readonly settings: RowSettings;
  readonly known: Known;
  /** Code words that a person gave meanings, now or for an earlier file. */
  readonly codes: NonNullable<Mapping['codes']>;
  /** True where a person said, now or of an earlier file, which of several layouts it is. */
  readonly isFormatSaid: boolean;
  /** True where a person said, now or of an earlier file, that it is of another kind than its headings tell. */
  readonly isKindSaid: boolean;
  /** How each of its visible sheets begins. */
  readonly firstRows: readonly FirstRows[];
  /** What takes names out of the rows, where the trust keeps staff numbers only. */
  readonly veil: Veil | null;
  /** Where the period of the settings comes from; `rows` where there is none and the rows make it. */
  readonly periodFrom: 'setting' | 'file' | 'rows';
}

/** More than one reading fits. */
export type Ambiguous = Extract<Recognition, { kind: 'ambiguous' }> & { readonly firstRows: readonly FirstRows[] };

export type Understanding = Understood | Ambiguous | ImportRefusal;

/**
 * Opens a file, finds out what it is, and gives it to `use`; closes it whatever happens. Where `use` reads all rows, a
 * large sheet is taken to merge no cells below its headings; where it does, `use` is asked once more from the beginning.
 */
export async function withUnderstood<Result>(
  context: Context,
  trustId: number,
  path: string,
  mapping: Mapping,
  use: (understood: Understood | Ambiguous) => Promise<Result | ImportRefusal>,
  { readsAll = false } = {},
): Promise<Result | ImportRefusal> {
  const opened = await openFile(path);
  if (opened.kind === 'refused') return refuseFile(opened.reason, opened.message);
  const once = async () => {
    const understood = await understand(context, trustId, opened, mapping);
    return isRefusal(understood) ? understood : await use(understood);
  };
  try {
    if (readsAll) opened.assumeUnmerged?.();
    return await once().catch((error: unknown) => {
      if (error instanceof MergedCellsBehind) return once();
      throw error;
    });
  } catch (error) {
    if (error instanceof FileRefusalError) return refuseFile(error.refusal.reason, error.refusal.message);
    throw error;
  } finally {
    await opened.close();
  }
}

async function understand(
  context: Context,
  trustId: number,
  opened: OpenedFile,
  mapping: Mapping,
): Promise<Understanding> {
  const formats = formatsOfTrust(context, trustId);
  const wrong = wrongKnowledge(mapping, opened, [...formats.keys()]);
  if (wrong !== undefined) return refuseMapping(wrong);
  const heads = await readHeads(opened, mapping.headerRow);
  const rememberedFormat = ({ format: { kind }, columns }: Reading) =>
    recallMapping(context.database, trustId, kind, headingsKey(columns)).format;
  const recogniseAs = (said: Mapping) =>
    recognise(
      heads,
      [...formats.values()],
      { ...said, rememberedFormat },
      { date1904: opened.date1904, today: context.today() },
    );
  const { kind: saidKind, ...others } = mapping;
  const byItself = recogniseAs(others);
  const before =
    saidKind === undefined && (byItself.kind === 'unknown' || byItself.kind === 'recognised')
      ? saidBefore(context.database, trustId, heads, mapping, byItself.kind === 'recognised')
      : undefined;
  const recognition =
    before !== undefined
      ? asSaidBefore(recogniseAs({ ...others, ...before }))
      : saidKind === undefined
        ? byItself
        : recogniseAs(mapping);
  if (recognition.kind === 'ambiguous') return { ...recognition, firstRows: firstRowsOf(heads, opened.date1904) };
  if (recognition.kind !== 'recognised') {
    const reason = recognition.kind === 'no_rows' ? 'no_rows' : 'unknown_headings';
    const sheets = reason === 'unknown_headings' ? firstRowsOf(heads, opened.date1904) : undefined;
    return refuseFile(reason, `${recognition.message} Nothing was stored. ${nextStep[reason]}`, sheets);
  }
  const { reading } = recognition;
  const headings = headingsKey(reading.columns);
  const recalled = recallMapping(context.database, trustId, reading.format.kind, headings);
  const matched = matchFields(reading, mapping.fields, recalled.fields);
  if (isRefusal(matched)) return matched;
  const ungrouped = Object.keys(mapping.filledDown ?? {}).find((field) => !reading.format.fields[field]?.givenOnce);
  if (ungrouped !== undefined) return refuseMapping(notGrouped(reading.format, ungrouped));
  const codes = joinCodes(stillMeant(reading.format, recalled.codes ?? {}), mapping.codes);
  const own = ownWords(reading.format, codes);
  if (isRefusal(own)) return own;
  const period = periodRead(reading, mapping.period ?? recognition.stated ?? null);
  const titles = headingsByField(reading, matched);
  return {
    kind: 'understood',
    opened,
    recognition,
    reading,
    matched,
    givenOnce: await readGivenOnce(opened, reading, matched, {
      said: mapping.filledDown,
      recalled: recalled.filledDown,
    }),
    headings,
    codes,
    isFormatSaid: mapping.format !== undefined || recognition.byMemory === true,
    isKindSaid: byItself.kind === 'recognised' && byItself.reading.format.kind !== reading.format.kind,
    firstRows: firstRowsOf(heads, opened.date1904, reading),
    columns: { places: matched.places, headings: titles, lengths: lengthsOf(reading) },
    veil: dropsNames(context.database, trustId) ? veilOver(reading.format, matched.places, titles) : null,
    questions: questionsOf(reading, matched.places, matched.settled).map((question) => inWords(reading, question)),
    settings: {
      date1904: opened.date1904,
      period,
      units: unitSettings(context, trustId, mapping.units),
      hours: mapping.hours ?? hoursWriting(reading, matched),
      words: wordsOf(reading.format.words, own),
      columns: new Set(matched.places.keys()),
    },
    known: { database: context.database, reference: rulesInForce(context, trustId), today: context.today(), trustId },
    periodFrom: mapping.period ? 'setting' : recognition.stated ? 'file' : 'rows',
  };
}

/** A file that is read as what a person said of an earlier one says so. */
function asSaidBefore(recognition: Recognition): Recognition {
  if (recognition.kind !== 'recognised') return recognition;
  return { ...recognition, reason: `${recognition.reason}, as you said of an earlier file` };
}

/** A file that says how things stand on one day is of the last day of what was given. */
function periodRead({ format }: Reading, period: DatePeriod | null): DatePeriod | null {
  return format.of !== 'period' && period !== null ? { first: period.last, last: period.last } : period;
}

const nextStep = {
  no_rows: 'Check that the right file was exported.',
  unknown_headings:
    'Check that it is the right file, or say what it is, and which sheet, row of headings and columns to read.',
};

function wrongKnowledge(mapping: Mapping, opened: OpenedFile, kinds: readonly string[]): string | undefined {
  if (mapping.kind !== undefined && !kinds.includes(mapping.kind)) {
    return `There is no import of the kind "${mapping.kind}". The kinds are ${kinds.join(', ')}.`;
  }
  if (mapping.sheet === undefined) return undefined;
  const sheet = opened.sheets.find(({ name }) => name === mapping.sheet);
  if (sheet === undefined) {
    const names = opened.sheets.filter(({ hidden }) => !hidden).map(({ name }) => `"${name}"`);
    return `The file has no sheet "${mapping.sheet}". Its sheets are ${names.join(', ')}.`;
  }
  return sheet.hidden
    ? `The sheet "${sheet.name}" is hidden, and hidden sheets are not read. Show it in Excel first.`
    : undefined;
}

export function joinCodes(
  remembered: Mapping['codes'] = {},
  given: Mapping['codes'] = {},
): NonNullable<Mapping['codes']> {
  const joined = { ...remembered };
  for (const [set, answers] of Object.entries(given)) joined[set] = { ...joined[set], ...answers };
  return joined;
}

function headingsByField({ format, columns }: Reading, { places }: MatchedFields): Map<string, string> {
  return new Map(
    Object.entries(format.fields).map(([field, { title }]) => {
      const place = places.get(field);
      return [field, (place === undefined ? '' : columns[place]?.heading) || title];
    }),
  );
}

/** Fields whose cells may be hours and minutes; a day or a time of day is none. */
export function lengthsOf({ format }: Pick<Reading, 'format'>): Set<string> {
  const types = ['hours', 'minutes', 'number'];
  return new Set(Object.keys(format.fields).filter((field) => types.includes(format.fields[field]?.type ?? '')));
}

/** Which units there are, and what to do with others. */
export function unitSettings(context: Context, trustId: number, units: Mapping['units']): RowSettings['units'] {
  const known = unitNames(context.database, trustId);
  if (Array.isArray(units)) return { known: units, unknown: 'refuse' };
  return { known, unknown: units ?? 'create' };
}

function hoursWriting({ format, sheet, headerRow }: Reading, { places }: MatchedFields): RowSettings['hours'] {
  const rows = sheet.rows.filter((row) => row.row > headerRow && isFilled(row));
  const fields = Object.keys(format.fields).filter((field) => format.fields[field]?.type === 'hours');
  return hoursWritingOf(fields.flatMap((field) => filledCells(rows, places.get(field) ?? Number.MAX_SAFE_INTEGER)));
}

function inWords({ format, columns }: Reading, question: OpenQuestion): FieldQuestion {
  const title = format.fields[question.field]?.title ?? question.field;
  const named = question.candidates.map((place) => `"${columns[place]?.heading || `column ${place + 1}`}"`).join(', ');
  const message =
    question.why === 'two_columns'
      ? `More than one column could be ${title}: ${named}. Say which.`
      : named === ''
        ? `No column was found for ${title}. Say which it is.`
        : `No heading is known for ${title}. Could it be ${named}?`;
  return { ...question, candidates: [...question.candidates], title, message };
}
