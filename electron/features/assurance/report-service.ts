import type { Paper, PaperFormat } from '../../contract/papers.ts';
import type { Context } from '../../context.ts';
import { paperDocx } from '../../exports/papers/docx.ts';
import { paperPdf } from '../../exports/papers/pdf.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { lastWholeHalf, monthsOf, periodOfMonths } from './calculations/months.ts';
import { beginSharing, type Sharing } from '../organisation/sharing.ts';
import { boardReport } from './calculations/report.ts';
import { readOversight } from './read-oversight.ts';

const MOST_MONTHS = 24;

export interface ReportAnswer {
  readonly first: string;
  readonly last: string;
  readonly paper: Paper;
  /** Keeps what the report told, once a file is made of it. */
  readonly sharing: Sharing;
}

/** The board report of some months; without them, of the last half of the NHS year that is over. Undefined where they are no period. */
export function reportOf(
  context: Context,
  trust: TrustRow,
  asked: { readonly first?: string | undefined; readonly last?: string | undefined },
): ReportAnswer | undefined {
  const usual = lastWholeHalf(context.today());
  const first = asked.first ?? usual.first;
  const last = asked.last ?? (asked.first === undefined ? usual.last : asked.first);
  if (last < first) return undefined;
  const period = periodOfMonths(first, last);
  if (monthsOf(period).length > MOST_MONTHS) return undefined;
  const { today, now, version } = context;
  const sharing = beginSharing(context, trust, 'lmns');
  const oversight = readOversight(context, trust, period, sharing.profile);
  return {
    sharing,
    first,
    last,
    paper: boardReport(oversight, { on: today(), at: now(), version }),
  };
}

/** The bytes of a paper in a format. */
export function paperBytes(paper: Paper, format: PaperFormat): Promise<Uint8Array> {
  return format === 'docx' ? paperDocx(paper) : paperPdf(paper);
}

/** A name for its file: "Midwifery staffing report to the board RX1 2026-04 to 2026-09". */
export function reportName({ paper, first, last }: ReportAnswer, trust: TrustRow): string {
  return `${paper.title} ${trust.code} ${first} to ${last}`;
}
