import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { ORPCError } from '@orpc/server';
import type { ReturnFinding, ReturnState } from '#contract';
import type { Context } from '../../context.ts';
import { writeFileWhole } from '../../exports/write-file.ts';
import { requireTrust } from '../organisation/trust.ts';
import { findChecks } from './checks-service.ts';
import { startReturn } from './service.ts';
import { standingDocument } from './standing.ts';
import { returnWorkbook } from './workbook.ts';

/** What `planner return` prints. */
export interface WrittenReturn {
  readonly trust: string;
  readonly period: string;
  /** A draft is written as it is now; what was signed off or submitted as it was kept then. */
  readonly state: ReturnState;
  /** Absolute path of the workbook. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly madeAt: string;
  /** How often what was submitted has been corrected. */
  readonly restated: number;
  readonly linesWithStatus: number;
  readonly findings: readonly ReturnFinding[];
}

/**
 * `return --trust CODE --period 2026-Q2 --out FILE`: starts the period where nobody has, and writes the return as it stands
 * as a workbook. Where the file cannot be written it refuses.
 */
export async function returnForCommandLine(
  context: Context,
  { trust: code, period, out, replace }: { trust: string; period: string; out: string; replace: boolean },
): Promise<WrittenReturn> {
  const trust = requireTrust(context.database, code);
  const row = startReturn(context, trust, period);
  const document = standingDocument(context, trust, row);
  if (!document) throw new Error('A return that has been started stands');
  const bytes = await returnWorkbook(document);
  const file = resolve(out);
  const outcome = await writeFileWhole(file, bytes, replace);
  if (outcome.kind === 'exists')
    throw new ORPCError('FILE_EXISTS', {
      status: 409,
      message: `There is already a file ${file}. Add --replace to replace it.`,
    });
  if (outcome.kind === 'failed') throw new ORPCError('FILE_NOT_WRITTEN', { status: 409, message: outcome.message });
  return {
    trust: trust.code,
    period,
    state: row.state,
    file,
    bytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    madeAt: document.madeAt,
    restated: document.restatements.length,
    linesWithStatus: document.lines.filter(({ status }) => status !== null).length,
    findings: findChecks(context, trust, document),
  };
}
