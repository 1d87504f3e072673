import type { Rate, ReturnFigure, ReturnMeasure, RosterRow, TemporaryRow } from '#contract';
import { daysBetween } from '../../../core/dates.ts';
import { fillRate, halves, shiftFill, staffTypes, type UnitFill } from '../../rosters/calculations/shift-fill.ts';
import { temporaryStaffing } from '../../rosters/calculations/temporary.ts';
import type { DutySum } from '../../rosters/calculations/duty-sums.ts';
import { percentInWords } from '../../../core/words.ts';
import { counted, hoursInWords } from './words.ts';

/** The period that the duties are of, the trust's units in their order, and the files that the duties came from. */
export interface RosterPeriod {
  readonly title: string;
  readonly first: string;
  readonly last: string;
  readonly units: readonly string[];
  readonly sources: readonly string[];
  /** Days of the period that have a duty. */
  readonly days: number;
}

const STAFF = { registered: 'Registered', support: 'Support' } as const;

/** Hours by unit, day or night and staff type, of units that have any; then of all units. */
export function rosterRows(duties: readonly DutySum[], units: readonly string[]): RosterRow[] {
  if (!duties.length) return [];
  const { units: each, all } = shiftFill(duties, units);
  const rowsOf = (fill: UnitFill, unit: string | null) =>
    staffTypes.flatMap((staff) =>
      halves.map((shift) => {
        const { planned, actual } = fill.cells[staff][shift];
        return { unit, shift, staff, plannedMinutes: planned, actualMinutes: actual };
      }),
    );
  const counting = each.filter(({ total }) => total.planned > 0 || total.actual > 0);
  return [...counting.flatMap((fill) => rowsOf(fill, fill.unit)), ...rowsOf(all, null)];
}

/** Actual hours by who filled them: each unit that has any, then all units. */
export function temporaryRows(duties: readonly DutySum[], units: readonly string[]): TemporaryRow[] {
  if (!duties.length) return [];
  const rowOf = (own: readonly DutySum[], unit: string | null): TemporaryRow => {
    const { minutes } = temporaryStaffing(own);
    return {
      unit,
      substantiveMinutes: minutes.substantive,
      bankMinutes: minutes.bank,
      agencyMinutes: minutes.agency,
      otherMinutes: minutes.none,
    };
  };
  const names = [...new Set([...units, ...duties.map(({ unit }) => unit)])];
  const each = names.map((name) => duties.filter(({ unit }) => unit === name)).filter((own) => own.length > 0);
  return [...each.map((own) => rowOf(own, own[0]?.unit ?? null)), rowOf(duties, null)];
}

/** What the rosters of the period prove for 4.2: shift fill, and the share of hours that bank and agency worked. */
export function rosterFigures(duties: readonly DutySum[], period: RosterPeriod): ReturnFigure[] {
  if (!duties.length) return [];
  const shared = {
    reference: '4.2',
    source: `Rosters: ${period.sources.join('; ')}`,
    of: period.title,
    warnings: coverageWarnings(period),
    rests: { from: period.first, on: period.last },
  };
  return [
    { ...fillFigure(duties, period), ...shared },
    { ...temporaryFigure(duties, period), ...shared },
  ];
}

type FigureHead = Pick<ReturnFigure, 'key' | 'title' | 'measures' | 'sentence'>;

function fillFigure(duties: readonly DutySum[], { title, units }: RosterPeriod): FigureHead {
  const { all } = shiftFill(duties, units);
  const measure = (key: string, name: string, hours: UnitFill['total']): ReturnMeasure => ({
    key,
    title: name,
    kind: 'rate',
    value: hours.planned === 0 ? null : fillRate(hours),
    formula: 'actual hours ÷ planned hours',
    inputs: [
      { title: 'actual', kind: 'minutes', value: hours.actual },
      { title: 'planned', kind: 'minutes', value: hours.planned },
    ],
    note: null,
  });
  const parts = staffTypes.flatMap((staff) =>
    halves.map((half) => measure(`${staff} ${half}`, `${STAFF[staff]}, ${half}`, all.cells[staff][half])),
  );
  const said = parts
    .map(({ title: name, value }) => `${name.toLowerCase()} ${percentInWords(value as Rate | null)}`)
    .join('; ');
  return {
    key: 'shift fill',
    title: 'Shift fill',
    measures: [measure('all', 'All care hours', all.total), ...parts],
    sentence:
      `In ${title}, ${percentInWords(fillRate(all.total))} of planned care hours were filled ` +
      `(${hoursInWords(all.total.actual)} of ${hoursInWords(all.total.planned)}): ${said}.`,
  };
}

function temporaryFigure(duties: readonly DutySum[], { title }: RosterPeriod): FigureHead {
  const { minutes, total, bankShare, agencyShare, temporaryShare } = temporaryStaffing(duties);
  const measure = (key: string, name: string, value: Rate): ReturnMeasure => ({
    key,
    title: name,
    kind: 'rate',
    value: total === 0 ? null : value,
    formula: `${name.toLowerCase().replace(' share', '')} hours ÷ all actual hours but on call`,
    inputs: [
      { title: 'hours', kind: 'minutes', value: value.numerator },
      { title: 'all', kind: 'minutes', value: total },
    ],
    note: null,
  });
  return {
    key: 'temporary staffing',
    title: 'Temporary staffing',
    measures: [
      measure('temporary', 'Bank and agency share', temporaryShare),
      measure('bank', 'Bank share', bankShare),
      measure('agency', 'Agency share', agencyShare),
    ],
    sentence:
      `In ${title}, bank and agency staff worked ${percentInWords(temporaryShare)} of all actual hours ` +
      `(bank ${hoursInWords(minutes.bank)}, agency ${hoursInWords(minutes.agency)}, of ${hoursInWords(total)}).`,
  };
}

/** A figure of a period whose rosters cover fewer days says so. */
function coverageWarnings({ first, last, days: covered }: RosterPeriod): string[] {
  const days = daysBetween(first, last) + 1;
  return covered < days ? [`The rosters have duties on ${counted(covered, 'day')} of the ${days} of the period.`] : [];
}
