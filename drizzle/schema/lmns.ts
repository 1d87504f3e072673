import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { system } from './organisation.ts';

/** A local system or board whose returns are compiled on this PC. No table here belongs to a trust of the store. */
export const lmns = sqliteTable(
  'lmns',
  {
    id: integer('id').primaryKey(),
    systemId: integer('system_id')
      .notNull()
      .references(() => system.id, { onDelete: 'restrict' }),
  },
  (table) => [uniqueIndex('lmns_of_system').on(table.systemId)],
);

const ofLmns = () =>
  integer('lmns_id')
    .notNull()
    .references(() => lmns.id, { onDelete: 'restrict' });

/** A trust that the LMNS expects returns from, whether or not it is a trust of this store. */
export const lmnsTrust = sqliteTable(
  'lmns_trust',
  {
    id: integer('id').primaryKey(),
    lmnsId: ofLmns(),
    /** ODS code, upper case. */
    code: text('code').notNull(),
    name: text('name').notNull(),
    /** 0 where it fills in the LMNS's workbook by hand. */
    hasPlanner: integer('has_planner').notNull().default(1),
  },
  (table) => [uniqueIndex('lmns_trust_of').on(table.lmnsId, table.code)],
);

/** A quarter for which the LMNS wants returns, and the day by which. */
export const lmnsPeriod = sqliteTable(
  'lmns_period',
  {
    id: integer('id').primaryKey(),
    lmnsId: ofLmns(),
    /** Such as 2026-Q2. */
    period: text('period').notNull(),
    due: text('due').notNull(),
  },
  (table) => [uniqueIndex('lmns_period_of').on(table.lmnsId, table.period)],
);

/** What a received file held, whole and as it came: never changed, and kept when its receipt is undone. */
export const receivedDocument = sqliteTable(
  'received_document',
  {
    id: integer('id').primaryKey(),
    lmnsId: ofLmns(),
    /** Of the bytes of the file. */
    sha256: text('sha256').notNull(),
    trustCode: text('trust_code').notNull(),
    period: text('period').notNull(),
    /** When the trust made it. */
    madeAt: text('made_at').notNull(),
    /** JSON: what a list of files shows of it. */
    head: text('head').notNull(),
    /** JSON of the return. */
    document: text('document').notNull(),
  },
  (table) => [
    uniqueIndex('received_document_of').on(table.lmnsId, table.sha256),
    index('received_document_in').on(table.lmnsId, table.period, table.trustCode),
  ],
);

/** The bytes of a received file as they came, so that it can be saved again: kept for ever beside what it held. */
export const receivedFile = sqliteTable(
  'received_file',
  {
    id: integer('id').primaryKey(),
    documentId: integer('document_id')
      .notNull()
      .references(() => receivedDocument.id, { onDelete: 'restrict' }),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  },
  (table) => [uniqueIndex('received_file_of').on(table.documentId)],
);

/** That a file was received: how, when, and whether it counts. */
export const receivedReturn = sqliteTable(
  'received_return',
  {
    id: integer('id').primaryKey(),
    documentId: integer('document_id')
      .notNull()
      .references(() => receivedDocument.id, { onDelete: 'restrict' }),
    fileName: text('file_name').notNull(),
    way: text('way', { enum: ['bundle', 'workbook', 'blank'] }).notNull(),
    /** ISO 8601 in UTC. */
    receivedAt: text('received_at').notNull(),
    state: text('state', { enum: ['accepted', 'set aside'] }).notNull(),
    /** Why it was set aside. */
    why: text('why').notNull().default(''),
    /** JSON: what somebody typed into the workbook after it was made, each accepted or not. */
    typed: text('typed').notNull().default('[]'),
  },
  (table) => [uniqueIndex('received_return_of').on(table.documentId)],
);

/** The LMNS's own answer to one of its lines of the plan for a quarter. */
export const lmnsAnswer = sqliteTable(
  'lmns_answer',
  {
    id: integer('id').primaryKey(),
    lmnsId: ofLmns(),
    period: text('period').notNull(),
    reference: text('reference').notNull(),
    status: text('status', { enum: ['blue', 'green', 'amber', 'red'] }),
    progress: text('progress').notNull().default(''),
    nextSteps: text('next_steps').notNull().default(''),
    evidence: text('evidence').notNull().default(''),
    lead: text('lead').notNull().default(''),
    due: text('due'),
    risk: text('risk').notNull().default(''),
    helpNeeded: text('help_needed').notNull().default(''),
  },
  (table) => [uniqueIndex('lmns_answer_of').on(table.lmnsId, table.period, table.reference)],
);

/** A figure that the LMNS took into the evidence of one of its lines, as it was then. */
export const lmnsFigure = sqliteTable(
  'lmns_figure',
  {
    id: integer('id').primaryKey(),
    lmnsId: ofLmns(),
    period: text('period').notNull(),
    reference: text('reference').notNull(),
    figureKey: text('figure_key').notNull(),
    /** JSON: the figure with formula, inputs and date, and what the LMNS put in its place. */
    figure: text('figure').notNull(),
    /** JSON: the packs of the returns that it was made from. */
    packs: text('packs').notNull(),
  },
  (table) => [uniqueIndex('lmns_figure_of').on(table.lmnsId, table.period, table.reference, table.figureKey)],
);

/** What the LMNS does about its lines: statements, agreed levels, capacity, sharing, actions; `cells` is JSON by kind. */
export const lmnsRecord = sqliteTable(
  'lmns_record',
  {
    id: integer('id').primaryKey(),
    lmnsId: ofLmns(),
    kind: text('kind', {
      enum: ['assurance', 'level', 'capacity', 'placements', 'practice', 'challenge', 'action'],
    }).notNull(),
    cells: text('cells').notNull(),
  },
  (table) => [index('lmns_record_of').on(table.lmnsId, table.kind)],
);

/** A measure that the LMNS asks of its trusts beside those of the packs. */
export const lmnsMeasure = sqliteTable(
  'lmns_measure',
  {
    id: integer('id').primaryKey(),
    lmnsId: ofLmns(),
    /** Its id in the definition. */
    measure: text('measure').notNull(),
    /** JSON: the measure in the shape of the technical guidance, and who defines it. */
    definition: text('definition').notNull(),
  },
  (table) => [uniqueIndex('lmns_measure_of').on(table.lmnsId, table.measure)],
);
