import type { Archive, Entry } from '../../electron/imports/workbook/archive.ts';
import type { CellValue, NumberKind } from '../../electron/imports/workbook/cell.ts';
import type { CellContext } from '../../electron/imports/workbook/cell-value.ts';
import { crc32 } from '../../electron/imports/workbook/crc.ts';
import { DEFAULT_LIMITS } from '../../electron/imports/workbook/limits.ts';
import { FileRefusalError } from '../../electron/imports/workbook/refusal.ts';
import { SharedStringTable } from '../../electron/imports/workbook/shared-string-table.ts';
import { readSheet } from '../../electron/imports/workbook/sheet.ts';

export interface PlainRow {
  readonly row: number;
  readonly values: readonly CellValue[];
  readonly kinds: readonly NumberKind[];
}

/** Reads a worksheet part that lies in memory, unpacked; answers its rows, or the reason why it is refused. */
export async function readSheetXml(
  xml: string | Uint8Array,
  sharedStrings: readonly string[] = [],
  styleKinds = new Uint8Array(0),
): Promise<PlainRow[] | string> {
  const { archive, entry } = archiveOf(Buffer.from(xml as string));
  const table = new SharedStringTable(DEFAULT_LIMITS);
  for (const text of sharedStrings) table.add(text);
  const all: CellContext = { sharedStrings: table, styleKinds, date1904: false };
  const rows: PlainRow[] = [];
  try {
    for await (const batch of readSheet(archive, { name: 'x', hidden: false, part: entry.name, entry }, all)) {
      for (const row of batch) {
        rows.push({ row: row.row, values: row.values, kinds: row.values.map((_, column) => row.kindOf(column)) });
      }
    }
    return rows;
  } catch (error) {
    if (error instanceof FileRefusalError) return error.refusal.reason;
    throw error;
  }
}

function archiveOf(bytes: Buffer): { archive: Archive; entry: Entry } {
  const file = {
    size: bytes.length,
    readTo: 0,
    read: async (position: number, length: number) => bytes.subarray(position, position + length),
    close: async () => {},
  };
  const stored = { method: 0, encrypted: false, packedBytes: bytes.length, bytes: bytes.length, start: async () => 0 };
  const entry: Entry = { name: 'sheet.xml', crc: crc32(bytes, 0), ...stored };
  return { archive: { file, limits: DEFAULT_LIMITS, entries: new Map([[entry.name, entry]]) }, entry };
}
