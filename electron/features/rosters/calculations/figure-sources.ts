import type { RosterScope } from '../calculations.ts';
import { halves, type StaffType, staffTypes } from './shift-fill.ts';
import { type FigureSource, type RowSource, rowSource } from './sources.ts';
import { supplies } from './bookings.ts';

const notCancelled = { status: ['cancelled'] };
const flagOf = (type: StaffType) => (type === 'registered' ? 1 : 0);

function source(
  figure: readonly string[],
  formula: string,
  numerator: RowSource | readonly RowSource[],
  denominator: readonly RowSource[] = [],
): FigureSource {
  return { figure, formula, numerator: 'table' in numerator ? [numerator] : numerator, denominator };
}

/** The rows and the formula behind every figure that `rosterFiguresAsExpected` prints. `groups` are those of the rows. */
export function rosterFigureSources(scope: RosterScope, groups: readonly string[]): readonly FigureSource[] {
  return [
    ...countSources(),
    ...[...scope.units, null].flatMap(fillSources),
    ...temporarySources(),
    ...headroomSources(groups),
    ...(scope.coordinator === null ? [] : coordinatorSources(scope.coordinator.unit)),
  ];
}

function countSources(): FigureSource[] {
  const rows = (where: RowSource['where']) => rowSource('duty', 'rows', { where });
  const hours = (where: RowSource['where']) => rowSource('duty', 'actualMinutes', { where });
  const numbered = { given: ['person' as const] };
  const away = rowSource('unavailability', 'people', numbered);
  const substantive = rowSource('duty', 'people', { ...numbered, where: { fill: ['substantive'] } });
  const unnumbered = { where: { fill: ['agency'] }, given: ['name' as const], empty: ['person' as const] };
  return [
    source(['duty_rows'], 'accepted rows that are duties', rows({})),
    source(['unavailability_rows'], 'accepted rows with an unavailability', rowSource('unavailability', 'rows')),
    source(['on_call_rows'], 'duties on call', rows({ purpose: ['on_call'] })),
    source(['management_rows'], 'management duties', rows({ purpose: ['management'] })),
    source(['supernumerary_rows'], 'supernumerary duties', rows({ supernumerary: [1] })),
    source(['cancelled_rows'], 'cancelled duties', rows({ status: ['cancelled'] })),
    source(['unfilled_rows'], 'unfilled duties', rows({ status: ['unfilled'] })),
    source(['extra_rows'], 'extra duties', rows({ status: ['extra'] })),
    source(['people_distinct'], 'different staff numbers', [rowSource('duty', 'people', numbered), away]),
    source(['people_distinct_substantive'], 'different staff numbers with a substantive duty or an unavailability', [
      substantive,
      away,
    ]),
    source(
      ['agency_names_distinct'],
      'different names of agency workers without a number',
      rowSource('duty', 'names', unnumbered),
    ),
    source(['management_hours_actual'], 'actual hours of management duties', hours({ purpose: ['management'] })),
    source(
      ['supernumerary_hours_actual_coordinator'],
      'actual hours of supernumerary duties in charge',
      hours({ supernumerary: [1], inCharge: [1] }),
    ),
    source(
      ['supernumerary_hours_actual_other'],
      'actual hours of other supernumerary duties',
      hours({ supernumerary: [1], inCharge: [0] }),
    ),
  ];
}

function fillSources(unit: string | null): FigureSource[] {
  const sourcesOf = (names: string, more: RowSource['where']): FigureSource[] => {
    const where = { purpose: ['care'], supernumerary: [0], ...(unit === null ? {} : { unit: [unit] }), ...more };
    const planned = rowSource('duty', 'plannedMinutes', { where, except: notCancelled, given: ['plannedMinutes'] });
    const actual = rowSource('duty', 'actualMinutes', { where, given: ['actualMinutes'] });
    const at = (name: string) => ['units', unit ?? 'ALL', `${name}${names}`];
    return [
      source(at('planned_hours'), 'planned end - start - break of care duties that were not cancelled', planned),
      source(at('actual_hours'), 'actual end - start - break of care duties', actual),
      source(at('fill_percent'), 'actual care hours / planned care hours x 100', actual, [planned]),
    ];
  };
  const cells = staffTypes.flatMap((type) =>
    halves.flatMap((half) =>
      sourcesOf(`_${type}_${half}`, { registered: [flagOf(type)], night: [half === 'night' ? 1 : 0] }),
    ),
  );
  return [...cells, ...sourcesOf('', {})];
}

