import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CompiledCell, MeasureDefinition, PairOfNumbers } from '../../../electron/contract/index.ts';
import { systemCompile } from '../../../electron/contract/compile.ts';
import { roundedPercent } from '../../../electron/core/rates.ts';
import { readWithExceljs } from '../../support/exceljs-cells.ts';
import { compileReturns, measureNamed, returnedDocument, valueOf } from '../../support/returned-documents.ts';

const samples = join(import.meta.dirname, '../../../../shared/samples');
const isThere = existsSync(samples);
const withSamples = isThere ? test : test.skip;
const name = (what: string) => (isThere ? what : `${what} (skipped: the shared samples are not here)`);
const expected = (file: string) => JSON.parse(readFileSync(join(samples, 'expected', `${file}.expected.json`), 'utf8'));

const options = { period: '2026-Q2', trusts: [], hideBelow: 5, assessmentYears: 3, censusDays: 31 };

/** Rows of a sheet as trust, measure, numerator, denominator. */
async function rowsOf(file: string, sheet: string): Promise<(string | number | null)[][]> {
  const cells = (await readWithExceljs(join(samples, file))).find((one) => one.name === sheet)?.cells ?? {};
  const rows: (string | number | null)[][] = [];
  for (let row = 4; `A${row}` in cells; row += 1)
    rows.push(['A', 'B', 'C', 'D', 'E'].map((column) => (cells[`${column}${row}`] ?? null) as string | number | null));
  return rows;
}

const codes = new Map<string, string>();
const trustNamed = (trust: string) => {
  const code = codes.get(trust) ?? `T0${codes.size + 1}`;
  codes.set(trust, code);
  return { code, name: trust };
};

/** Returns with the rows' counts, each in the units of its measure. */
function returnsOf(rows: readonly (string | number | null)[][], definitions: readonly MeasureDefinition[]) {
  const trusts = [...new Set(rows.map(([trust]) => String(trust)))];
  return trusts.map((trust) =>
    returnedDocument(trustNamed(trust), {
      definitions,
      values: rows
        .filter(([own]) => own === trust)
        .map(([, measure, numerator, denominator]) => {
          const id = String(measure).split(' ')[0] ?? '';
          const { unit, denominatorPer = 1 } = definitions.find((one) => one.id === id) ?? measureNamed(id);
          const per = unit === 'wte' ? 100_000 : 1;
          const whole = (number: string | number | null | undefined, times: number) =>
            typeof number === 'number' ? Math.round(number * times) : null;
          return valueOf(id, whole(numerator, per), whole(denominator, per * denominatorPer));
        }),
    }),
  );
}

const percentOf = ({ numerator, denominator }: PairOfNumbers, per = 1) =>
  numerator === null || denominator === null ? null : roundedPercent({ numerator: numerator * per, denominator });

describe('the roll-up of four trusts', () => {
  const definitions = [
    measureNamed('midwife_vacancy', { unit: 'wte' }),
    measureNamed('leaver_rate', { denominatorPer: 2 }),
    measureNamed('fetal_monitoring', { direction: 'up' }),
    measureNamed('coordinator', { unit: 'count', ofPeople: false, direction: 'up' }),
  ];

  withSamples(
    name('sums numerators over sums of denominators, names who is missing, and never averages rates'),
    async () => {
      const wanted = expected('o1_lmns_rollup.xlsx');
      const answer = compileReturns(returnsOf(await rowsOf('o1_lmns_rollup.xlsx', 'Return'), definitions), options);
      expect(systemCompile.parse(answer)).toEqual(answer);
      const nameOf = (code: string) => answer.trusts.find((one) => one.code === code)?.name ?? '';
      for (const { definition, groups } of answer.measures) {
        const { system, cells } = groups[0]!.tables[0]!;
        const of = wanted[definition.id];
        const scale = definition.unit === 'wte' ? 100_000 : 1;
        expect({
          numerator: system.numerator! / scale,
          denominator: system.denominator! / scale / definition.denominatorPer,
          percent: percentOf(system, definition.denominatorPer),
          trusts_returned: system.summed.length,
          trusts_missing: system.missing.map(nameOf),
          trusts_without_rate: system.withoutRate.map(nameOf),
        }).toEqual({
          numerator: of.numerator,
          denominator: of.denominator,
          percent: of.percent,
          trusts_returned: of.trusts_returned,
          trusts_missing: of.trusts_missing,
          trusts_without_rate: of.trusts_without_rate,
        });
        const rates = cells.flatMap((cell) => {
          const percent = percentOf(cell, definition.denominatorPer);
          return percent === null ? [] : [[nameOf(cell.trust), percent]];
        });
        expect(Object.fromEntries(rates)).toEqual(of.by_trust);
        expect(percentOf(system, definition.denominatorPer)).not.toBe(
          definition.id === 'coordinator' ? null : of.wrong_mean_of_rates_percent,
        );
      }
      const vacancy = answer.measures[0]!.groups[0]!.tables[0]!;
      expect(vacancy.system.gross! / 100_000).toBe(wanted.midwife_vacancy.gross_vacant_wte);
      expect(vacancy.system.numerator! / 100_000).toBe(wanted.midwife_vacancy.net_vacant_wte);
      // Fewest vacancies first.
      expect([...vacancy.cells].sort((a, b) => a.rank! - b.rank!).map(({ trust }) => nameOf(trust)[0])).toEqual([
        'C',
        'A',
        'D',
        'B',
      ]);
    },
  );
});

