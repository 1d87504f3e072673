import { kindOf } from '../../electron/imports/kinds.ts';
import type { ImportingTrust } from './importing.ts';

/** What an import stored, whatever it is called in the store. */
export function storedRows({ sqlite }: ImportingTrust, kind: string): unknown[] {
  return kindOf(kind).tables.flatMap((table) => {
    const rows = sqlite.prepare(`SELECT * FROM "${table}" ORDER BY row`).all() as Record<string, unknown>[];
    const nameOf = sqlite.prepare('SELECT name FROM unit WHERE id = ?').pluck();
    return rows.map(({ id: _id, batch_id: _batch, unit_id: unit, ...rest }) => ({
      ...rest,
      unit: unit ? nameOf.get(unit) : (rest['unit'] ?? null),
    }));
  });
}
