import type { Paper, PaperTable } from '#contract';
import { openTestPlanner, type TestPlanner } from '../returns/planner.ts';

export { refusalOf } from '../returns/planner.ts';

const wte = (decimal: number) => Math.round(decimal * 100_000);

/** A trust with a delivery suite and a ward, in November 2026; with the worked example of a full trust as its establishment. */
export async function openAssuredTrust() {
  const planner: TestPlanner = openTestPlanner({ now: '2026-11-22T09:30:00.000Z' });
  const { client } = planner;
  const trust = await client.organisation.addTrust({
    code: 'RX1',
    name: 'Thistledown & Mallowmere',
    system: null,
    sites: [],
    units: [
      { name: 'Delivery Suite', kind: 'delivery_suite', site: null },
      { name: 'Postnatal', kind: 'postnatal', site: null },
    ],
  });
  const unit = (name: string) => trust.units.find((own) => own.name === name)?.id ?? 0;
  const [suite, ward] = [unit('Delivery Suite'), unit('Postnatal')];
  const assessment = { requiredTool: 'Birthrate+', requiredSource: 'Report 12', requiredDate: '2023-09-30' };
  const lines = [
    { staffGroup: 'midwives', band: '6', required: wte(142.1007), funded: wte(136), inPost: wte(124.6) },
    { staffGroup: 'support', band: '3', required: wte(14.3536), funded: wte(16), inPost: wte(13.9) },
  ];
  const addEstablishment = async () => {
    for (const line of lines) await client.establishment.addLine({ trust: 'RX1', unit: suite, ...line, ...assessment });
  };
  /** Enters counts of a unit from April 2026 on, one for each month. */
  const enter = (of: number, counted: string, counts: readonly (number | string)[]) =>
    client.assurance.enterCounts({
      trust: 'RX1',
      cells: counts.map((count, index) => ({
        unit: of,
        month: `2026-${String(index + 4).padStart(2, '0')}`,
        counted,
        text: String(count),
      })),
    });
  return { ...planner, suite, ward, addEstablishment, enter };
}

/** The table of a paper with that title. */
export function tableNamed(paper: Paper, title: string): PaperTable {
  const found = paper.blocks.find(
    (block): block is PaperTable => block.kind === 'table' && block.title.startsWith(title),
  );
  if (!found) throw new Error(`There is no table ${title}`);
  return found;
}

/** What a paper says first: its sentences in short. */
export function saidBy(paper: Paper): string[] {
  const list = paper.blocks.find((block) => block.kind === 'list');
  return list?.kind === 'list' ? list.items : [];
}
