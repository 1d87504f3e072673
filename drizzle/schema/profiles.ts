import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Who works with the planner on this PC. Without any row there is one editor, who is asked for nothing. */
export const profile = sqliteTable(
  'profile',
  {
    id: integer('id').primaryKey(),
    name: text('name').notNull(),
    /** The name in lower case: two profiles never differ in capitals alone. */
    nameKey: text('name_key').notNull(),
    role: text('role').notNull(),
    /** What the role is called in the trust, such as Head of Midwifery: keeps confidential records and signs returns. */
    post: text('post'),
    /** The stretched PIN or passphrase with its salt, as JSON; null for a profile that is asked for nothing. */
    secret: text('secret'),
    /** The stretched recovery code; null where none was made. */
    recovery: text('recovery'),
    /** Wrong tries since the last right one. */
    failures: integer('failures').notNull().default(0),
  },
  (table) => [uniqueIndex('profile_of_name').on(table.nameKey)],
);
