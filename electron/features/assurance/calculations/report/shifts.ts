import type { Rate } from '../../../../core/rates.ts';
import { type CoordinatorRates, coordinatorByMonth, coordinatorRates } from '../coordinator-months.ts';
import { monthTitle } from '../months.ts';
import type { CoordinatorShifts, Hours, Oversight, RosterOversight, UnitHours } from '../oversight.ts';
import { counted, percentInWords } from '../../../../core/words.ts';
import { hoursInWords } from '../words.ts';
import { chartOf, note, paragraph, type Section, tableOf } from './parts.ts';

const noRoster = 'No roster covers the period. Import the duty rosters of its months on the Imports screen.';
const rateOf = ({ planned, actual }: Hours): Rate => ({ numerator: actual, denominator: planned });

/** Planned and actual staffing: hours worked over hours planned, by unit, registered and support, day and night. */
export function fillSection({ rosters }: Oversight): Section {
  const title = 'Planned and actual staffing';
  if (rosters === null) return { title, says: [], blocks: [note(noRoster)] };
  const says = [fillInWords(rosters)];
  const row = (unit: UnitHours) => [
    unit.unit,
    ...[unit.registeredDay, unit.registeredNight, unit.supportDay, unit.supportNight].map((hours) => shareOf(hours)),
    hoursInWords(unit.total.planned),
    hoursInWords(unit.total.actual),
    shareOf(unit.total),
  ];
  return {
    title,
    says,
    blocks: [
      ...says.map(paragraph),
      ...coverNote(rosters),
      tableOf({
        title: 'Shift fill by unit',
        words: ['Unit'],
        figures: [
          'Registered, day',
          'Registered, night',
          'Support, day',
          'Support, night',
          'Planned h',
          'Actual h',
          'All',
        ],
        rows: rosters.units.map(row),
        total: row({ ...rosters.all, unit: 'All units' }),
        notes: ['Actual care hours ÷ planned care hours, bank and agency included; it may exceed 100 %.'],
      }),
      // A roster may hold no care hours at all, such as one of on-call duties.
      ...(rosters.units.length === 0
        ? []
        : [
            chartOf(
              {
                type: 'bar',
                title: 'Shift fill by unit',
                unit: '% of planned hours',
                decimals: 1,
                lowest: null,
                highest: 100,
                categories: rosters.units.map(({ unit }) => unit),
                series: [
                  { name: 'Shift fill', values: rosters.units.map(({ total }) => percentOfChart(rateOf(total))) },
                ],
              },
              (value) => `${value.toFixed(2)} %`,
            ),
          ]),
    ],
  };
}

const shareOf = (hours: Hours) => (hours.planned === 0 ? '–' : percentInWords(rateOf(hours)));

function fillInWords({ all }: RosterOversight): string {
  return `${percentInWords(rateOf(all.total))} of planned care hours were worked (${hoursInWords(all.total.actual)} of ${hoursInWords(all.total.planned)} hours): registered staff ${shareOf(all.registeredDay)} by day and ${shareOf(all.registeredNight)} by night, support staff ${shareOf(all.supportDay)} by day and ${shareOf(all.supportNight)} by night.`;
}

/** The supernumerary coordinator: rostered, and there at the start of every shift. */
export function coordinatorSection({ rosters, months }: Oversight): Section {
  const title = 'Supernumerary labour ward coordinator';
  if (rosters === null) return { title, says: [], blocks: [note(noRoster)] };
  const covers = rosters.coordinators.filter(({ shifts }) => shifts.length > 0);
  if (covers.length === 0)
    return {
      title,
      says: [],
      blocks: [
        note(
          'No unit on the rosters is a delivery suite or rosters a coordinator. Set the kind of each unit on the Trust and units screen.',
        ),
      ],
    };
  const says = covers.map(coordinatorInWords);
  return {
    title,
    says,
    blocks: [
      ...says.map(paragraph),
      ...coverNote(rosters),
      ...covers.flatMap((cover) => coordinatorBlocks(cover, months)),
    ],
  };
}

function coordinatorInWords({ unit, shifts }: CoordinatorShifts): string {
  const { rostered, actual, both } = coordinatorRates(shifts);
  if (both.numerator === both.denominator)
    return `${unit}: a supernumerary coordinator was rostered and there at the start of every one of ${counted(both.denominator, 'shift')}.`;
  return `${unit}: a supernumerary coordinator was rostered and there at the start of ${both.numerator} of ${counted(both.denominator, 'shift')} (${percentInWords(both)}); rostered on ${rostered.numerator}, there at the start of ${actual.numerator}.`;
}

function coordinatorBlocks({ unit, shifts }: CoordinatorShifts, months: readonly string[]): Section['blocks'] {
  const byMonth = coordinatorByMonth(shifts, months).map((rates, index) => ({ month: months[index]!, rates }));
  const known = byMonth.filter(({ rates }) => rates.both.denominator > 0);
  const row = (name: string, { rostered, actual, both }: CoordinatorRates) => [
    name,
    String(both.denominator),
    String(rostered.numerator),
    String(actual.numerator),
    String(both.numerator),
    percentInWords(both),
  ];
  const table = tableOf({
    title: `Coordinator by month, ${unit}`,
    words: ['Month'],
    figures: ['Shifts', 'Rostered', 'There at the start', 'Both', 'Share'],
    rows: known.map(({ month, rates }) => row(monthTitle(month), rates)),
    total: row('All months', coordinatorRates(shifts)),
  });
  if (known.length < 2) return [table];
  return [
    table,
    chartOf(
      {
        type: 'line',
        title: `Shifts with the coordinator rostered and there at the start, ${unit}`,
        unit: '% of shifts',
        decimals: 1,
        lowest: lowestOf(byMonth.map(({ rates }) => percentOfChart(rates.both))),
        highest: 100,
        categories: months.map((month) => monthTitle(month, true)),
        series: [{ name: unit, values: byMonth.map(({ rates }) => percentOfChart(rates.both)) }],
      },
      (value) => `${value.toFixed(2)} %`,
    ),
  ];
}

/** A rate in percent with two decimals for a chart; null where there is none. */
export function percentOfChart({ numerator, denominator }: Rate): number | null {
  return denominator === 0 ? null : Math.round((numerator * 10_000) / denominator) / 100;
}

/** Where the axis of a share starts, so that what happens near 100 % can be seen: a ten below the lowest value. */
export function lowestOf(shares: readonly (number | null)[]): number {
  const known = shares.filter((share) => share !== null);
  return Math.max(0, Math.floor(Math.min(100, ...known) / 10 - 0.000_01) * 10);
}

function coverNote({ days, daysCovered }: RosterOversight): Section['blocks'] {
  if (daysCovered >= days) return [];
  return [
    note(
      `Rosters were imported for ${daysCovered} of the ${days} days of the period. The figures are of those days; import the other rosters to complete them.`,
    ),
  ];
}
