import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runLine } from '../../../electron/command-line/line.ts';
import type { ReturnDocument, SystemCompile } from '../../../electron/contract/index.ts';
import { writeBundle } from '../../../electron/features/returns/bundle/write.ts';
import { largeReturn } from '../../bench/national-returns.ts';
import { temporaryFolder } from '../../support/database.ts';
import { compileReturns, measureNamed, returnedDocument, valueOf } from '../../support/returned-documents.ts';
import { root } from '../returns/planner.ts';

type Row = Record<string, unknown>;

/** DuckDB as it is installed here, or why it cannot be loaded: it has no build for every machine. */
const engine = await import('@duckdb/node-api').then(
  ({ DuckDBInstance }) => ({ DuckDBInstance, reason: '' }),
  (error: unknown) => ({
    DuckDBInstance: null,
    reason: ` (skipped: DuckDB does not load here: ${String(error).slice(0, 80)})`,
  }),
);
const withDuckDb = engine.DuckDBInstance ? test : test.skip;

/** Runs the files of the folder in a new engine: `load.sql`, the views, then each query, by the name of its file. */
async function queried(folder: string): Promise<Map<string, Row[]>> {
  if (!engine.DuckDBInstance) throw new Error('DuckDB is not here');
  const instance = await engine.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const sql = (name: string) => readFileSync(join(folder, name), 'utf8');
    await connection.run(`SET file_search_path = '${folder.replace(/'/g, "''")}'`);
    await connection.run(sql('load.sql'));
    await connection.run(sql('standing.sql'));
    const answers = new Map<string, Row[]>();
    for (const name of ['measures', 'gaps', 'statuses', 'restatements', 'missing']) {
      const answer = await connection.runAndReadAll(sql(`${name}.sql`));
      answers.set(name, answer.getRowObjectsJson() as Row[]);
    }
    return answers;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const number = (value: unknown) => (value === null ? null : Number(value));

/** Returns of six trusts over three quarters, some corrected, one that left, and measures with all that a sum must tell apart. */
function someReturns(): ReturnDocument[] {
  const quarters = ['2025-Q3', '2025-Q4', '2026-Q1'];
  const many = quarters.flatMap((period, quarter) =>
    Array.from({ length: 6 }, (_, trust) => trust)
      .filter((trust) => trust !== 5 || quarter < 2)
      .flatMap((trust) => {
        const first = largeReturn(trust, period, quarter * 10 + trust, '2026-05-05T09:00:00.000Z');
        if (trust % 3 !== 0) return [first];
        // The correction is read before what it corrects.
        return [largeReturn(trust, period, quarter * 10 + trust + 500, '2026-06-05T09:00:00.000Z'), first];
      }),
  );
  const vacancy = measureNamed('vacancy', { unit: 'wte', ofPeople: false });
  const midwives = measureNamed('midwives', { denominator: null, unit: 'heads', ofPeople: false });
  const left = measureNamed('left', { unit: 'heads', ofPeople: true });
  const leavers = measureNamed('leavers', { denominatorPer: 2, ofPeople: false });
  const definedBy = { kind: 'LMNS' as const, code: null, name: 'Mallowmere LMNS' };
  const ownMeasure = (exclusions: string) =>
    measureNamed('homebirth', { unit: 'count', ofPeople: false, exclusions, definedBy });
  const odd = (
    code: string,
    values: ReturnDocument['measures']['values'],
    definitions = [vacancy, midwives, leavers],
    madeAt = '2026-05-05T09:00:00.000Z',
  ) =>
    returnedDocument(
      { code, name: code },
      { period: '2026-Q1', definitions, values, statuses: { '4.1': null }, madeAt },
    );
  const place = (document: ReturnDocument, own: Partial<ReturnDocument['workforce']['rows'][number]>) => {
    const [row] = largeReturn(0, '2026-Q1', 1, document.madeAt).workforce.rows.slice(-1);
    if (row) document.workforce.rows.push({ ...row, ...own });
    return document;
  };
  return [
    ...many,
    // Over-established: set against the others in the net sum and not in the gross one.
    place(
      odd('V01', [valueOf('vacancy', -500_000, 9_000_000), valueOf('midwives', 90, null), valueOf('leavers', 9, 180)]),
      {
        vacancy: -500_000,
        grossVacancy: 200_000,
      },
    ),
    // A restated number of people that is small, in a sum that would tell it.
    odd('V05', [valueOf('left', 12, 40)], [left], '2026-05-05T09:00:00.000Z'),
    odd('V05', [valueOf('left', 3, 40)], [left], '2026-06-05T09:00:00.000Z'),
    odd('V06', [valueOf('left', 20, 60)], [left]),
    odd('V07', [valueOf('left', 9, 50)], [left]),
    // Half a rate is in no sum; a denominator of nought is, and has no rate; a text with a comma, a quote and a line end.
    place(odd('V02', [valueOf('vacancy', 300_000, null), valueOf('midwives', 40, null), valueOf('leavers', 0, 0)]), {
      vacancy: 700_000,
      grossVacancy: null,
    }),
    place(
      odd('V03', [
        valueOf('vacancy', 800_000, 7_000_000),
        valueOf('vacancy', 200_000, 1_000_000, { group: 'Support, "band" 3\n=1+1' }),
        valueOf('midwives', null, null),
      ]),
      { vacancy: null, grossVacancy: null },
    ),
    // Another unit cannot be added up.
    odd('V04', [valueOf('leavers', 7, 70)], [measureNamed('leavers', { ofPeople: false })]),
    // A measure of one's own is added up where its definition is the same, word for word.
    odd('V08', [valueOf('homebirth', 81, 92)], [ownMeasure('none')]),
    odd('V09', [valueOf('homebirth', 70, 92)], [ownMeasure('none')]),
    odd('V10', [valueOf('homebirth', 60, 92)], [ownMeasure('nights in August')]),
  ];
}

const figuresOf = (system: SystemCompile, period: string) =>
  system.measures.flatMap(({ definition, groups }) =>
    groups.flatMap(({ group, tables }) => {
      const table = tables.find((one) => one.period === period);
      const figure = table?.system;
      if (!figure || figure.summed.length === 0) return [];
      const { numerator, denominator, gross, summed, withoutRate } = figure;
      const one = [definition.id, group, numerator, denominator, gross, summed.length, withoutRate.length];
      return [JSON.stringify(one)];
    }),
  );

withDuckDb.each([
  ['as it was sent', 0, ['--as-sent']],
  ['with small numbers left out', 5, []],
] as const)(
  `an engine that loads the tables, %s, and runs the queries has the figures of the app${engine.reason}`,
  async (_, hideBelow, form) => {
    const [folder, data] = [temporaryFolder(), temporaryFolder()];
    const documents = someReturns();
    for (const [index, document] of documents.entries())
      writeFileSync(join(folder, `${String(index).padStart(3, '0')}.mwpreturn`), await writeBundle(document));
    const tables = join(data, 'tables');
    const said: string[] = [];
    const words = [
      'compile',
      '--in',
      folder,
      '--out',
      join(data, 'system.zip'),
      '--tables',
      tables,
      ...form,
      '--data',
      data,
    ];
    const outputs = { print: () => undefined, say: (text: string) => said.push(text) };
    expect([await runLine(words, root, outputs), said]).toEqual([0, []]);
    const schema = JSON.parse(readFileSync(join(tables, 'schema.json'), 'utf8')) as {
      returns: number;
      tables: { file: string; columns: { name: string }[] }[];
    };
    expect(schema.returns).toBe(documents.length);
    const files = readdirSync(tables).filter((name) => name.endsWith('.csv'));
    expect(schema.tables.map(({ file }) => file).sort()).toEqual(files.sort());
    for (const { file, columns } of schema.tables)
      expect(readFileSync(join(tables, file), 'utf8').split('\n')[0]).toBe(columns.map(({ name }) => name).join(','));

    const answers = await queried(tables);
    const rows = (name: string, period: string) => (answers.get(name) ?? []).filter((row) => row['period'] === period);
    for (const period of ['2025-Q3', '2025-Q4', '2026-Q1']) {
      const system = compileReturns(documents, {
        period,
        trusts: [],
        hideBelow,
        assessmentYears: 3,
        censusDays: 31,
      });
      const measured = rows('measures', period).map((row) =>
        JSON.stringify([
          row['measure'],
          typeof row['part'] === 'string' ? row['part'].replace("'=", '=') : null,
          ...['numerator', 'denominator', 'gross', 'trusts_in_sum', 'trusts_without_rate'].map((name) =>
            number(row[name]),
          ),
        ]),
      );
      expect(measured.sort()).toEqual(figuresOf(system, period).sort());
      const gaps = rows('gaps', period).map((row) =>
        ['required', 'funded', 'in_post', 'required_less_funded_net', 'required_less_funded_gross', 'vacancy_net']
          .concat(['vacancy_gross', 'required_less_in_post_net', 'required_less_in_post_gross', 'trusts_with_vacancy'])
          .map((name) => number(row[name]))
          .concat([row['staff_group'] === null ? 1 : 0]),
      );
      const expected = system.gaps.map(({ staffGroup, required, funded, inPost, ...gap }) => {
        const { requiredLessFunded: shortage, vacancy, requiredLessInPost: lacking } = gap;
        const [nets, last] = [[required, funded, inPost, shortage.net, shortage.gross], vacancy.summed.length];
        return nets.concat([vacancy.net, vacancy.gross, lacking.net, lacking.gross, last, staffGroup === null ? 1 : 0]);
      });
      expect(gaps.sort()).toEqual(expected.sort());
      const statuses = rows('statuses', period).map((row) => [
        row['reference'],
        ...['blue', 'green', 'amber', 'red', 'not_answered'].map((name) => number(row[name])),
      ]);
      expect(statuses).toEqual(
        system.lines.map(({ reference, counts }) => [reference, ...Object.values(counts)]).sort(),
      );
      const restated = rows('restatements', period).map((row) =>
        [row['trust'], row['measure'], row['first_numerator'], row['numerator']].join(' '),
      );
      const told = system.restatements.flatMap(({ kind, period: own, trust, measure, first, latest }) =>
        kind === 'measure' && own === period ? [[trust, measure, first?.numerator, latest?.numerator].join(' ')] : [],
      );
      expect(told.length).toBeGreaterThan(0);
      expect(restated.sort()).toEqual(told.sort());
    }
    const values = readFileSync(join(tables, 'measure_values.csv'), 'utf8').split('\n');
    const told = values.filter((line) => /,left,,/.test(line)).map((line) => line.split(',').slice(3, 7).join(' '));
    // 3 is small; 9 with 20 and the sum would tell it, and so would the 12 that it was first.
    if (hideBelow === 5)
      expect(told.sort()).toEqual([' small 40 shown', ' withheld 40 shown', ' withheld 50 shown', '20 shown 60 shown']);
    expect(rows('missing', '2026-Q1').map(({ trust }) => trust)).toEqual(['T005']);
    expect(rows('missing', '2025-Q4').map(({ trust }) => trust)).toEqual([
      'V01',
      'V02',
      'V03',
      'V04',
      'V05',
      'V06',
      'V07',
      'V08',
      'V09',
      'V10',
    ]);
  },
);
