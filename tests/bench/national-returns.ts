import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MeasureDefinition, ReturnDocument } from '../../electron/contract/index.ts';
import { writeBundle } from '../../electron/features/returns/bundle/write.ts';
import { measureNamed, returnedDocument, valueOf } from '../support/returned-documents.ts';
import { randomNumbers } from './random.ts';

const MEASURES = 42;
const WORKFORCE_ROWS = 60;
const FIGURES = 24;
const STATUSES = ['blue', 'green', 'amber', 'red', null] as const;
const LINES = ['4.1', '4.2', '4.3', '5.1', '5.2', '5.3', '5.4', '5.5', '5.6', '6.1', '6.2', '6.3'];
const PROSE =
  'Half of the posts that the assessment asks for are filled, and the rest are advertised; the board sees the plan each month. ';

const definitions: readonly MeasureDefinition[] = Array.from({ length: MEASURES }, (_, index) =>
  measureNamed(`measure-${index}`, {
    description: PROSE,
    unit: index % 3 === 0 ? 'wte' : 'heads',
    ofPeople: index % 3 !== 0,
    direction: index % 2 === 0 ? 'up' : 'down',
  }),
);

/** Quarters of the NHS year, the oldest first. */
export const quarters = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${2023 + Math.floor(index / 4)}-Q${(index % 4) + 1}`);

/** A return as large as those of a big trust: twelve lines with prose, 24 figures, 42 measures, 60 rows of workforce. */
export function largeReturn(trust: number, period: string, seed: number, madeAt: string): ReturnDocument {
  const random = randomNumbers(seed);
  const code = `T${String(trust).padStart(3, '0')}`;
  const values = definitions.map(({ id, unit }) => {
    const per = unit === 'wte' ? 100_000 : 1;
    const denominator = random.whole(20, 400) * per;
    return valueOf(id, Math.floor(random.next() * denominator), denominator);
  });
  const document = returnedDocument(
    { code, name: `Trust ${trust}` },
    {
      period,
      madeAt,
      statuses: Object.fromEntries(LINES.map((line) => [line, random.of(STATUSES)])),
      definitions,
      values,
      basis: { uplift: { numerator: 24, denominator: 100 }, upliftIs: 'add-on', tool: 'Birthrate+' },
      workforce: { on: '2026-09-30', rows: [] },
    },
  );
  const row = (level: 'line' | 'staff group' | 'trust', staffGroup: string | null) => {
    const [funded, inPost] = [random.whole(100, 900) * 10_000, random.whole(100, 900) * 10_000];
    const vacancy = funded - inPost;
    return {
      level,
      unit: null,
      staffGroup,
      band: level === 'line' ? '6' : null,
      required: funded,
      funded,
      inPost,
      requiredLessFunded: 0,
      vacancy,
      grossVacancy: Math.max(0, vacancy),
      requiredLessInPost: vacancy,
      vacancyRate: { numerator: vacancy, denominator: funded },
      establishmentFill: { numerator: inPost, denominator: funded },
      requiredTool: 'Birthrate+',
      requiredSource: 'Report',
      requiredDate: '2025-03-01',
    };
  };
  document.lines.forEach((line) =>
    Object.assign(line, { sentence: PROSE, progress: PROSE.repeat(3), evidence: PROSE }),
  );
  document.workforce.rows.push(
    ...Array.from({ length: WORKFORCE_ROWS }, () => row('line', 'Midwives')),
    ...['Midwives', 'Support', 'Medical'].map((group) => row('staff group', group)),
    row('trust', null),
  );
  document.figures.push(
    ...Array.from({ length: FIGURES }, (_, index) => ({
      key: `figure-${index}`,
      reference: LINES[index % LINES.length] ?? '4.1',
      title: `Figure ${index}`,
      measures: [0, 1, 2].map((part) => ({
        key: `part-${part}`,
        title: `Part ${part}`,
        kind: 'count' as const,
        value: random.whole(10, 900),
        formula: 'counted',
        inputs: [],
        note: null,
      })),
      source: 'Staff list',
      of: '2026-09-30',
      warnings: [],
      sentence: PROSE,
    })),
  );
  return document;
}

/** Writes bundles of all trusts and quarters into a folder; one in twenty is restated by a second bundle. */
export async function writeReturns(folder: string, trusts: number, periods: readonly string[]): Promise<number> {
  mkdirSync(folder, { recursive: true });
  let count = 0;
  for (const [index, period] of periods.entries())
    for (let trust = 0; trust < trusts; trust++) {
      const seed = index * 1000 + trust;
      const write = async (name: string, document: ReturnDocument) =>
        writeFileSync(join(folder, name), await writeBundle(document));
      await write(`${period} ${trust}.mwpreturn`, largeReturn(trust, period, seed, '2027-01-05T09:00:00.000Z'));
      count += 1;
      if (seed % 20 !== 0) continue;
      const restated = largeReturn(trust, period, seed + 1_000_000, '2027-02-05T09:00:00.000Z');
      await write(`${period} ${trust} restated.mwpreturn`, restated);
      count += 1;
    }
  return count;
}
