import type { Placements } from '#contract';
import { groupedBy } from '../../../core/grouped.ts';

/** An area's week as it was entered. */
export interface EnteredWeek {
  readonly id: number;
  readonly area: string;
  readonly week: string;
  readonly supervisedShifts: number;
  readonly shiftsNeeded: number;
  readonly auditDate: string | null;
  readonly qualityNote: string | null;
}

export interface EnteredPlaces {
  readonly id: number;
  readonly placementWeekId: number;
  readonly university: string;
  readonly learner: string;
  readonly released: number;
  readonly filled: number;
  readonly unfilledReason: string | null;
}

/** Whole places: supervised shifts of the week ÷ shifts that one student needs, what is left over is no place. */
function capacityOf({ supervisedShifts, shiftsNeeded }: Pick<EnteredWeek, 'supervisedShifts' | 'shiftsNeeded'>) {
  return Math.floor(supervisedShifts / shiftsNeeded);
}

type Worked = Pick<Placements, 'weeks' | 'areas' | 'universities' | 'reasons' | 'all'>;

/** Capacity, released and filled places by week, area and university. Rates add both sides up; none is averaged. */
export function placementFigures(
  weeks: readonly EnteredWeek[],
  places: readonly EnteredPlaces[],
  learnerName: (key: string) => string,
): Worked {
  const ofWeek = new Map<number, EnteredPlaces[]>(weeks.map(({ id }) => [id, []]));
  for (const one of places) ofWeek.get(one.placementWeekId)?.push(one);
  const shown = weeks.map((week) => {
    const own = ofWeek.get(week.id) ?? [];
    const capacity = capacityOf(week);
    const released = sum(own, (one) => one.released);
    return {
      ...week,
      capacity,
      released,
      filled: sum(own, (one) => one.filled),
      overReleased: released > capacity,
      places: own.map(({ placementWeekId: _week, ...one }) => ({
        ...one,
        learnerName: learnerName(one.learner),
        unfilled: one.released - one.filled,
      })),
    };
  });
  const inView = shown.flatMap((week) => week.places);
  const totals = (some: typeof shown) => ({
    capacity: sum(some, (one) => one.capacity),
    released: sum(some, (one) => one.released),
    filled: sum(some, (one) => one.filled),
  });
  const all = totals(shown);
  return {
    weeks: shown,
    areas: inGroups(shown, ({ area }) => area).map(([area, some]) => {
      const total = totals(some);
      return {
        area,
        weeks: some.length,
        ...total,
        filledOfCapacity: { numerator: total.filled, denominator: total.capacity },
      };
    }),
    universities: inGroups(inView, ({ university }) => university).map(([university, some]) => {
      const [released, filled] = [sum(some, (one) => one.released), sum(some, (one) => one.filled)];
      return { university, released, filled, filledOfReleased: { numerator: filled, denominator: released } };
    }),
    reasons: inGroups(
      inView.filter(({ unfilled }) => unfilled > 0),
      ({ unfilledReason }) => unfilledReason ?? 'No reason given',
    ).map(([reason, some]) => ({ reason, places: sum(some, (one) => one.unfilled) })),
    all: {
      ...all,
      filledOfCapacity: { numerator: all.filled, denominator: all.capacity },
      filledOfReleased: { numerator: all.filled, denominator: all.released },
    },
  };
}

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);

function inGroups<Row>(rows: readonly Row[], keyOf: (row: Row) => string) {
  return [...groupedBy(rows, keyOf)].sort(([one], [other]) => (one < other ? -1 : 1));
}
