import type { MeasureDefinition, ReturnDocument, RosterRow, TemporaryRow, WorkforceRow } from '#contract';
import { isOwn } from '../../returns/calculations/own-measures.ts';
import { fingerprintOf } from '../../returns/own-measures/measures-file.ts';
import type { EngineMeasureValue } from './protected-values.ts';
import { column, type EngineTable, tableOf } from './table.ts';

const packs = tableOf<ReturnDocument['packs'][number]>(
  'packs',
  'Packs of rules that the return was made with.',
  ({ packs: all }) => all,
  [column('pack', 'text', 'Pack', ({ id }) => id), column('version', 'text', 'Version', ({ version }) => version)],
);

const measures = tableOf<MeasureDefinition>(
  'measures',
  'Measures as the return defines them.',
  ({ measures: { definitions } }) => definitions,
  [
    column('measure', 'text', 'Id', ({ id }) => id),
    column('short_name', 'text', 'Short name', ({ shortName }) => shortName),
    column('unit', 'text', 'wte is hundred-thousandths of a whole-time equivalent', ({ unit }) => unit),
    column('numerator_is', 'text', 'What is counted', ({ numerator }) => numerator),
    column('denominator_is', 'text', 'Of what; empty for a plain count', ({ denominator }) => denominator),
    column('has_denominator', 'boolean', 'False for a plain count', ({ denominator }) => denominator !== null),
    column(
      'denominator_per',
      'integer',
      'What the denominator is divided by: 2 for an average of two counts',
      ({ denominatorPer }) => denominatorPer,
    ),
    column('direction', 'text', 'Which way is better: up, down or none', ({ direction }) => direction),
    column('definition', 'text', 'Of a measure that no pack has: what tells its definition from others', (one) =>
      isOwn(one) ? fingerprintOf(one) : null,
    ),
    column('of_people', 'boolean', 'True where small counts may tell of a person', ({ ofPeople }) => ofPeople),
  ],
);

/** The last of the tables to be written: which numbers may be told is known once all returns are compiled. */
export const valuesTable = tableOf<EngineMeasureValue>(
  'measure_values',
  'Numerators and denominators, in the units of the measure.',
  ({ measures: { values: all } }) => all,
  [
    column('measure', 'text', 'Id of the measure', ({ measure }) => measure),
    column('part', 'text', 'Staff group or other part; empty for the whole trust', ({ group }) => group),
    column('numerator', 'integer', 'Empty where it is not shown', ({ numerator }) => numerator),
    column('numerator_state', 'text', 'shown, small, withheld or not known', (one) => one.numeratorState),
    column('denominator', 'integer', 'Empty where it is not shown', ({ denominator }) => denominator),
    column('denominator_state', 'text', 'shown, small, withheld or not known', (one) => one.denominatorState),
    column('restated', 'boolean', 'True where the first that the trust returned was another', (one) => one.restated),
    column('from_day', 'date', 'First day counted; empty for a census', ({ from }) => from),
    column('on_day', 'date', 'Census day, or last day counted', ({ on }) => on),
    column('formula', 'text', 'How it was worked out', ({ formula }) => formula),
    column('pack', 'text', 'Pack that the formula follows', ({ pack }) => pack),
  ],
);

const wte = (name: string, about: string, of: (row: WorkforceRow) => number | null) =>
  column<WorkforceRow>(name, 'integer', `${about}, hundred-thousandths of a WTE; empty where it is not known`, of);

const workforce = tableOf<WorkforceRow>(
  'workforce',
  'Establishment by line, and summed over staff groups, units and the trust.',
  ({ workforce: { rows } }) => rows,
  [
    column('level', 'text', 'line, staff group, unit or trust', ({ level }) => level),
    column('unit', 'text', 'Unit', ({ unit }) => unit),
    column('staff_group', 'text', 'Staff group', ({ staffGroup }) => staffGroup),
    column('band', 'text', 'Band', ({ band }) => band),
    wte('required', 'Required', ({ required }) => required),
    wte('funded', 'Funded', ({ funded }) => funded),
    wte('in_post', 'In post', ({ inPost }) => inPost),
    wte('required_less_funded', 'Required less funded', ({ requiredLessFunded }) => requiredLessFunded),
    wte('vacancy', 'Vacancy, over-established lines set against it', ({ vacancy }) => vacancy),
    wte('gross_vacancy', 'Vacancies alone', ({ grossVacancy }) => grossVacancy),
    wte('required_less_in_post', 'Required less in post', ({ requiredLessInPost }) => requiredLessInPost),
    column('tool', 'text', 'Tool of the assessment', ({ requiredTool }) => requiredTool),
    column('assessed_on', 'date', 'Day of the assessment', ({ requiredDate }) => requiredDate),
  ],
);

const fill = tableOf<RosterRow>('shift_fill', 'Planned and actual time of shifts.', ({ rosters }) => rosters.fill, [
  column('unit', 'text', 'Unit; empty for all', ({ unit }) => unit),
  column('shift', 'text', 'day or night', ({ shift }) => shift),
  column('staff', 'text', 'registered or support', ({ staff }) => staff),
  column('planned_minutes', 'integer', 'Planned', ({ plannedMinutes }) => plannedMinutes),
  column('actual_minutes', 'integer', 'Worked', ({ actualMinutes }) => actualMinutes),
]);

const temporary = tableOf<TemporaryRow>(
  'temporary_staffing',
  'Time worked by who filled it.',
  ({ rosters }) => rosters.temporary,
  [
    column('unit', 'text', 'Unit; empty for all', ({ unit }) => unit),
    column('substantive_minutes', 'integer', 'Own staff', ({ substantiveMinutes }) => substantiveMinutes),
    column('bank_minutes', 'integer', 'Bank', ({ bankMinutes }) => bankMinutes),
    column('agency_minutes', 'integer', 'Agency', ({ agencyMinutes }) => agencyMinutes),
    column('other_minutes', 'integer', 'Where the roster does not say', ({ otherMinutes }) => otherMinutes),
  ],
);

/** What trusts count. */
export const amountTables: readonly EngineTable[] = [packs, measures, valuesTable, workforce, fill, temporary];

/** Sums that stand in place of what an engine adds up, where a trust's number is left out of them. */
export const sumsTable: Omit<EngineTable, 'rows'> = {
  name: 'protected_sums',
  about:
    'The system’s sum of each measure of which a trust’s number is left out; empty where tables hold what was sent.',
  columns: [
    { name: 'period', type: 'text', about: 'Period' },
    { name: 'measure', type: 'text', about: 'Id of the measure' },
    { name: 'part', type: 'text', about: 'Staff group or other part; empty for the whole' },
    { name: 'numerator', type: 'integer', about: 'Empty where it is not shown' },
    { name: 'numerator_state', type: 'text', about: 'shown, small, withheld or not known' },
    { name: 'denominator', type: 'integer', about: 'Empty where it is not shown' },
    { name: 'denominator_state', type: 'text', about: 'shown, small, withheld or not known' },
    { name: 'trusts_in_sum', type: 'integer', about: 'Trusts that returned both' },
    { name: 'trusts_without_rate', type: 'integer', about: 'Of them, with a denominator of nought' },
  ],
};