function temporarySources(): FigureSource[] {
  const hours = (fill: readonly string[]) =>
    rowSource('duty', 'actualMinutes', { where: fill.length === 0 ? {} : { fill }, except: { purpose: ['on_call'] } });
  const at = (name: string) => ['temporary_staffing', name];
  const all = hours([]);
  const ofAll = (who: string) => `actual hours of ${who} duties / all actual hours x 100, on call left out`;
  return [
    source(at('actual_hours_total'), 'actual hours of all duties, on call left out', all),
    source(at('actual_hours_substantive'), 'actual hours of substantive duties', hours(['substantive'])),
    source(at('actual_hours_bank'), 'actual hours of bank duties', hours(['bank'])),
    source(at('actual_hours_agency'), 'actual hours of agency duties', hours(['agency'])),
    source(at('bank_share_percent'), ofAll('bank'), hours(['bank']), [all]),
    source(at('agency_share_percent'), ofAll('agency'), hours(['agency']), [all]),
    source(at('temporary_share_percent'), ofAll('bank and agency'), hours(['bank', 'agency']), [all]),
  ];
}

function headroomSources(groups: readonly string[]): FigureSource[] {
  const away = (where: RowSource['where']) => rowSource('unavailability', 'minutes', { where });
  const all = away({});
  const where = { fill: ['substantive'] };
  const planned = rowSource('duty', 'plannedMinutes', { where, except: { ...notCancelled, purpose: ['on_call'] } });
  const at = (...names: string[]) => ['unavailability', ...names];
  const part = 'hours away / (all hours away + planned substantive hours) x 100';
  return [
    ...groups.flatMap((group) => [
      source(at('hours', group), `hours of ${group}`, away({ group: [group] })),
      source(at('percent_of_substantive_time', group), part, away({ group: [group] }), [all, planned]),
    ]),
    source(at('total_hours'), 'hours away of all groups', all),
    source(
      at('substantive_planned_duty_hours'),
      'planned hours of substantive duties not cancelled, on call left out',
      planned,
    ),
    source(at('total_percent_of_substantive_time'), part, all, [all, planned]),
    source(at('total_percent_as_add_on'), 'hours away / planned substantive hours x 100', all, [planned]),
  ];
}

function coordinatorSources(unit: string): FigureSource[] {
  const where = { unit: [unit], registered: [1], inCharge: [1], supernumerary: [1] };
  const rows = (given: RowSource['given']) => rowSource('duty', 'slots', { where, except: notCancelled, given });
  const at = (name: string) => ['coordinator', name];
  return [
    source(
      at('slots_rostered'),
      'shifts with a registered, supernumerary coordinator in charge planned from their start',
      rows(['plannedStart']),
    ),
    source(
      at('slots_actual_at_start'),
      'shifts with such a coordinator there at or before their start',
      rows(['actualStart']),
    ),
    source(at('percent_meeting_both'), 'shifts both rostered and actual / all shifts x 100', rows([])),
  ];
}

/** The rows and the formula behind every figure that `bookingFiguresAsExpected` prints. */
export function bookingFigureSources(units: readonly string[]): readonly FigureSource[] {
  const finalised = { finalised: [1] };
  const rows = (where: RowSource['where'], measure: RowSource['measure']) => rowSource('booking', measure, { where });
  const actual = (where: RowSource['where']) => rows({ ...finalised, ...where }, 'actualMinutes');
  const bySupply = supplies.map((supply) =>
    source([`actual_hours_${supply}`], `actual hours of finalised ${supply} bookings`, actual({ supply: [supply] })),
  );
  const byUnit = units.flatMap((unit) =>
    supplies.flatMap((supply) =>
      staffTypes.map((type) =>
        source(
          ['units', unit, `actual_hours_${supply}_${type}`],
          `actual hours of finalised ${supply} bookings, ${type}`,
          actual({ unit: [unit], supply: [supply], registered: [flagOf(type)] }),
        ),
      ),
    ),
  );
  return [
    source(['rows_finalised'], 'finalised bookings', rows(finalised, 'rows')),
    source(['rows_unfinalised'], 'bookings that are not finalised', rows({ finalised: [0] }, 'rows')),
    source(
      ['request_ids_blank'],
      'bookings without a request id',
      rowSource('booking', 'rows', { empty: ['requestId'] }),
    ),
    source(['planned_hours_all_accepted'], 'planned hours of all bookings', rows({}, 'plannedMinutes')),
    source(['planned_hours_finalised'], 'planned hours of finalised bookings', rows(finalised, 'plannedMinutes')),
    source(['actual_hours_finalised'], 'actual hours of finalised bookings', actual({})),
    ...bySupply,
    source(['actual_hours_night'], 'actual hours of finalised night bookings', actual({ night: [1] })),
    source(
      ['agency_share_of_temporary_percent'],
      'agency hours / bank and agency hours x 100',
      actual({ supply: ['agency'] }),
      [actual({})],
    ),
    ...byUnit,
  ];
}
