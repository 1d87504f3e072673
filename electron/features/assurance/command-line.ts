import { createHash } from 'node:crypto';
import { extname, resolve } from 'node:path';
import { ORPCError } from '@orpc/server';
import { paperFormat } from '../../contract/papers.ts';
import type { Context } from '../../context.ts';
import type { DatePeriod } from '../../core/dates.ts';
import { writeFileWhole } from '../../exports/write-file.ts';
import { requireTrust } from '../organisation/trust.ts';
import { monthOf } from './calculations/months.ts';
import { paperBytes, reportName, reportOf } from './report-service.ts';

/** What `planner report` prints. */
export interface WrittenReport {
  readonly trust: string;
  readonly first: string;
  readonly last: string;
  /** Absolute path of the file. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** `report --trust CODE [--from DATE --to DATE] --out FILE.docx`: writes the board report of the months of those days. */
export async function reportForCommandLine(
  context: Context,
  {
    trust: code,
    period,
    out,
    replace,
  }: { trust: string; period: DatePeriod | undefined; out: string; replace: boolean },
): Promise<WrittenReport> {
  const refuse = (name: string, message: string) => new ORPCError(name, { status: 409, message });
  const trust = requireTrust(context.database, code);
  const format = paperFormat.safeParse(extname(out).slice(1).toLowerCase());
  if (!format.success)
    throw refuse('FORMAT_UNKNOWN', `${out} ends neither in .docx nor in .pdf. Give --out a name that does.`);
  const months = period ? { first: monthOf(period.first), last: monthOf(period.last) } : {};
  const answer = reportOf(context, trust, months);
  if (!answer) throw refuse('PERIOD_WRONG', 'The period is longer than 24 months. Choose fewer.');
  const bytes = await paperBytes(answer.paper, format.data);
  const file = resolve(out);
  const outcome = await writeFileWhole(file, bytes, replace);
  if (outcome.kind === 'exists')
    throw refuse('FILE_EXISTS', `There is already a file ${file}. Add --replace to replace it.`);
  if (outcome.kind === 'failed') throw refuse('FILE_NOT_WRITTEN', outcome.message);
  answer.sharing.remember(reportName(answer, trust));
  return {
    trust: trust.code,
    first: answer.first,
    last: answer.last,
    file,
    bytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}
