import type { ReturnDocument } from '#contract';
import { column, type EngineTable, tableOf } from './table.ts';
import { answerTables } from './answer-tables.ts';
import { amountTables } from './amount-tables.ts';

const returns = tableOf<ReturnDocument>(
  'returns',
  'One row a return: whose, of when, and on what basis.',
  (one) => [one],
  [
    column('trust', 'text', 'ODS code', ({ trust }) => trust.code),
    column('trust_name', 'text', 'Name', ({ trust }) => trust.name),
    column('system', 'text', 'LMNS or ICB', ({ system }) => system?.name),
    column('system_kind', 'text', 'LMNS or ICB', ({ system }) => system?.kind),
    column('period', 'text', 'Quarter of the NHS year as 2026-Q2, or month as 2026-10', ({ period }) => period),
    column('first_day', 'date', 'First day of the period', ({ first }) => first),
    column('last_day', 'date', 'Last day of the period', ({ last }) => last),
    column('made_at', 'timestamp', 'When it was made', ({ madeAt }) => madeAt),
    column('submitted_at', 'timestamp', 'When it was submitted', ({ signatures }) => signatures.submitted?.at),
    column(
      'returned_at',
      'timestamp',
      'When it was submitted, or made where it does not say: of a trust and period the latest wins',
      ({ signatures, madeAt }) => signatures.submitted?.at ?? madeAt,
    ),
    column('app_version', 'text', 'Version of the planner', ({ appVersion }) => appVersion),
    column(
      'uplift_numerator',
      'number',
      'Uplift of establishments',
      ({ measures }) => measures.basis.uplift?.numerator,
    ),
    column('uplift_denominator', 'number', 'Of', ({ measures }) => measures.basis.uplift?.denominator),
    column('uplift_is', 'text', 'add-on or divisor', ({ measures }) => measures.basis.upliftIs),
    column('tool', 'text', 'Tool of the workforce assessment', ({ measures }) => measures.basis.tool),
    column('assessed_on', 'date', 'Day of the assessment', ({ measures }) => measures.basis.assessedOn),
    column('census', 'date', 'Day on which staff were counted', ({ measures }) => measures.basis.census),
  ],
);

/** Every table of returns, the returns themselves first. */
export const engineTables: readonly EngineTable[] = [returns, ...answerTables, ...amountTables];
