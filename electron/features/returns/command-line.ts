import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { ORPCError } from '@orpc/server';
import type { ReturnFinding } from '#contract';
import type { Context } from '../../context.ts';
import { writeFileWhole } from '../../exports/write-file.ts';
import { requireTrust } from '../organisation/trust.ts';
import { changesSince, findingsIn } from './calculations.ts';
import { buildDocument, keptDocument } from './document.ts';
import { keepReturn, startReturn } from './service.ts';
import { returnWorkbook } from './workbook.ts';

/** What `planner return` prints. */
export interface WrittenReturn {
  readonly trust: string;
  readonly period: string;
  /** Absolute path of the workbook. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly madeAt: string;
  /** False where nothing had changed since the return was made: the same file was written again. */
  readonly madeAnew: boolean;
  readonly linesWithStatus: number;
  readonly findings: readonly ReturnFinding[];
}

/**
 * `return --trust CODE --period 2026-Q2 --out FILE`: starts the quarter where nobody has, makes the return where it is
 * new or has changed, and writes its workbook. Where the file cannot be written it
 * refuses and makes nothing.
 */
export async function returnForCommandLine(
  context: Context,
  { trust: code, period, out, replace }: { trust: string; period: string; out: string; replace: boolean },
): Promise<WrittenReturn> {
  const trust = requireTrust(context.database, code);
  const row = startReturn(context, trust, period);
  const now = buildDocument(context, trust, row);
  const kept = keptDocument(row);
  const madeAnew = kept === null || changesSince(kept, now).length > 0;
  const document = madeAnew ? now : kept;
  const bytes = await returnWorkbook(document);
  const file = resolve(out);
  const outcome = await writeFileWhole(file, bytes, replace);
  if (outcome.kind === 'exists')
    throw new ORPCError('FILE_EXISTS', {
      status: 409,
      message: `There is already a file ${file}. Add --replace to replace it.`,
    });
  if (outcome.kind === 'failed') throw new ORPCError('FILE_NOT_WRITTEN', { status: 409, message: outcome.message });
  if (madeAnew) keepReturn(context, trust, row, document);
  return {
    trust: trust.code,
    period,
    file,
    bytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    madeAt: document.madeAt,
    madeAnew,
    linesWithStatus: document.lines.filter(({ status }) => status !== null).length,
    findings: findingsIn(document),
  };
}
