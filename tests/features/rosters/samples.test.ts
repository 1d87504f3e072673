import { describe, expect, it } from 'vitest';
import { rosterFigures, spanOf } from '../../../electron/features/rosters/calculations.ts';
import { bookingFigures } from '../../../electron/features/rosters/calculations/bookings.ts';
import type { CoordinatorRule } from '../../../electron/features/rosters/calculations/coordinator.ts';
import {
  bookingFiguresAsExpected,
  rosterFiguresAsExpected,
} from '../../../electron/features/rosters/calculations/named-figures.ts';
import { type BookingLayout, bookingRowParser } from '../../../electron/features/rosters/parse/bookings.ts';
import { dutyRowParser } from '../../../electron/features/rosters/parse/duties.ts';
import { expectedOf, judge, readSample, samplesAreHere, wordsOfFormat } from '../../support/roster-samples.ts';

const october = { first: '2026-10-05', last: '2026-11-01' };
const maternity = ['Delivery Suite', 'Antenatal/Postnatal Ward', 'Community Midwifery', 'Birth Centre'];
const atHalfPastSeven: CoordinatorRule = { unit: 'Delivery Suite', starts: { day: 450, night: 1170 } };

/** Settings that the right answers were made with; what a file's answers say beside its rows and figures is no figure. */
const rosters = [
  { file: 'a_duty_roster_2026-10.xlsx', units: maternity, period: october, coordinator: atHalfPastSeven },
  { file: 'b1_duty_roster_2026-10.csv', units: maternity, period: october, coordinator: atHalfPastSeven },
  {
    file: 'b2_birth_centre_week_cp1252.csv',
    units: ['Birth Centre'],
    period: { first: '2026-10-19', last: '2026-10-25' },
    coordinator: null,
  },
  { file: 'm1_bad_roster.xlsx', units: ['Delivery Suite', 'Birth Centre'], period: october, coordinator: null },
  { file: 'm2_roster_1904_dates.xlsx', units: ['Delivery Suite', 'Birth Centre'], period: october, coordinator: null },
];
const ofTheFile = [
  'file',
  'header_row',
  'sheet',
  'encoding',
  'delimiter',
  'date_system',
  'hidden_sheet_not_read',
  'names_with_non_ascii',
];
const bankLists = [
  { file: 'c_bank_agency_layout_A.xlsx', layout: 'A' },
  { file: 'd_bank_agency_layout_B.xlsx', layout: 'B' },
];

describe.skipIf(!samplesAreHere)(
  `sample rosters${samplesAreHere ? '' : ' (skipped: ../shared/samples is not here)'}`,
  () => {
    it.each(rosters)('$file gives the right rows, reasons, warnings and figures', async ({ file, ...scope }) => {
      const sample = await readSample(file, 'duty_roster');
      const parser = dutyRowParser({
        date1904: sample.date1904,
        period: scope.period,
        units: { known: scope.units, unknown: 'refuse' },
        hours: 'day_fraction',
        words: wordsOfFormat('duty_roster'),
        columns: sample.columns,
      });
      const { entries, outcome } = judge(sample.rows, parser);
      const duties = entries.flatMap((entry) => (entry.kind === 'duty' ? [entry.duty] : []));
      const unavailability = entries.flatMap((entry) =>
        entry.kind === 'unavailability' ? [entry.unavailability] : [],
      );
      const figures = rosterFiguresAsExpected(rosterFigures(duties, unavailability, scope));

      const expected = Object.entries(expectedOf(file)).filter(([name]) => !ofTheFile.includes(name));
      const { overlapping_duties_row_pairs = figures['overlapping_duties_row_pairs'], ...rest } =
        Object.fromEntries(expected);
      const span = spanOf([...duties, ...unavailability]);
      expect({ ...outcome, ...figures }).toEqual({
        warnings: {},
        first_duty_date: span?.first,
        last_duty_date: span?.last,
        overlapping_duties_row_pairs,
        ...rest,
      });
    });

    it.each(bankLists)(
      '$file is told to be layout $layout and gives the right rows and figures',
      async ({ file, layout }) => {
        const sample = await readSample(file, 'bank_list');
        expect(sample.layout.key).toBe(layout);
        const parser = bookingRowParser({
          layout: sample.layout.key as BookingLayout,
          date1904: sample.date1904,
          period: null,
          units: { known: maternity, unknown: 'refuse' },
          hours: 'day_fraction',
          words: wordsOfFormat('bank_list'),
          columns: sample.columns,
        });
        const { entries, outcome } = judge(sample.rows, parser);
        const figures = bookingFiguresAsExpected(bookingFigures(entries, maternity), layout);
        const { file: _, ...expected } = expectedOf(file);
        expect({ ...outcome, ...figures }).toEqual({ warnings: {}, ...expected });
      },
    );
  },
);
