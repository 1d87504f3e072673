import type { Mapping, Overlap, Remark } from '#contract';
import type { Context } from '../context.ts';
import { type DatePeriod, dateInWords, daysBetween } from '../core/dates.ts';
import { joinedRows, liveBatches, readingOf, type BatchRow, type KeptReading } from './batches.ts';
import type { Recognition } from './recognise.ts';
import { type ImportKind, kindOf } from './kinds.ts';
import { nameOfColumn } from './mapping.ts';
import { type Extent, findOverlaps } from './overlaps.ts';
import { shown } from './read-rows.ts';
import type { ImportRefusal } from './refusal.ts';
import { workedOut } from './shift-remarks.ts';
import type { Tally } from './tally.ts';
import type { Understood } from './understand.ts';
import { findUnit } from './units.ts';
import { namesDropped } from './veil.ts';

/** A file that can be read: nothing is left that a person must decide first. */
export function settled(
  understood: Understood | Extract<Recognition, { kind: 'ambiguous' }>,
): Understood | ImportRefusal {
  if (understood.kind === 'ambiguous') {
    const { message, choices } = understood;
    return { kind: 'refused', code: 'CHOICE_NEEDED', message, data: { choices: [...choices] } };
  }
  if (understood.questions.length === 0) return dated(understood);
  const questions = [...understood.questions];
  const message = `${questions.map((question) => question.message).join(' ')} Nothing was stored.`;
  return { kind: 'refused', code: 'COLUMNS_NEEDED', message, data: { questions } };
}

/** Where a file says how things stand on one day, that day must be known before its rows mean anything. */
function dated(understood: Understood): Understood | ImportRefusal {
  const { format } = understood.reading;
  if (format.of !== 'day' || understood.settings.period !== null) return understood;
  const message = `The file does not say as on which day this ${format.title.toLowerCase()} was taken. Give that day as its period. Nothing was stored.`;
  return { kind: 'refused', code: 'DATE_NEEDED', message };
}

/** The period of a reading: of a setting, of the file, or its first and last date. */
export const periodOf = ({ settings }: Understood, { dates }: Tally): DatePeriod | null => settings.period ?? dates;

/** The units and days of a reading, as far as the trust has the units already. */
export function extentOf(context: Context, trustId: number, understood: Understood, tally: Tally): Extent | null {
  const period = periodOf(understood, tally);
  if (period === null) return null;
  if (!kindOf(understood.reading.format.kind).ofUnits) return { trustId, unitIds: null, period };
  const unitIds = [...tally.units.keys()].flatMap((name) => findUnit(context.database, trustId, name) ?? []);
  return { trustId, unitIds, period };
}

export function overlapsOf(context: Context, kind: ImportKind<unknown>, extent: Extent | null): Overlap[] {
  return extent === null ? [] : findOverlaps(context.database, kind, extent);
}

/** How the rows were read, for the record of the import. */
export function keptReading(understood: Understood, mapping: Mapping, overlap: KeptReading['overlap']): KeptReading {
  const { reading, matched, settings, codes } = understood;
  const fields = Object.fromEntries(
    [...matched.settled].map((field) => {
      const place = matched.places.get(field);
      return [field, place === undefined ? null : nameOfColumn(reading.columns, place)];
    }),
  );
  const said: Mapping = {
    kind: reading.format.kind,
    format: reading.layout.key,
    sheet: reading.sheet.name,
    headerRow: reading.headerRow,
    hours: settings.hours,
    ...(Object.keys(fields).length > 0 && { fields }),
    ...(Object.keys(codes).length > 0 && { codes }),
    ...filledDownOf(understood),
    ...(settings.period && { period: settings.period }),
    ...(mapping.units && { units: mapping.units }),
    ...(mapping.mends?.length && { mends: mendsToKeep(understood, mapping.mends) }),
    ...(mapping.leaveOut?.length && { leaveOut: mapping.leaveOut }),
  };
  const places = Object.fromEntries([...matched.places].sort(([one], [other]) => (one < other ? -1 : 1)));
  const headings = reading.columns.map(({ heading }) => heading);
  return { mapping: said, places, headings, date1904: settings.date1904, overlap };
}

/** What a person said of the file that holds for the next one of its shape too. */
export function toRemember(
  understood: Understood,
  mapping: Mapping,
): Pick<Mapping, 'kind' | 'fields' | 'codes' | 'filledDown' | 'format'> {
  const { fields, codes } = keptReading(understood, mapping, null).mapping;
  const told = understood.givenOnce.filter(({ by }) => by === 'mapping' || by === 'remembered');
  return {
    ...(fields && { fields }),
    ...(codes && { codes }),
    ...(told.length > 0 && { filledDown: Object.fromEntries(told.map(({ field, isOn }) => [field, isOn])) }),
    ...(understood.isKindSaid && { kind: understood.reading.format.kind }),
    ...(understood.isFormatSaid && { format: understood.reading.layout.key }),
  };
}

