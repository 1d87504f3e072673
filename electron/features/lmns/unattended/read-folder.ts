import { readFile } from 'node:fs/promises';
import type { ReceivedWay, ReturnDocument } from '#contract';
import type { Context } from '../../../context.ts';
import { FileRefusalError } from '../../../imports/workbook/open.ts';
import { readReceived, type ReceivedReading } from '../read-received.ts';
import { type FoundFile, MOST_BYTES } from './folder.ts';

/** What became of one file. */
export type FolderReading =
  | {
      readonly kind: 'read';
      readonly document: ReturnDocument;
      readonly way: ReceivedWay;
      readonly sha256: string;
      /** Cells that were changed by hand after the planner made the workbook, each with what it was and is. */
      readonly typed: readonly string[];
      /** Places of what a newer planner put in, which is not known here and was left out. */
      readonly notUnderstood: readonly string[];
    }
  | { readonly kind: 'refused'; readonly message: string };

/** Reads one file as the LMNS receives it. A file that cannot be read for any cause is refused; nothing is stored. */
export async function readFound(
  context: Context,
  { name, path, bytes }: FoundFile,
  passphrase: string | null,
): Promise<FolderReading> {
  const refused = (message: string) => ({ kind: 'refused' as const, message: `${name}: ${message}` });
  if (bytes > MOST_BYTES) return refused('This file is larger than any return. It was not read.');
  let reading: ReceivedReading;
  try {
    const contents = (await readFile(path)).toString('base64');
    reading = await readReceived(context, { fileName: name, contents, passphrase, namesNobody: false });
  } catch (error) {
    if (error instanceof FileRefusalError) return refused(error.refusal.message);
    if (error instanceof Error && 'syscall' in error) return refused(`The file cannot be read (${error.message}).`);
    throw error;
  }
  if (reading.kind !== 'read') return { kind: 'refused', message: reading.said };
  const { document, way, sha256, typed, notUnderstood } = reading;
  return {
    kind: 'read',
    document,
    way,
    sha256,
    notUnderstood,
    typed: typed.map(({ place, made, typed: now }) => `${place}: was “${made}”, is “${now}”`),
  };
}
