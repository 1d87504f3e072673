import type { TakenFile } from '#contract';
import { base64 } from './base64.ts';
import { planner } from './planner.ts';

/** Bytes of one piece: well under what one call may carry as base64. */
const PIECE = 1_500_000;

/** Hands a file to the backend piece by piece, so that a large one neither fills the memory nor stops the window. */
export async function upload(file: File, progress: (share: number) => void): Promise<TakenFile> {
  const { upload: key } = await planner.imports.begin({ name: file.name });
  for (let offset = 0; offset < file.size; offset += PIECE) {
    const bytes = new Uint8Array(await file.slice(offset, offset + PIECE).arrayBuffer());
    await planner.imports.append({ upload: key, offset, chunk: base64(bytes) });
    progress(Math.min(1, (offset + PIECE) / file.size));
  }
  return planner.imports.finish({ upload: key });
}
