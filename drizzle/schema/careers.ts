import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { trust } from './organisation.ts';

const ofTrust = () =>
  integer('trust_id')
    .notNull()
    .references(() => trust.id, { onDelete: 'restrict' });

/** A role that the service cannot do without, and how it is provided for. Dates are civil dates. */
export const criticalRole = sqliteTable(
  'critical_role',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    name: text('name').notNull(),
    unit: text('unit'),
    band: text('band'),
    /** Keys of the pack: how likely it is to be lost, and what that would mean. */
    risk: text('risk'),
    impact: text('impact'),
    gap: text('gap'),
    action: text('action'),
    /** The role that answers for the action. */
    owner: text('owner'),
    review: text('review_date'),
  },
  (table) => [index('critical_role_of_trust').on(table.trustId)],
);

/** Somebody who could follow in a critical role. */
export const successor = sqliteTable(
  'successor',
  {
    id: integer('id').primaryKey(),
    roleId: integer('role_id')
      .notNull()
      .references(() => criticalRole.id, { onDelete: 'restrict' }),
    name: text('name').notNull(),
    /** Employee number, eight digits, where it is known: the staff list tells the ethnic origin then. */
    person: text('person'),
    readiness: text('readiness').notNull(),
    /** 'white', 'bme' or 'unknown', as entered; null where the staff list tells. */
    ethnicGroup: text('ethnic_group'),
    mentor: text('mentor'),
    need: text('need'),
  },
  (table) => [index('successor_of_role').on(table.roleId)],
);

/** A secondment, course, place to shadow or the like that is open to staff. */
export const opportunity = sqliteTable(
  'career_opportunity',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    place: text('place'),
    opens: text('opens'),
    closes: text('closes'),
    places: integer('places'),
    note: text('note'),
  },
  (table) => [index('career_opportunity_of_trust').on(table.trustId)],
);

/** Who is interested in an opportunity, and what came of it. */
export const opportunityInterest = sqliteTable(
  'opportunity_interest',
  {
    id: integer('id').primaryKey(),
    opportunityId: integer('opportunity_id')
      .notNull()
      .references(() => opportunity.id, { onDelete: 'restrict' }),
    name: text('name').notNull(),
    person: text('person'),
    day: text('date').notNull(),
    outcome: text('outcome').notNull(),
  },
  (table) => [index('opportunity_interest_of').on(table.opportunityId)],
);

/** Where somebody stands in the talent grid, for trusts that want one. */
export const talentPlace = sqliteTable(
  'talent_place',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    name: text('name').notNull(),
    person: text('person'),
    /** From 1, the least, to 3. */
    performance: integer('performance').notNull(),
    potential: integer('potential').notNull(),
    day: text('date').notNull(),
  },
  (table) => [index('talent_place_of_trust').on(table.trustId)],
);

/** What of an action may travel to the LMNS, as the trust approved it. */
export const sharedText = sqliteTable(
  'shared_text',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    /** As in `retention_action_edit`, or 'own:' with the id of an action entered by hand. */
    actionKey: text('action_key').notNull(),
    /** 'practice' or 'challenge'. */
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    text: text('words').notNull(),
    /** The role that approved it, and when; null while it is a draft, which goes nowhere. */
    approvedBy: text('approved_by'),
    approvedOn: text('approved_on'),
  },
  (table) => [uniqueIndex('shared_text_of').on(table.trustId, table.actionKey, table.kind)],
);
