import { addTableSheet } from '../../../exports/sheet.ts';
import { newWorkbook, workbookBytes } from '../../../exports/workbook.ts';
import { dateInWords } from '../../../core/dates.ts';
import { type EvidencePack, type Made, madeWith } from '../calculations/evidence/pack.ts';

/** The pack as a workbook: what it says, each table on a sheet of its own, the definitions, and where it comes from. */
export async function evidenceWorkbook(pack: EvidencePack, made: Made): Promise<Uint8Array> {
  const workbook = await newWorkbook(pack.title, made.at);
  const head = { title: pack.title, subtitle: pack.subtitle };
  addTableSheet(workbook, 'What it says', {
    ...head,
    filter: false,
    columns: [
      { heading: 'Part', kind: 'text' },
      { heading: 'What it says', kind: 'long_text', width: 100 },
    ],
    rows: [
      ...pack.parts.flatMap(({ title, says, missing }) =>
        [...says, ...missing].map((said) => ({ kind: 'row' as const, values: [title, said] })),
      ),
      ...[...pack.sources, madeWith(made)].map((said) => ({
        kind: 'row' as const,
        values: ['Where it comes from', said],
      })),
    ],
  });
  for (const { sheet, title, columns, rows, notes } of pack.parts.flatMap(({ tables }) => tables))
    addTableSheet(workbook, sheet, {
      title,
      subtitle: [pack.subtitle, ...notes].join(' · '),
      columns: [...columns],
      rows: [...rows],
    });
  addTableSheet(workbook, 'Definitions', {
    title: 'Definitions',
    subtitle: `${pack.title}, ${dateInWords(made.on)}`,
    filter: false,
    columns: [
      { heading: 'Term', kind: 'text' },
      { heading: 'What it means', kind: 'long_text', width: 100 },
    ],
    rows: pack.definitions.map(({ term, meaning }) => ({ kind: 'row', values: [term, meaning] })),
  });
  return workbookBytes(workbook);
}
