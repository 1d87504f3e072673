import { asc, eq, sql } from 'drizzle-orm';
import type { Role } from '../contract/roles.ts';
import type { Database } from '../database/database.ts';
import { profile } from '#drizzle';

export type Profile = Omit<typeof profile.$inferSelect, 'role' | 'nameKey'> & { readonly role: Role };
type Given = Pick<Profile, 'name' | 'role' | 'post'>;

const shown = ({ nameKey: _nameKey, ...row }: typeof profile.$inferSelect): Profile => ({
  ...row,
  role: row.role as Role,
});

/** The profiles by name. */
export function profilesOf({ db }: Database): Profile[] {
  return db.select().from(profile).orderBy(asc(profile.nameKey)).all().map(shown);
}

export function findProfile({ db }: Database, id: number): Profile | undefined {
  const row = db.select().from(profile).where(eq(profile.id, id)).get();
  return row && shown(row);
}

const nameKey = (name: string) => name.toLocaleLowerCase('en-GB');

/** Throws SQLite's error where the name is taken. */
export function insertProfile({ db }: Database, given: Given & Pick<Profile, 'secret' | 'recovery'>): number {
  return db
    .insert(profile)
    .values({ ...given, nameKey: nameKey(given.name) })
    .returning({ id: profile.id })
    .get().id;
}

/** Throws SQLite's error where the name is taken. */
export function updateProfile({ db }: Database, id: number, given: Given): void {
  db.update(profile)
    .set({ ...given, nameKey: nameKey(given.name) })
    .where(eq(profile.id, id))
    .run();
}

export function deleteProfile({ db }: Database, id: number): void {
  db.delete(profile).where(eq(profile.id, id)).run();
}

export function setProfileSecret({ db }: Database, id: number, kept: Pick<Profile, 'secret' | 'recovery'>): void {
  db.update(profile)
    .set({ ...kept, failures: 0 })
    .where(eq(profile.id, id))
    .run();
}

/** One more wrong try, until it turns out to be right: saved before the secret is looked at. */
export function countTry({ db }: Database, id: number): void {
  db.update(profile)
    .set({ failures: sql`${profile.failures} + 1` })
    .where(eq(profile.id, id))
    .run();
}

export function forgetTries({ db }: Database, id: number): void {
  db.update(profile).set({ failures: 0 }).where(eq(profile.id, id)).run();
}
