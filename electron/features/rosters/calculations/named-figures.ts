import { hoursOfMinutes, roundedPercent } from '../../../core/rates.ts';
import type { RosterFigures } from '../calculations.ts';
import { type BookingFigures, supplies } from './bookings.ts';
import { slotKey } from './coordinator.ts';
import { fillRate, halves, staffTypes, type UnitFill } from './shift-fill.ts';

/** Figures by name, the unit of measure in the name: what the command line prints and promises. */
export type NamedFigures = Record<string, unknown>;

/** Roster figures under their printed names: hours and percent to two decimals, null where there is no rate. */
export function rosterFiguresAsExpected(figures: RosterFigures): NamedFigures {
  const { counts, apart, period } = figures;
  return {
    period_first: period.first,
    period_last: period.last,
    first_duty_date: figures.dates?.first ?? null,
    last_duty_date: figures.dates?.last ?? null,
    duty_rows: counts.duties,
    unavailability_rows: counts.unavailability,
    on_call_rows: counts.onCall,
    management_rows: counts.management,
    supernumerary_rows: counts.supernumerary,
    cancelled_rows: counts.cancelled,
    unfilled_rows: counts.unfilled,
    extra_rows: counts.extra,
    people_distinct: counts.people,
    people_distinct_substantive: counts.substantivePeople,
    agency_names_distinct: counts.agencyNames,
    management_hours_actual: hoursOfMinutes(apart.management),
    supernumerary_hours_actual_coordinator: hoursOfMinutes(apart.coordinator),
    supernumerary_hours_actual_other: hoursOfMinutes(apart.otherSupernumerary),
    units: Object.fromEntries([...figures.units, figures.all].map((fill) => [fill.unit, namedFill(fill)])),
    temporary_staffing: namedTemporary(figures),
    unavailability: namedHeadroom(figures),
    ...(figures.coordinator === null ? {} : { coordinator: namedCoordinator(figures.coordinator) }),
    ...namedClockChanges(figures),
    overlapping_duties_row_pairs: figures.overlaps.map(([one, other]) => [one.row, other.row]),
  };
}

/** Figures of a bank and agency list under their printed names. `layout` is that of the list, null for several. */
export function bookingFiguresAsExpected(figures: BookingFigures, layout: string | null): NamedFigures {
  return {
    ...(layout === null ? {} : { layout }),
    rows_finalised: figures.finalised,
    rows_unfinalised: figures.unfinalised,
    request_ids_blank: figures.requestIdsBlank,
    request_ids_reused_rows: figures.requestIdsReused,
    planned_hours_all_accepted: hoursOfMinutes(figures.plannedAll),
    planned_hours_finalised: hoursOfMinutes(figures.plannedFinalised),
    actual_hours_finalised: hoursOfMinutes(figures.actualTotal),
    actual_hours_bank: hoursOfMinutes(figures.actual.bank),
    actual_hours_agency: hoursOfMinutes(figures.actual.agency),
    actual_hours_night: hoursOfMinutes(figures.actualNight),
    agency_share_of_temporary_percent: roundedPercent(figures.agencyShare),
    units: Object.fromEntries(
      figures.units.map(({ unit, minutes }) => [
        unit,
        Object.fromEntries(
          supplies.flatMap((supply) =>
            staffTypes.map((type) => [`actual_hours_${supply}_${type}`, hoursOfMinutes(minutes[supply][type])]),
          ),
        ),
      ]),
    ),
  };
}

function namedFill({ cells, total }: UnitFill): NamedFigures {
  const named: NamedFigures = {};
  for (const type of staffTypes) {
    for (const half of halves) {
      const cell = cells[type][half];
      named[`planned_hours_${type}_${half}`] = hoursOfMinutes(cell.planned);
      named[`actual_hours_${type}_${half}`] = hoursOfMinutes(cell.actual);
      named[`fill_percent_${type}_${half}`] = roundedPercent(fillRate(cell));
    }
  }
  named['planned_hours'] = hoursOfMinutes(total.planned);
  named['actual_hours'] = hoursOfMinutes(total.actual);
  named['fill_percent'] = roundedPercent(fillRate(total));
  return named;
}

function namedTemporary({ temporary }: RosterFigures): NamedFigures {
  return {
    actual_hours_total: hoursOfMinutes(temporary.total),
    actual_hours_substantive: hoursOfMinutes(temporary.minutes.substantive),
    actual_hours_bank: hoursOfMinutes(temporary.minutes.bank),
    actual_hours_agency: hoursOfMinutes(temporary.minutes.agency),
    bank_share_percent: roundedPercent(temporary.bankShare),
    agency_share_percent: roundedPercent(temporary.agencyShare),
    temporary_share_percent: roundedPercent(temporary.temporaryShare),
  };
}

function namedHeadroom({ headroom }: RosterFigures): NamedFigures {
  return {
    hours: Object.fromEntries(headroom.groups.map(({ group, minutes }) => [group, hoursOfMinutes(minutes)])),
    total_hours: hoursOfMinutes(headroom.total),
    substantive_planned_duty_hours: hoursOfMinutes(headroom.substantivePlanned),
    percent_of_substantive_time: Object.fromEntries(
      headroom.groups.map(({ group, share }) => [group, roundedPercent(share)]),
    ),
    total_percent_of_substantive_time: roundedPercent(headroom.ofSubstantiveTime),
    total_percent_as_add_on: roundedPercent(headroom.asAddOn),
  };
}

function namedCoordinator(cover: NonNullable<RosterFigures['coordinator']>): NamedFigures {
  const { slots } = cover;
  const named = (some: typeof slots) => some.map(({ date, half }) => slotKey(date, half));
  return {
    unit: cover.unit,
    slots: slots.length,
    slots_rostered: cover.rostered,
    slots_actual_at_start: cover.actual,
    slots_meeting_both: cover.both.numerator,
    slots_without_actual_supernumerary_coordinator: slots.length - cover.actual,
    percent_meeting_both: roundedPercent(cover.both),
    without_actual: named(slots.filter((slot) => !slot.actual)),
    not_rostered: named(slots.filter((slot) => !slot.rostered)),
  };
}

/** One entry for each season in which a duty crossed the change; over several years the latest of the season. */
function namedClockChanges({ clockChanges }: RosterFigures): NamedFigures {
  const crossed = clockChanges.filter(({ duties }) => duties.length > 0);
  if (crossed.length === 0) return {};
  return {
    clock_change: Object.fromEntries(
      crossed.map(({ season, dutyDate, duties, minutes }) => [
        season,
        {
          duty_date: dutyDate,
          actual_duties_across_change: duties.length,
          elapsed_minus_wall_clock_hours: hoursOfMinutes(minutes),
        },
      ]),
    ),
  };
}
