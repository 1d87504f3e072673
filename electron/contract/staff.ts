import { z } from 'zod';
import { verb } from './access.ts';
import { importSource } from './import-shapes.ts';
import { refusals } from './refusals.ts';
import { staffListRow, staffListSort, staffListVerbs } from './staff-list.ts';
import { noListYet, staffRatesVerbs } from './staff-rates.ts';
import { civilDate, id, period, rate, trustCode } from './values.ts';

const { TRUST_UNKNOWN } = refusals;
const NO_LIST_YET = noListYet;

const count = z.number().int();
/** Hundred-thousandths of a WTE or FTE. */
const wte = z.number().int();
const remark = z.object({ code: z.string(), message: z.string() });
const shownPeriod = z.object({ first: civilDate, last: civilDate });

/** Where a row was read: the import, its file and sheet, and the row of the sheet. */
const readAt = { batch: id, fileName: z.string(), sheet: z.string(), row: count };
const paging = { offset: count.min(0).default(0), limit: count.min(1).max(1000).default(100) };

/** WTE in post and available, in hundred-thousandths; available is null where the list does not give the status. */
const inPostWte = { wte, available: wte.nullable() };
const groupAndBand = { group: z.string(), groupName: z.string(), band: z.string() };

const inPost = z.object({
  /** The day of the staff list in force on the day that was asked for. */
  census: civilDate,
  sources: z.array(importSource),
  assignments: count,
  people: count,
  ...inPostWte,
  /** People by the group of their primary assignment. */
  groups: z.array(z.object({ group: z.string(), groupName: z.string(), heads: count, ...inPostWte })),
  bands: z.array(z.object({ ...groupAndBand, ...inPostWte })),
  /** By unit and cost centre, as the list spells them. */
  places: z.array(
    z.object({
      unit: z.string().nullable(),
      costCentre: z.string().nullable(),
      ...groupAndBand,
      assignments: count,
      ...inPostWte,
    }),
  ),
  /** By the NHS staff group that the list gives: support workers are found in 07, where a list filtered on 03 loses them. */
  staffGroups: z.array(
    z.object({
      staffGroup: z.string().nullable(),
      group: z.string(),
      groupName: z.string(),
      assignments: count,
      ...inPostWte,
    }),
  ),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
});

const groupLeavers = z.object({
  key: z.string(),
  groups: z.array(z.string()),
  headsStart: count,
  headsEnd: count,
  leavers: count,
  stayed: count,
  fteStart: wte,
  fteEnd: wte,
  leaversFte: wte,
  avoidable: count,
  voluntary: count,
  /** Leavers over the mean of heads at start and end, stayers over heads at the start, FTE left over mean FTE. */
  leaverRate: rate,
  stability: rate,
  leaverRateFte: rate,
});

const whyNotALeaver = z.enum(['bank', 'merged_duplicate', 'not_substantive', 'still_in_post', 'same_person']);

const leavers = z.object({
  period: shownPeriod,
  /** The day before the period, at whose close the start is counted. */
  startCensus: civilDate,
  /** The day of the staff list that was used. */
  census: civilDate,
  sources: z.array(importSource),
  groups: z.array(groupLeavers),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
  remarks: z.array(remark),
});

const leaverEvent = z.object({
  ...readAt,
  person: z.string(),
  assignment: z.string(),
  name: z.string().nullable(),
  position: z.string().nullable(),
  unit: z.string().nullable(),
  group: z.string(),
  band: z.string().nullable(),
  fte: wte,
  start: civilDate,
  leaving: civilDate,
  reason: z.string().nullable(),
  destination: z.string().nullable(),
  notCounted: whyNotALeaver.nullable(),
});

const sickness = z.object({
  period: shownPeriod,
  census: civilDate,
  sources: z.array(importSource),
  /** FTE calendar days in hundred-thousandths: lost over available. */
  groups: z.array(z.object({ key: z.string(), groups: z.array(z.string()), days: rate })),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
  remarks: z.array(remark),
});

const sickPerson = z.object({
  person: z.string(),
  name: z.string().nullable(),
  group: z.string(),
  days: rate,
  episodes: z.array(
    z.object({ ...readAt, reason: z.string().nullable(), start: civilDate, end: civilDate.nullable() }),
  ),
});

const NO_SUCH_GROUP = { status: 422, message: 'There is no such group. Choose one from the list.' } as const;

