import type { FileBytes } from './file-bytes.ts';

const SECTOR_AT_MOST = 4096;
const ENTRY_BYTES = 128;
/** No file that people made has a longer list of streams; it bounds a chain that bites its own tail. */
const MOST_SECTORS = 4096;

/**
 * The names of the streams in a compound file ([MS-CFB] 2.6): the container of old Excel files and of encrypted new ones.
 * Names that cannot be reached in a damaged file are left out.
 */
export async function streamNames(file: FileBytes): Promise<readonly string[]> {
  const header = await file.read(0, 512);
  if (header.length < 512) return [];
  const sectorBytes = 2 ** header.readUInt16LE(30);
  if (sectorBytes < 512 || sectorBytes > SECTOR_AT_MOST) return [];
  const offset = (sector: number): number => (sector + 1) * sectorBytes;
  const names: string[] = [];
  let sector = header.readUInt32LE(48);
  for (let count = 0; count < MOST_SECTORS && offset(sector) < file.size; count++) {
    const entries = await file.read(offset(sector), sectorBytes);
    for (let at = 0; at + ENTRY_BYTES <= entries.length; at += ENTRY_BYTES) names.push(nameAt(entries, at));
    const tableSector = Math.floor(sector / (sectorBytes / 4));
    if (tableSector >= 109) break;
    const link = offset(header.readUInt32LE(76 + 4 * tableSector)) + (sector % (sectorBytes / 4)) * 4;
    const next = await file.read(Math.min(link, file.size), 4);
    if (next.length < 4) break;
    sector = next.readUInt32LE(0);
  }
  return names.filter((name) => name !== '');
}

/** Up to 31 UTF-16 units, with the length of all, terminator included, behind them. */
function nameAt(entries: Buffer, at: number): string {
  const bytes = Math.min(64, entries.readUInt16LE(at + 64));
  return entries.toString('utf16le', at, at + Math.max(0, bytes - 2));
}
