import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** A local maternity and neonatal system or integrated care board. */
export const system = sqliteTable('system', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind', { enum: ['LMNS', 'ICB'] }).notNull(),
});

export const trust = sqliteTable('trust', {
  id: integer('id').primaryKey(),
  systemId: integer('system_id').references(() => system.id, { onDelete: 'restrict' }),
  /** ODS code, upper case. */
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
  /** 1 for the invented service of "Look around", which one click removes. */
  isSample: integer('is_sample').notNull().default(0),
});

const ofTrust = () =>
  integer('trust_id')
    .notNull()
    .references(() => trust.id, { onDelete: 'restrict' });

export const site = sqliteTable(
  'site',
  { id: integer('id').primaryKey(), trustId: ofTrust(), name: text('name').notNull() },
  (table) => [uniqueIndex('site_of_trust').on(table.trustId, table.name)],
);

export const unit = sqliteTable(
  'unit',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    siteId: integer('site_id').references(() => site.id, { onDelete: 'restrict' }),
    name: text('name').notNull(),
    /** The name trimmed, single-spaced and in lower case, by which imports find it. */
    nameKey: text('name_key').notNull(),
    /** Key of a unit kind in `resources/reference/organisation.json`, or the user's own word. */
    kind: text('kind').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [uniqueIndex('unit_of_trust').on(table.trustId, table.nameKey)],
);

export const staffGroup = sqliteTable(
  'staff_group',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [uniqueIndex('staff_group_of_trust').on(table.trustId, table.key)],
);

export const band = sqliteTable(
  'band',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    /** As printed after "Band": 2 to 9, 8a to 8d; "-" where a group has no bands. */
    key: text('key').notNull(),
    name: text('name').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [uniqueIndex('band_of_trust').on(table.trustId, table.key)],
);

/** A trust's own value for a default of the app; `value` is JSON. */
export const setting = sqliteTable(
  'setting',
  { id: integer('id').primaryKey(), trustId: ofTrust(), key: text('key').notNull(), value: text('value').notNull() },
  (table) => [uniqueIndex('setting_of_trust').on(table.trustId, table.key)],
);

/**
 * A trust's own value in place of one of a dated pack of rules, which a path names; values are JSON, in the unit of the
 * pack. `published` is what the pack said when it was set.
 */
export const ruleValue = sqliteTable(
  'rule_value',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    pack: text('pack').notNull(),
    path: text('path').notNull(),
    value: text('value').notNull(),
    published: text('published').notNull(),
    agreedBy: text('agreed_by').notNull().default(''),
    why: text('why').notNull().default(''),
    /** ISO 8601 in UTC. */
    setAt: text('set_at').notNull(),
  },
  (table) => [uniqueIndex('rule_value_of_trust').on(table.trustId, table.pack, table.path)],
);

/** The published wording of a plan line, loaded by a trust from its own copy. */
export const planWording = sqliteTable(
  'plan_wording',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    reference: text('reference').notNull(),
    wording: text('wording').notNull(),
    fileName: text('file_name').notNull(),
  },
  (table) => [
    uniqueIndex('plan_wording_of_trust').on(table.trustId, table.reference),
    index('plan_wording_reference').on(table.reference),
  ],
);

/** Views of tables that were given a name, of a table by its screen and columns; `layout` is JSON. */
export const tableView = sqliteTable(
  'table_view',
  {
    id: integer('id').primaryKey(),
    tableKey: text('table_key').notNull(),
    name: text('name').notNull(),
    layout: text('layout').notNull(),
  },
  (table) => [uniqueIndex('table_view_name').on(table.tableKey, table.name)],
);

/** What the person at this PC chose for the app itself, such as the trust in view; `value` is JSON. */
export const preference = sqliteTable('preference', { key: text('key').primaryKey(), value: text('value').notNull() });
