import type { Database } from '../../database/database.ts';
import { dateInWords, dateOfDayNumber } from '../../core/dates.ts';
import { formatWte, parseWte } from '../../core/wte.ts';
import { fundedGroupOf, type FundedRules } from './calculations/funded-groups.ts';
import type { LeftOutPost } from './calculations/clues.ts';

export interface LeftOutLine extends LeftOutPost {
  readonly batchId: number;
  readonly costCentreName: string | null;
}

interface KeptRow {
  readonly batchId: number;
  readonly row: number;
  readonly reason: string;
  readonly message: string | null;
  readonly cells: string;
  readonly reading: string;
}

const kinds: Record<string, LeftOutPost['kind']> = {
  duplicate_row: 'posted_twice',
  funding_ended_before_census: 'funding_ended',
};

const groupCodes: readonly [RegExp, string][] = [
  [/additional clinical/i, '07'],
  [/nursing.*midwifery/i, '03'],
  [/admin/i, '08'],
  [/medical/i, '01'],
  [/allied/i, '04'],
];

/** Rows of ledgers that were left out since they were posted twice or their money had ended, as they may explain a gap. */
export function leftOutLines({ sqlite }: Database, batches: readonly number[], rules: FundedRules): LeftOutLine[] {
  const select = sqlite.prepare<[number], KeptRow>(
    `SELECT r.batch_id AS batchId, r.row, r.reason, r.message, r.cells, b.reading FROM batch_row r
     JOIN batch b ON b.id = r.batch_id
     WHERE r.batch_id = ? AND r.reason IN ('duplicate_row', 'funding_ended_before_census') ORDER BY r.row`,
  );
  return batches.flatMap((id) => select.all(id)).map((kept) => lineOf(kept, rules));
}

function lineOf({ batchId, row, reason, message, cells, reading }: KeptRow, rules: FundedRules): LeftOutLine {
  const read = JSON.parse(cells) as unknown;
  const { places } = JSON.parse(reading) as { places: Record<string, number> };
  const cell = (field: string): unknown =>
    Array.isArray(read) ? read[places[field] ?? -1] : (read as Record<string, unknown>)[field];
  const text = (field: string) => {
    const value = cell(field);
    return value === null || value === undefined || typeof value === 'object' ? null : String(value);
  };
  const post = text('post');
  const given = text('staffGroup') ?? '';
  const staffGroup = /^\d\d$/.test(given) ? given : (groupCodes.find(([words]) => words.test(given))?.[1] ?? null);
  const wte = parseWte(text('funded') ?? '') ?? 0;
  const kind = kinds[reason] ?? 'posted_twice';
  const ended = dayOf(cell('fundingEnd'));
  const why =
    kind === 'posted_twice'
      ? `the same line is posted twice in the ledger and counts once. ${message ?? ''}`.trim()
      : `its funding ended${ended ? ` on ${ended}` : ''}, so it is not in the funded figure.`;
  return {
    batchId,
    row,
    kind,
    costCentre: text('costCentre'),
    costCentreName: text('costCentreName'),
    group: fundedGroupOf(rules, { staffGroup, post }),
    band: /\d[a-d]?/i.exec(text('band') ?? '')?.[0]?.toLowerCase() ?? '-',
    title: post,
    wte,
    message: `Row ${row} of the ledger, ${post ?? 'a post'} of ${formatWte(wte)} WTE: ${why}`,
  };
}

/** The day of a date cell as it was kept: a serial number of the sheet, or text. */
function dayOf(cell: unknown): string | null {
  if (typeof cell === 'string') return cell;
  const number = typeof cell === 'object' && cell !== null && 'number' in cell ? Number(cell.number) : Number(cell);
  return Number.isFinite(number) && number > 20_000 ? dateInWords(dateOfDayNumber(Math.floor(number) - 25_569)) : null;
}
