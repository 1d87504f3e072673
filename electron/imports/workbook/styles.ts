import type { Archive, Entry } from './archive.ts';
import type { NumberKind } from './cell.ts';
import { kindOfBuiltIn, kindOfFormat } from './number-format.ts';
import { attribute, readSmallXml } from './xml.ts';

/** How numbers show in each cell style: a cell's `s` attribute is an index into it. */
export async function readStyles(archive: Archive, entry: Entry | undefined): Promise<readonly NumberKind[]> {
  if (entry === undefined) return [];
  const formats = new Map<number, string>();
  const formatIds: number[] = [];
  let inCellStyles = false;
  await readSmallXml(archive, entry, {
    open(name, attributes) {
      if (name === 'numFmt') {
        formats.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      } else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) formatIds.push(Number(attribute(attributes, 'numFmtId') ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return formatIds.map((id) => {
    const code = formats.get(id);
    return code === undefined ? kindOfBuiltIn(id) : kindOfFormat(code);
  });
}
