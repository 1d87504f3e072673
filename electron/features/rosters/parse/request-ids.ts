import { textKey } from '../../../imports/clean/text.ts';
import type { LateWarning, MappedRow, RowWarning } from '../../../imports/row.ts';
import { warning } from '../../../imports/clean/refuse.ts';

/** Remarks on request ids that are blank or used for two different duties; the first use is remarked on late (D18). */
export function requestIds() {
  const first = new Map<string, { readonly row: number; heading: string; reused: boolean }>();
  const late: LateWarning[] = [];
  return {
    remark(row: MappedRow, id: string | null): RowWarning[] {
      const heading = row.heading('requestId');
      if (id === null) return [warning('request_id_blank', 'requestId', `"${heading}" is empty. The booking counts.`)];
      const use = first.get(textKey(id));
      if (use === undefined) {
        first.set(textKey(id), { row: row.row, heading, reused: false });
        return [];
      }
      if (!use.reused) late.push({ row: use.row, ...reused(heading, id, row.row) });
      use.reused = true;
      return [reused(heading, id, use.row)];
    },
    late: (): readonly LateWarning[] => late,
  };
}

function reused(heading: string, id: string, other: number): RowWarning {
  const message = `"${heading}" ${id} is also that of row ${other}, a different duty. Both count.`;
  return warning('request_id_reused', 'requestId', message);
}
