import { z } from 'zod';
import { verb } from './access.ts';
import { importSource as source } from './import-shapes.ts';
import { refusals } from './refusals.ts';
import { civilDate, id, period, rate, trustCode } from './values.ts';

const { TRUST_UNKNOWN } = refusals;
const NO_SUCH_FIGURE = {
  status: 404,
  message: 'There is no such figure for this period. Open the figures again.',
} as const;

const minutes = z.number().int();
const plannedAndActual = z.object({ planned: minutes, actual: minutes });
const halves = z.object({ day: plannedAndActual, night: plannedAndActual });
/** Care hours in minutes; the fill rate is actual over planned. */
const unitFill = z.object({
  unit: z.string(),
  cells: z.object({ registered: halves, support: halves }),
  total: plannedAndActual,
});

/** Names of a figure from the outside in, such as ['units', 'Delivery Suite', 'fill_percent']: the printed names. */
const figureName = z.array(z.string()).min(1).max(4);
const formulas = z.array(z.object({ figure: figureName, formula: z.string() }));

const coordinator = z.object({
  unit: z.string(),
  /** When its shifts start: minutes after midnight. */
  starts: z.object({ day: minutes, night: minutes }),
  slots: z.array(
    z.object({ date: civilDate, half: z.enum(['day', 'night']), rostered: z.boolean(), actual: z.boolean() }),
  ),
  rostered: z.number().int(),
  actual: z.number().int(),
  both: rate,
});

const figures = z.object({
  period: z.object({ first: civilDate, last: civilDate }),
  sources: z.array(source),
  counts: z.object({
    onCall: z.number().int(),
    cancelled: z.number().int(),
    unfilled: z.number().int(),
    extra: z.number().int(),
    people: z.number().int(),
    agencyNames: z.number().int(),
  }),
  /** Hours left out of care hours and told apart. */
  apart: z.object({ management: minutes, coordinator: minutes, otherSupernumerary: minutes }),
  units: z.array(unitFill),
  all: unitFill,
  temporary: z.object({
    minutes: z.object({ substantive: minutes, bank: minutes, agency: minutes, none: minutes }),
    total: minutes,
    bankShare: rate,
    agencyShare: rate,
    temporaryShare: rate,
  }),
  headroom: z.object({
    groups: z.array(z.object({ group: z.string(), minutes, share: rate })),
    total: minutes,
    substantivePlanned: minutes,
    ofSubstantiveTime: rate,
    asAddOn: rate,
  }),
  coordinators: z.array(coordinator),
  clockChanges: z.array(
    z.object({ season: z.enum(['spring', 'autumn']), dutyDate: civilDate, duties: z.number().int(), minutes }),
  ),
  /** Duties of one person at the same time, by import and row. */
  overlaps: z.array(
    z.object({ person: z.string(), date: civilDate, rows: z.array(z.object({ batch: id, row: z.number().int() })) }),
  ),
  formulas,
});
export type RosterFiguresShown = z.infer<typeof figures>;

const supplies = z.object({ bank: minutes, agency: minutes });
const bookingFigures = z.object({
  period: z.object({ first: civilDate, last: civilDate }),
  sources: z.array(source),
  finalised: z.number().int(),
  unfinalised: z.number().int(),
  actual: supplies,
  actualTotal: minutes,
  agencyShare: rate,
  units: z.array(
    z.object({
      unit: z.string(),
      minutes: z.object({
        bank: z.object({ registered: minutes, support: minutes }),
        agency: z.object({ registered: minutes, support: minutes }),
      }),
    }),
  ),
  /** Where a roster of the same days has bank or agency duties too: they may be the same ones, so count one source only. */
  alsoInRoster: z.object({ minutes, sources: z.array(source) }).nullable(),
  formulas,
});
export type BookingFiguresShown = z.infer<typeof bookingFigures>;

/** A row behind a figure, and where it came from. */
const figureRow = z.object({
  table: z.enum(['duty', 'unavailability', 'booking']),
  batch: id,
  fileName: z.string(),
  sheet: z.string(),
  row: z.number().int(),
  /** Cells that were blank and read as those of another row: "Unit from row 7"; '' where none was. */
  given: z.string(),
  unit: z.string(),
  date: civilDate,
  person: z.string().nullable(),
  name: z.string().nullable(),
  band: z.string().nullable(),
  registered: z.boolean(),
  /** Shift and status of a duty, group and reason of an unavailability, supply and reason of a booking. */
  what: z.string(),
  /** Minutes after midnight of the date. */
  planned: z.object({ start: minutes, end: minutes }).nullable(),
  actual: z.object({ start: minutes, end: minutes }).nullable(),
  /** What the row adds to the figure: minutes, or 1 where rows are counted. */
  counts: z.number(),
  /** Part of what a rate is made of. */
  part: z.enum(['numerator', 'denominator']),
});
export type FigureRow = z.infer<typeof figureRow>;

const scope = { trust: trustCode, period: period.optional() };

export const rosters = {
  /** What there is to see: the imports of rosters and of bank and agency lists, with their periods. */
  overview: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode }))
    .output(z.object({ rosters: z.array(source), bankLists: z.array(source) })),
  /** Figures of the rosters of a period; without one, of all days that imports cover. Null where there is no roster. */
  figures: verb('view', 'figures').errors({ TRUST_UNKNOWN }).input(z.object(scope)).output(figures.nullable()),
  bookings: verb('view', 'figures').errors({ TRUST_UNKNOWN }).input(z.object(scope)).output(bookingFigures.nullable()),
  /** The rows that a figure is made of. */
  rows: verb('view', 'people')
    .errors({ TRUST_UNKNOWN, NO_SUCH_FIGURE })
    .input(
      z.object({
        ...scope,
        of: z.enum(['roster', 'bookings']).default('roster'),
        figure: figureName,
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(1000).default(100),
      }),
    )
    .output(z.object({ total: z.number().int(), rows: z.array(figureRow) })),
};