/** Which columns of groups were filled down; none is said of one that has no blank and was left to its cells. */
function filledDownOf({ givenOnce }: Understood): Pick<Mapping, 'filledDown'> {
  const told = givenOnce.filter(({ by, blank }) => by === 'mapping' || by === 'remembered' || blank > 0);
  return told.length > 0 ? { filledDown: Object.fromEntries(told.map(({ field, isOn }) => [field, isOn])) } : {};
}

/** Mended cells as they may be kept: a trust that drops names keeps none that was typed either. */
function mendsToKeep({ veil }: Understood, mends: NonNullable<Mapping['mends']>): NonNullable<Mapping['mends']> {
  if (veil === null) return mends;
  return mends.map(({ row, field, value }) => ({ row, field, value: shown(veil.typed(field, value)) }));
}

/** The import that has stored the same file, read in the same way with the same outcome; undefined where there is none. */
export function findSame(
  context: Context,
  trustId: number,
  sha256: string,
  kept: KeptReading,
  tally: Tally,
): BatchRow | undefined {
  return liveBatches(context.database, trustId, kept.mapping.kind ?? '').find(
    (batch) => batch.fileSha256 === sha256 && asCommitted(context, batch, tally) && sameReading(readingOf(batch), kept),
  );
}

/** True where the import counted its rows likewise, before some that were left out joined it. */
function asCommitted({ database }: Context, batch: BatchRow, tally: Tally): boolean {
  const joined = joinedRows(database, batch.id);
  return batch.rowsAccepted - joined === tally.acceptedRows && batch.rowsRefused + joined === tally.refused;
}

function sameReading(one: KeptReading, other: KeptReading): boolean {
  const essence = ({ mapping: { units: _units, fields: _fields, ...mapping }, places }: KeptReading) =>
    JSON.stringify([mapping, places]);
  return essence(one) === essence(other);
}

/** A roster of a year is plausible; a span beyond it is more likely a wrong date. */
const longestSpan = 400;

/** What was given once and read for the blank cells below it too. */
function filledDownRemarks({ columns, reading }: Understood, { filled }: Tally): Remark[] {
  const all = Object.entries(filled);
  if (all.length === 0) return [];
  const told = all.map(([field, { cells, runs }]) => {
    const heading = columns.headings.get(field) ?? reading.format.fields[field]?.title ?? field;
    return `${cells.toLocaleString('en-GB')} blank ${cells === 1 ? 'cell' : 'cells'} of "${heading}" from ${runs.length === 1 ? `row ${runs[0]?.[0]}` : `${runs.length.toLocaleString('en-GB')} rows`}`;
  });
  const message = `What is given once and then left blank was read for the rows below it too: ${told.join(', ')}. Where a blank means that there is nothing, switch that off under Columns.`;
  return [{ code: 'filled_down', message }];
}

/** What is to be remarked on the file as a whole. */
export function remarksOn(understood: Understood, tally: Tally, newUnits: readonly string[]): Remark[] {
  const remarks: Remark[] = filledDownRemarks(understood, tally);
  const { reading, matched, periodFrom } = understood;
  const missing = Object.entries(reading.format.fields)
    .filter(([field, { type, freeText, asked }]) => {
      const counts = asked || type === 'time' || type === 'minutes' || type === 'word' || type === 'person';
      const isMissing = field in reading.layout.headings && !matched.places.has(field);
      return counts && !freeText && isMissing && !workedOut.has(field);
    })
    .map(([, { title }]) => title);
  if (missing.length > 0) {
    remarks.push({
      code: 'columns_missing',
      message: `The file has no column for: ${missing.join(', ')}. These are read as empty in every row.`,
    });
  }
  if (newUnits.length > 0) {
    remarks.push({ code: 'units_made', message: `Units that the trust did not have yet: ${newUnits.join(', ')}.` });
  }
  if (understood.veil !== null) remarks.push(namesDropped(understood.veil.toldApart));
  const { dates } = tally;
  const kind = kindOf(reading.format.kind);
  remarks.push(...(kind.remarks?.(understood.settings, understood.known, reading.layout.key) ?? []));
  const isOfUnits = kind.ofUnits;
  if (isOfUnits && periodFrom === 'rows' && dates !== null && daysBetween(dates.first, dates.last) > longestSpan) {
    const span = `${dateInWords(dates.first)} to ${dateInWords(dates.last)}`;
    remarks.push({
      code: 'dates_far_apart',
      message: `The dates run from ${span}. Give the period of the file, so that wrong dates are found.`,
    });
  }
  return remarks;
}
