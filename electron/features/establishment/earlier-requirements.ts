import type { Database } from '../../database/database.ts';
import type { StoredLine } from './repository.ts';

interface Before {
  readonly required_wte: number | null;
  readonly required_tool: string | null;
  readonly required_source: string | null;
  readonly required_date: string | null;
}

export interface LinesOfDay {
  readonly lines: readonly StoredLine[];
  /** Lines whose requirement of that day was another than today's. */
  readonly earlier: number;
  /** Lines whose requirement is of a later date, with none of before that is known. */
  readonly later: number;
}

/**
 * Lines with what was required on a day: where a line's requirement is of a later date, the newest one before it that the
 * history of changes still has. What it has not is left as it is, and counted.
 */
export function linesOfDay(
  { sqlite }: Database,
  trustId: number,
  lines: readonly StoredLine[],
  day: string,
): LinesOfDay {
  const isLater = ({ required, requiredDate }: StoredLine) =>
    required !== null && requiredDate !== null && requiredDate > day;
  const wanted = lines.filter(isLater);
  if (wanted.length === 0) return { lines, earlier: 0, later: 0 };
  const states = sqlite
    .prepare<[number, string], { id: number; before: string }>(
      `SELECT r.row_id AS id, r.before FROM change c JOIN change_row r ON r.change_id = c.id
       WHERE c.trust_id = ? AND c.undone_at IS NULL AND r.table_name = 'establishment_line' AND r.before IS NOT NULL
         AND r.row_id IN (SELECT value FROM json_each(?)) ORDER BY r.id DESC`,
    )
    .all(trustId, JSON.stringify(wanted.map(({ id }) => id)));
  const found = new Map<number, Before>();
  for (const { id, before } of states) {
    const state = JSON.parse(before) as Before;
    const fits = state.required_wte !== null && (state.required_date === null || state.required_date <= day);
    if (fits && !found.has(id)) found.set(id, state);
  }
  return {
    lines: lines.map((line) => {
      const before = isLater(line) ? found.get(line.id) : undefined;
      if (before === undefined) return line;
      const { required_wte: required, required_tool: requiredTool, required_source: requiredSource } = before;
      return { ...line, required, requiredTool, requiredSource, requiredDate: before.required_date };
    }),
    earlier: found.size,
    later: wanted.length - found.size,
  };
}
