import { eq } from 'drizzle-orm';
import { preference } from '#drizzle';
import type { Database } from '../../database/database.ts';

/** A choice of the person at this PC, such as the trust in view; undefined where none was made. */
export function readPreference<Value>({ db }: Database, key: string): Value | undefined {
  const row = db.select().from(preference).where(eq(preference.key, key)).get();
  return row ? (JSON.parse(row.value) as Value) : undefined;
}

export function writePreference({ db }: Database, key: string, choice: unknown): void {
  const value = JSON.stringify(choice);
  db.insert(preference).values({ key, value }).onConflictDoUpdate({ target: preference.key, set: { value } }).run();
}