describe('small numbers across trusts', () => {
  const shown = (cell: Pick<CompiledCell, 'numerator'>) => cell.numerator ?? '*';

  withSamples(name('leaves out counts of 1 to 4, and the smallest other one where a total would tell it'), async () => {
    const wanted = expected('o2_lmns_small_numbers.xlsx').tables;
    const rows = await rowsOf('o2_lmns_small_numbers.xlsx', 'Counts');
    const definitions = Object.keys(wanted).map((id) => measureNamed(id));
    const answer = compileReturns(returnsOf(rows, definitions), options);
    for (const { definition, groups } of answer.measures) {
      const { system, cells } = groups[0]!.tables[0]!;
      const of = wanted[definition.id];
      const named = (state: string) =>
        cells
          .filter(({ numeratorState }) => numeratorState === state)
          .map(({ trust }) => answer.trusts.find(({ code }) => code === trust)!.name);
      expect({
        shown_counts: cells.map(shown),
        shown_total: shown(system),
        shown_percent: cells.map((cell) => percentOf(cell) ?? '*'),
        primary_hidden: named('small'),
        secondary_hidden: named('withheld'),
      }).toEqual({
        shown_counts: of.shown_counts,
        shown_total: of.shown_total,
        shown_percent: of.shown_percent,
        primary_hidden: of.primary_hidden,
        secondary_hidden: of.secondary_hidden,
      });
    }
  });

  withSamples(
    name('leaves no line with a shown total and one hidden cell where reasons add up to leavers'),
    async () => {
      const rows = (await rowsOf('o2_lmns_small_numbers.xlsx', 'Leavers by reason')).filter(
        ([trust]) => trust !== 'Total',
      );
      const { two_way: wanted } = expected('o2_lmns_small_numbers.xlsx');
      const leavers = measureNamed('leavers', { denominator: null });
      const documents = rows.map(([trust, ...counts]) =>
        returnedDocument(trustNamed(String(trust)), {
          definitions: [leavers],
          values: [...wanted.columns, null].map((group: string | null, index: number) =>
            valueOf('leavers', Number(counts[index]), null, { group }),
          ),
        }),
      );
      const [leaversTables] = compileReturns(documents, options).measures;
      const groups = leaversTables!.groups.map(({ group, tables }) => ({ group, table: tables[0]! }));
      const parts = groups.filter(({ group }) => group !== null);
      for (const { trust, index } of rows.map((_, place) => ({
        trust: groups[0]!.table.cells[place]!.trust,
        index: place,
      }))) {
        const cells = parts.map(({ table }) => table.cells[index]!);
        const hidden = cells.filter(({ numerator }) => numerator === null).length;
        const total = groups.find(({ group }) => group === null)!.table.cells[index]!;
        expect([trust, total.numerator !== null && hidden === 1]).toEqual([trust, false]);
      }
      for (const { table } of parts)
        expect(
          table.system.numerator !== null && table.cells.filter(({ numerator }) => numerator === null).length === 1,
        ).toBe(false);
      for (const [trust, column] of wanted.primary_cells) {
        const { table } = parts[wanted.columns.indexOf(column)]!;
        expect(table.cells[rows.findIndex(([own]) => own === trust)]!.numeratorState).not.toBe('shown');
      }
    },
  );
});

