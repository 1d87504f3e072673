import type { BookingEntry, DutyEntry, UnavailabilityEntry } from '../entries.ts';

type ColumnName = keyof DutyEntry | keyof UnavailabilityEntry | keyof BookingEntry;
type Condition = Readonly<Partial<Record<ColumnName, readonly (string | number)[]>>>;

/** Which rows stand behind a number: a description that a repository can turn into a query. */
export interface RowSource {
  readonly table: 'duty' | 'unavailability' | 'booking';
  /** What makes the number: a column of minutes summed, rows counted, or different people, names or shifts counted. */
  readonly measure: 'plannedMinutes' | 'actualMinutes' | 'minutes' | 'rows' | 'people' | 'names' | 'slots';
  /** A row's column is one of these values... */
  readonly where: Condition;
  /** ...and is none of these... */
  readonly except: Condition;
  /** ...and these columns are filled... */
  readonly given: readonly ColumnName[];
  /** ...and these are not. */
  readonly empty: readonly ColumnName[];
}

/** How a printed figure was made. */
export interface FigureSource {
  /** Its names from the outside in: 'units', 'Delivery Suite', 'fill_percent'. */
  readonly figure: readonly string[];
  /** In words, as it stands beside the figure. */
  readonly formula: string;
  /** A number is the sum of these; a rate is that sum over the sum of `denominator`. */
  readonly numerator: readonly RowSource[];
  readonly denominator: readonly RowSource[];
}

/** A source of rows; what is left out asks nothing. */
export function rowSource(
  table: RowSource['table'],
  measure: RowSource['measure'],
  { where = {}, except = {}, given = [], empty = [] }: Partial<Omit<RowSource, 'table' | 'measure'>> = {},
): RowSource {
  return { table, measure, where, except, given, empty };
}

/** True where a row stands behind the number. */
export function standsBehind(row: object, source: RowSource): boolean {
  const value = (column: string) => (row as Readonly<Record<string, unknown>>)[column];
  const isOneOf = ([column, values]: [string, readonly unknown[]]) => values.includes(value(column));
  return (
    Object.entries(source.where).every(isOneOf) &&
    !Object.entries(source.except).some(isOneOf) &&
    source.given.every((column) => value(column) != null) &&
    source.empty.every((column) => value(column) == null)
  );
}
