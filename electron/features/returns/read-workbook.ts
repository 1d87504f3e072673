import { FileRefusalError, openFile } from '../../imports/workbook/open.ts';
import { DATA_SHEET, type DataReading, dataHeadings, readDataRows } from './data-sheet.ts';

/** Reads a workbook that the planner made back into the return, by the reader that every import uses. */
export async function readReturnWorkbook(path: string): Promise<DataReading> {
  const file = await openFile(path);
  if (file.kind === 'refused') return { kind: 'refused', message: file.message };
  try {
    const sheet = file.sheets.find(({ name, hidden }) => name === DATA_SHEET && !hidden);
    if (!sheet) return noData;
    const rows: [string | number | null, string | number | null, string | number | null][] = [];
    for await (const some of file.rows(sheet.index))
      for (const { values } of some) rows.push([plain(values[0]), plain(values[1]), plain(values[2])]);
    const [headings, ...below] = rows;
    if (headings?.join() !== dataHeadings.join()) return noData;
    return readDataRows(below);
  } catch (error) {
    if (error instanceof FileRefusalError) return { kind: 'refused', message: error.refusal.message };
    throw error;
  } finally {
    await file.close();
  }
}

const plain = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? value : null);

const noData: DataReading = {
  kind: 'refused',
  message: `This workbook has no sheet “${DATA_SHEET}” of a Theme 2 return. Choose one that the planner made.`,
};
