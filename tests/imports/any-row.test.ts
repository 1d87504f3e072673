import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDate } from '../../electron/core/dates.ts';
import { wordsOf } from '../../electron/imports/clean/words.ts';
import type { ImportFormat } from '../../electron/imports/formats.ts';
import { kindOf } from '../../electron/imports/kinds.ts';
import { formatsOf } from '../../electron/imports/known-formats.ts';
import type { MappedRow } from '../../electron/imports/row.ts';
import type { CellValue } from '../../electron/imports/workbook/cell.ts';
import { openImportingTrust } from '../support/importing.ts';

const { context } = await openImportingTrust();
const formats = [...formatsOf(context).values()];
const layouts = formats.flatMap((format) =>
  format.layouts.map(({ key }) => ({ kind: format.kind, layout: key, format })),
);

/** What a field of that type usually holds. */
const usual: Readonly<Record<ImportFormat['fields'][string]['type'], readonly CellValue[]>> = {
  text: ['Delivery Suite', 'Midwife', 'BHATT, Olivia'],
  person: ['29382597', 13_387_406, '13387406-2'],
  date: ['05/10/2026', 46_300, '2026-10-31'],
  time: ['07:30', 0.8125, '2000'],
  minutes: [60, '30', '1:00'],
  hours: [0.4791666666666667, '11:30', 7.5],
  number: [0.8, '1.00', 37.5],
  word: ['Band 6', 'Worked', 'Yes', 'Permanent'],
};

const anything = fc.oneof(
  fc.constant<CellValue>(null),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.string(),
  fc.constant<CellValue>({ error: '#N/A' }),
  fc.constantFrom<CellValue[]>(
    Number.MAX_VALUE,
    -Number.MAX_VALUE,
    Number.MIN_VALUE,
    2 ** 53,
    6254999482459.022,
    2_958_465,
    '1e308',
    '9'.repeat(400),
    '99999999999:59',
    '-0:01',
    '31/12/9999',
    '29/02/2025',
    '00000000',
    '5.1-5.99',
    'S99',
    '=1+1',
    'Total',
    '\ud83d',
    '\u0000',
  ),
);

/** A row of a file: mostly what its fields usually hold, with some cells of anything. */
function rowOf({ fields }: ImportFormat) {
  const usually = fc.record(
    Object.fromEntries(Object.entries(fields).map(([field, { type }]) => [field, fc.constantFrom(...usual[type])])),
  );
  const changes = fc.dictionary(fc.constantFrom(...Object.keys(fields)), anything, { maxKeys: 3 });
  return fc.tuple(usually, changes).map(([sound, changed]) => ({ ...sound, ...changed }) as Record<string, CellValue>);
}

function mapped(row: number, cells: Readonly<Record<string, CellValue>>): MappedRow {
  return {
    row,
    first: Object.values(cells).find((cell) => cell !== null) ?? null,
    cell: (field) => cells[field] ?? null,
    heading: (field) => field,
  };
}

/** Every number that would be stored is whole and exact, every day a day of the calendar. */
function check(value: unknown, name: string): void {
  if (typeof value === 'number') expect(Number.isSafeInteger(value), `${name} is ${value}`).toBe(true);
  else if (typeof value === 'string' && /^(date|day|start|end|census|leaving|achieved|expiry)$/.test(name)) {
    expect(isDate(value), `${name} is ${value}`).toBe(true);
  } else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) check(one, key);
}

describe.each(layouts)('any row of $kind ($layout)', ({ kind, layout, format }) => {
  it('is accepted with exact figures, refused in words or ignored, and never breaks the reading', () => {
    fc.assert(
      fc.property(fc.array(rowOf(format), { minLength: 1, maxLength: 5 }), (rows) => {
        const settings = {
          date1904: false,
          period: format.of === 'period' ? null : { first: '2026-10-31', last: '2026-10-31' },
          units: { known: [], unknown: 'create' as const },
          hours: 'day_fraction' as const,
          words: wordsOf(format.words),
          columns: new Set(Object.keys(format.fields)),
        };
        const known = { database: context.database, reference: context.reference, today: '2026-11-21', trustId: 1 };
        const parse = kindOf(kind).parser(settings, layout, known);
        for (const [index, cells] of rows.entries()) {
          const outcome = parse(mapped(index + 2, cells));
          if (outcome.kind === 'accepted') check(outcome.entry, 'entry');
          if (outcome.kind === 'refused') expect(outcome.problem.message).toMatch(/\S/);
        }
        parse.lateWarnings();
      }),
      { numRuns: Number(process.env['ANY_ROW_RUNS'] ?? 300) },
    );
  });
});
