import { createHash } from 'node:crypto';
import type { ReceivedWay, ReturnDocument, TypedDifference } from '#contract';
import type { Context } from '../../context.ts';
import { blankContext } from './blank/context.ts';
import { problemsInWords, readBlankWorkbook } from './blank/read.ts';
import { looksLikeBundle, readBundle } from '../returns/bundle/read.ts';
import { inWords } from '../returns/bundle/refusals.ts';
import { personalDataIn } from '../returns/calculations/personal-data.ts';
import type { Json } from '../returns/calculations/records.ts';
import { readReturnWorkbook } from '../returns/read-workbook.ts';
import { withTemporaryFile } from '../returns/temporary-file.ts';
import { readTyped } from './typed-workbook.ts';

export interface ReceivedFile {
  readonly fileName: string;
  /** Base64. */
  readonly contents: string;
  readonly passphrase: string | null;
  readonly namesNobody: boolean;
}

/** What a file holds, whatever its kind and name, or in words why it is not taken. */
export type ReceivedReading =
  | {
      readonly kind: 'read';
      readonly document: ReturnDocument;
      readonly way: ReceivedWay;
      /** Of the file's bytes. */
      readonly sha256: string;
      readonly typed: readonly TypedDifference[];
      /** Places of what a newer planner put in, which is not known here and was left out. */
      readonly notUnderstood: readonly string[];
    }
  | { readonly kind: 'sealed' | 'names somebody' | 'refused'; readonly said: string };

/** Bytes that a received file may have, since it is kept: a return takes a hundredth of it. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Reads a bundle or a workbook. Nothing is stored. */
export async function readReceived(context: Context, file: ReceivedFile): Promise<ReceivedReading> {
  const bytes = Buffer.from(file.contents, 'base64');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { passphrase, namesNobody } = file;
  const refused = (said: string, kind: 'sealed' | 'names somebody' | 'refused' = 'refused') => ({
    kind,
    said: `${file.fileName}: ${said}`,
  });
  if (bytes.byteLength > MOST_BYTES)
    return refused('It has more than 32 MB, which no return has. Ask the trust for the file that the planner wrote.');
  if (looksLikeBundle(bytes)) {
    const reading = await readBundle(bytes, { passphrase, namesNobody });
    if (reading.kind === 'read') return { ...reading, way: 'bundle', sha256, typed: [] };
    const isSealed = reading.code === 'passphrase needed' || reading.code === 'wrong passphrase';
    // A name may be confirmed to be nobody's; a number that identifies somebody may not.
    const isName = reading.found.length > 0 && reading.found.every(({ looksLike }) => /name/.test(looksLike));
    return refused(reading.message, isSealed ? 'sealed' : isName ? 'names somebody' : 'refused');
  }
  return withTemporaryFile(file.contents, async (path): Promise<ReceivedReading> => {
    const blank = await readBlankWorkbook(path, blankContext(context));
    if (blank.kind === 'refused') return refused(blank.message);
    if (blank.kind === 'read' && blank.problems.length > 0) return refused(problemsInWords(blank.problems));
    const reading = blank.kind === 'read' ? blank : await readReturnWorkbook(path);
    if (reading.kind === 'refused') return refused(reading.message);
    const { document } = reading;
    const typed = blank.kind === 'read' ? [] : await readTyped(path, document);
    const found = personalDataIn({ document, typed: typed.map((one) => one.typed) } as unknown as Json);
    const isName = found.every(({ looksLike }) => /name/.test(looksLike));
    if (found.length > 0 && !(isName && namesNobody)) {
      const said = `It seems to tell of a person, and was not received. ${inWords(found)}`;
      return refused(said, isName ? 'names somebody' : 'refused');
    }
    const way = blank.kind === 'read' ? 'blank' : 'workbook';
    return { kind: 'read', document, way, sha256, typed, notUnderstood: [] };
  });
}
