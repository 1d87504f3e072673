import { and, eq } from 'drizzle-orm';
import { setting } from '#drizzle';
import type { Database } from '../../database/database.ts';

const key = 'imports.drop_names';

/** True where a trust keeps staff numbers only: names are dropped while a file is read. */
export function dropsNames({ db }: Database, trustId: number): boolean {
  return db.select().from(setting).where(ofTrust(trustId)).get()?.value === 'true';
}

/** Says whether names are to be dropped from now on. */
export function setDropsNames({ db }: Database, trustId: number, drop: boolean): void {
  if (!drop) {
    db.delete(setting).where(ofTrust(trustId)).run();
    return;
  }
  const value = 'true';
  db.insert(setting)
    .values({ trustId, key, value })
    .onConflictDoUpdate({ target: [setting.trustId, setting.key], set: { value } })
    .run();
}

const ofTrust = (trustId: number) => and(eq(setting.trustId, trustId), eq(setting.key, key));
