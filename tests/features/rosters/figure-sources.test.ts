import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rosterFigures, type RosterScope } from '../../../electron/features/rosters/calculations.ts';
import { bookingFigures } from '../../../electron/features/rosters/calculations/bookings.ts';
import {
  bookingFigureSources,
  rosterFigureSources,
} from '../../../electron/features/rosters/calculations/figure-sources.ts';
import {
  bookingFiguresAsExpected,
  rosterFiguresAsExpected,
} from '../../../electron/features/rosters/calculations/named-figures.ts';
import {
  type FigureSource,
  type RowSource,
  standsBehind,
} from '../../../electron/features/rosters/calculations/sources.ts';
import type { DutyEntry } from '../../../electron/features/rosters/entries.ts';
import { roundedPercent, hoursOfMinutes } from '../../../electron/core/rates.ts';
import { booking, duty, timeAway } from './rows.ts';

const units = ['Delivery Suite', 'Birth Centre'];
const coordinator = { unit: 'Delivery Suite', starts: { day: 450, night: 1170 } };
const scope: RosterScope = { period: { first: '2026-10-05', last: '2026-10-25' }, units, coordinator };
const figuresOf = (duties: DutyEntry[], away = [timeAway()]) =>
  rosterFiguresAsExpected(rosterFigures(duties, away, scope));

const someDuty = fc
  .record({
    row: fc.integer({ min: 1, max: 9999 }),
    unit: fc.constantFrom(...units, 'Triage'),
    person: fc.constantFrom('00000001', '00000002', null),
    name: fc.constantFrom('OBI, Chloe', 'obi, chloe', null),
    date: fc.constantFrom('2026-10-05', '2026-10-06', '2026-10-24'),
    registered: fc.constantFrom(0, 1),
    night: fc.constantFrom(0, 1),
    plannedStart: fc.constantFrom(450, 1170, null),
    actualStart: fc.constantFrom(440, 450, 1170, null),
    minutes: fc.integer({ min: 1, max: 960 }),
    purpose: fc.constantFrom('care', 'on_call', 'management'),
    fill: fc.constantFrom('substantive', 'bank', 'agency', 'none'),
    status: fc.constantFrom('worked', 'planned', 'unfilled', 'cancelled', 'extra'),
    inCharge: fc.constantFrom(0, 1),
    supernumerary: fc.constantFrom(0, 1),
  } as const)
  .map(({ minutes, ...rest }) =>
    duty({
      ...(rest as Partial<DutyEntry>),
      plannedEnd: rest.plannedStart === null ? null : rest.plannedStart + minutes,
      plannedMinutes: rest.plannedStart === null ? null : minutes,
      actualEnd: rest.actualStart === null ? null : rest.actualStart + minutes,
      actualMinutes: rest.actualStart === null ? null : minutes,
    }),
  );
const someTimeAway = fc
  .record({ group: fc.constantFrom('Sickness', 'Annual Leave'), minutes: fc.nat(900) })
  .map((more) => timeAway(more));
const someBooking = fc
  .record({
    unit: fc.constantFrom(...units),
    supply: fc.constantFrom('bank', 'agency'),
    finalised: fc.constantFrom(0, 1),
    night: fc.constantFrom(0, 1),
    registered: fc.constantFrom(0, 1),
    requestId: fc.constantFrom('1', '2', null),
    plannedMinutes: fc.nat(900),
    actualMinutes: fc.nat(900),
  } as const)
  .map((more) => booking(more as Partial<ReturnType<typeof booking>>));

/** The printed number, worked out again from the rows that are said to stand behind it; undefined for counts of shifts. */
function again(
  { numerator, denominator }: FigureSource,
  tables: Record<RowSource['table'], readonly object[]>,
): number | null | undefined {
  const rowsOf = (source: RowSource) => tables[source.table].filter((row) => standsBehind(row, source));
  const { measure } = numerator[0]!;
  if (measure === 'slots' || measure === 'names') return undefined;
  if (measure === 'rows') return rowsOf(numerator[0]!).length;
  if (measure === 'people') return new Set(numerator.flatMap(rowsOf).map((row) => (row as DutyEntry).person)).size;
  const sum = (sources: readonly RowSource[]) =>
    sources
      .flatMap((source) =>
        rowsOf(source).map((row) => (row as unknown as Record<string, number | null>)[source.measure] ?? 0),
      )
      .reduce((total, minutes) => total + minutes, 0);
  return denominator.length === 0
    ? hoursOfMinutes(sum(numerator))
    : roundedPercent({ numerator: sum(numerator), denominator: sum(denominator) });
}

function printed(figures: Record<string, unknown>, names: readonly string[]): unknown {
  return names.reduce<unknown>((inside, name) => (inside as Record<string, unknown>)[name], figures);
}

describe('every figure', () => {
  it('is the same whatever the order of the rows', () => {
    fc.assert(
      fc.property(
        fc.array(someDuty, { maxLength: 20 }),
        fc.array(someTimeAway),
        fc.infiniteStream(fc.nat()),
        (duties, away, keys) => {
          const mixed = duties
            .map((one) => [keys.next().value as number, one] as const)
            .sort(([a], [b]) => a - b)
            .map(([, one]) => one);
          const { overlapping_duties_row_pairs: pairs, ...figures } = figuresOf(duties, away);
          const { overlapping_duties_row_pairs: mixedPairs, ...mixedFigures } = figuresOf(mixed, [...away].reverse());
          expect(mixedFigures).toEqual(figures);
          expect((mixedPairs as number[][]).map(String).sort()).toEqual((pairs as number[][]).map(String).sort());
        },
      ),
    );
  });

  it('of a roster comes out again from the rows that stand behind it', () => {
    fc.assert(
      fc.property(fc.array(someDuty, { maxLength: 30 }), fc.array(someTimeAway), (duties, away) => {
        const figures = figuresOf(duties, away);
        const groups = [...new Set(away.map(({ group }) => group))];
        for (const source of rosterFigureSources(scope, groups)) {
          const value = again(source, { duty: duties, unavailability: away, booking: [] });
          const shown = printed(figures, source.figure);
          expect(shown, source.figure.join(' ')).not.toBeUndefined();
          if (value !== undefined) expect([source.figure, shown]).toEqual([source.figure, value]);
        }
      }),
    );
  });

  it('of a bank list comes out again from the rows that stand behind it', () => {
    fc.assert(
      fc.property(fc.array(someBooking, { maxLength: 30 }), (bookings) => {
        const figures = bookingFiguresAsExpected(bookingFigures(bookings, units), null);
        for (const source of bookingFigureSources(units)) {
          const value = again(source, { duty: [], unavailability: [], booking: bookings });
          expect([source.figure, printed(figures, source.figure)]).toEqual([source.figure, value]);
        }
      }),
    );
  });
});