describe('what trusts correct and do differently', () => {
  const vacancy = measureNamed('vacancy', { unit: 'wte', ofPeople: false });
  const gap = measureNamed('gap', { unit: 'wte', ofPeople: false, reliesOn: ['uplift', 'tool', 'assessment'] });
  const [birch, clover] = [
    { code: 'B01', name: 'Birchover' },
    { code: 'C01', name: 'Cloverdon' },
  ];
  const sent = (
    trust: typeof birch,
    madeAt: string,
    numerator: number,
    more: Parameters<typeof returnedDocument>[1] = {},
  ) =>
    returnedDocument(trust, { madeAt, definitions: [vacancy], values: [valueOf('vacancy', numerator, 100)], ...more });

  test('the latest return wins, the first value is kept, and the system is told before and after', () => {
    const { restatements, measures, trusts, lines } = compileReturns(
      [
        sent(birch, '2026-10-12T09:00:00.000Z', 30, { statuses: { '4.1': 'amber' } }),
        sent(birch, '2026-10-05T09:00:00.000Z', 20),
        sent(clover, '2026-10-05T09:00:00.000Z', 10),
        // Sent again as it was: no restatement.
        sent(clover, '2026-10-09T09:00:00.000Z', 10),
      ],
      options,
    );
    const told = restatements.map(({ trust, kind, place, from, to, systemBefore, systemAfter }) => [
      trust,
      kind,
      place,
      from,
      to,
      systemBefore?.numerator,
      systemAfter?.numerator,
    ]);
    expect(told).toEqual([
      ['B01', 'line', '4.1', 'On track', 'At risk', undefined, undefined],
      ['B01', 'measure', 'vacancy', '20 / 100', '30 / 100', 30, 40],
    ]);
    expect(measures[0]!.groups[0]!.tables[0]!.cells.map(({ restated }) => restated)).toEqual([true, false]);
    expect(trusts.map(({ received, restated }) => [received, restated])).toEqual([
      [2, true],
      [2, false],
    ]);
    expect(lines[0]!.counts).toEqual({ blue: 0, green: 1, amber: 1, red: 0, notAnswered: 0 });
  });

  test('quarters before are the trend, and a trust that is late is named and breaks no sum', () => {
    const documents = [
      sent(birch, '2026-07-05T09:00:00.000Z', 10, { period: '2026-Q1' }),
      sent(clover, '2026-07-05T09:00:00.000Z', 20, { period: '2026-Q1' }),
      sent(birch, '2026-10-05T09:00:00.000Z', 5),
      sent(birch, '2027-01-05T09:00:00.000Z', 99, { period: '2026-Q3' }),
    ];
    const answer = compileReturns(documents, options);
    expect(answer.missing).toEqual(['C01']);
    expect(answer.warnings.map(({ sentence }) => sentence)).toEqual(['No return came from Cloverdon.']);
    const [first, now] = answer.measures[0]!.groups[0]!.tables;
    expect([first!.system.numerator, now!.system.numerator]).toEqual([30, 5]);
    expect(now!.system.missing).toEqual(['C01']);
    expect(answer.lines[0]!.trend.map(({ period, green }) => [period, green])).toEqual([
      ['2026-Q1', 2],
      ['2026-Q2', 1],
    ]);
  });

  test('where uplift, tool, assessment, census, formula or pack differ it is said beside the figure, and nobody is ranked', () => {
    const basis = {
      uplift: { numerator: 24, denominator: 100 },
      upliftIs: 'add-on' as const,
      tool: 'Birthrate+',
      assessedOn: '2025-03-01',
      census: '2026-09-30',
    };
    const of = (trust: typeof birch, more: Parameters<typeof returnedDocument>[1], value = {}) =>
      returnedDocument(trust, {
        definitions: [vacancy, gap],
        values: [valueOf('vacancy', 10, 100, value), valueOf('gap', 5, 100)],
        ...more,
      });
    const other = {
      uplift: { numerator: 22, denominator: 100 },
      upliftIs: 'divisor' as const,
      tool: 'Locally agreed',
      assessedOn: '2020-01-01',
      census: '2026-08-31',
    };
    const alike = compileReturns([of(birch, { basis }), of(clover, { basis })], options);
    expect(alike.measures.map(({ groups }) => groups[0]!.tables[0]!.comparable)).toEqual([true, true]);
    expect(alike.warnings).toEqual([]);
    const packs = [{ id: 'theme-2-return', title: 'Theme 2', version: '2' }];
    const different = compileReturns([of(birch, { basis }), of(clover, { basis: other, packs })], options);
    expect(different.warnings.map(({ kind }) => kind)).toEqual(['uplift', 'tool', 'assessment age', 'census', 'pack']);
    const [plain, relying] = different.measures.map(({ groups }) => groups[0]!.tables[0]!);
    expect([plain!.comparable, relying!.comparable]).toEqual([true, false]);
    expect(relying!.warnings.map(({ kind }) => kind)).toEqual(['uplift', 'tool', 'assessment age']);
    expect(relying!.warnings[0]!.trusts.map(({ value }) => value)).toEqual(['24 % added on', '22 % as a divisor']);
    expect(relying!.cells.map(({ rank }) => rank)).toEqual([null, null]);
    for (const [value, kind] of [
      [{ formula: 'another' }, 'formula'],
      [{ pack: 'measures 2' }, 'pack'],
      [{ on: '2026-07-01' }, 'census'],
    ] as const) {
      const table = compileReturns([of(birch, { basis }), of(clover, { basis }, value)], options).measures[0]!
        .groups[0]!.tables[0]!;
      expect([table.comparable, table.warnings.map((one) => one.kind)]).toEqual([false, [kind]]);
      // What they did differently does not stop the sum.
      expect(table.system.numerator).toBe(20);
    }
  });
});