const groupRules = z.object({
  groups: z.array(z.object({ group: z.string(), groupName: z.string() })),
  /** `own` are those that the trust has put into a group itself. */
  occupationCodes: z.array(z.object({ code: z.string(), group: z.string(), own: z.boolean() })),
  /** Codes on the newest staff list that belong to no group, with what is known of their assignments. */
  unmapped: z.array(
    z.object({ code: z.string().nullable(), staffGroup: z.string().nullable(), assignments: count, wte }),
  ),
});

const onDay = { trust: trustCode, on: civilDate.optional() };
const inPeriod = { trust: trustCode, period: period.optional() };

export type StaffInPostShown = z.infer<typeof inPost>;
export type LeaversShown = z.infer<typeof leavers>;
export type LeaverEvent = z.infer<typeof leaverEvent>;
export type SicknessShown = z.infer<typeof sickness>;
export type StaffGroupRules = z.infer<typeof groupRules>;
export type SickPerson = z.infer<typeof sickPerson>;

/** People in post, leavers and absence, from ESR's lists. Each answer is null where no such list was imported. */
export const staff = {
  /** Which occupation code belongs to which group, and which of the newest list belong to none. */
  groupRules: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode }))
    .output(groupRules),
  /** Puts an occupation code into a group, or with null leaves it to the reference data again. Can be undone. */
  setOccupationCode: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NO_SUCH_GROUP })
    .input(
      z.object({
        trust: trustCode,
        code: z
          .string()
          .trim()
          .toUpperCase()
          .regex(/^[A-Z0-9]{3}$/, 'An occupation code has three characters, such as N2C.'),
        group: z.string().nullable(),
      }),
    )
    .output(z.object({ label: z.string() })),
  /** The days of the staff lists that there are, the earliest first. */
  censuses: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode }))
    .output(z.array(civilDate)),
  /** Staff in post on a day, by the newest list of that day or before; without a day by the newest list. */
  inPost: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN, NO_LIST_YET })
    .input(z.object(onDay))
    .output(inPost.nullable()),
  /** Rows of that list: those behind a figure, or all with what keeps them out of it. */
  people: verb('view', 'people')
    .errors({ TRUST_UNKNOWN, NO_LIST_YET })
    .input(
      z.object({
        ...onDay,
        ...paging,
        which: z.enum(['in_post', 'available', 'not_in_post', 'all']).default('in_post'),
        group: z.string().optional(),
        band: z.string().optional(),
        unit: z.string().nullish(),
        costCentre: z.string().nullish(),
        category: z.enum(['permanent', 'fixed_term', 'bank', 'other']).optional(),
        /** As the list prints it; '' for rows without one. */
        ageBand: z.string().optional(),
        /** Key of a band of `staff.profile`. */
        service: z.string().optional(),
        groups: z.array(z.string()).optional(),
        /** Part of a name, number, post, role or occupation code, whatever its capitals. */
        search: z.string().trim().max(100).optional(),
        sort: staffListSort.optional(),
        descending: z.boolean().default(false),
      }),
    )
    .output(z.object({ total: count, rows: z.array(staffListRow) })),
  /** Leavers and stability of a period; without one, of the twelve months to the newest staff list. */
  leavers: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN, NO_LIST_YET })
    .input(z.object(inPeriod))
    .output(leavers.nullable()),
  /** The ends of assignments in that period, and what became of each. */
  leaverEvents: verb('view', 'people')
    .errors({ TRUST_UNKNOWN, NO_LIST_YET })
    .input(z.object({ ...inPeriod, ...paging, groups: z.array(z.string()).optional() }))
    .output(z.object({ total: count, rows: z.array(leaverEvent) })),
  /** FTE days lost to sickness over FTE days available. */
  sickness: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN, NO_LIST_YET })
    .input(z.object(inPeriod))
    .output(sickness.nullable()),
  /** Whose days these are, with their episodes: everybody with days lost, or with `all` everybody with days available. */
  sicknessPeople: verb('view', 'people')
    .errors({ TRUST_UNKNOWN, NO_LIST_YET })
    .input(
      z.object({ ...inPeriod, ...paging, groups: z.array(z.string()).optional(), all: z.boolean().default(false) }),
    )
    .output(z.object({ total: count, rows: z.array(sickPerson) })),
  ...staffListVerbs,
  ...staffRatesVerbs,
};
