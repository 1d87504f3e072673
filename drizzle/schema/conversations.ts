import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { trust } from './organisation.ts';

/** A conversation about staying or leaving. Dates are civil dates; what has not happened is null. */
export const conversation = sqliteTable(
  'conversation',
  {
    id: integer('id').primaryKey(),
    trustId: integer('trust_id')
      .notNull()
      .references(() => trust.id, { onDelete: 'restrict' }),
    kind: text('kind').notNull(),
    /** Employee number, eight digits, where it is known. */
    person: text('person'),
    name: text('name').notNull(),
    unit: text('unit'),
    offered: text('offered'),
    planned: text('planned'),
    held: text('held'),
    declined: text('declined'),
    channel: text('channel'),
    /** The role that leads it and keeps its record. */
    role: text('role').notNull(),
    minutes: integer('minutes'),
    /** JSON: keys of themes. */
    themes: text('themes').notNull(),
    /** From 1, leaving, upwards. */
    intention: integer('intention'),
    /** Stays here: in no list and no file that is saved. */
    note: text('note'),
    action: text('action'),
    followUp: text('follow_up'),
    followedUp: text('followed_up'),
    /** 'none', 'themes' or 'summary'. */
    consent: text('consent').notNull(),
    /** 1 or 0: the content is for the role alone. */
    confidential: integer('confidential').notNull(),
  },
  (table) => [index('conversation_of_trust').on(table.trustId, table.held)],
);
