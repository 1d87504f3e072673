import type { AssessmentResult } from '#contract';
import type { DatePeriod } from '../../../core/dates.ts';
import type { PublishedTables } from '../../../core/protected-tables.ts';
import type { Rate } from '../../../core/rates.ts';
import type { Disclosure } from '../../../core/small-numbers.ts';
import type { MonthlyCount } from './counts.ts';

/** WTE of a staff group in hundred-thousandths; null is "not known". */
export interface GroupWorkforce {
  readonly group: string;
  readonly name: string;
  readonly required: number | null;
  readonly funded: number | null;
  readonly inPost: number | null;
  readonly available: number | null;
  /** The gaps, their sign kept. A vacancy is funded less in post. */
  readonly requiredLessFunded: number | null;
  readonly vacancy: number | null;
  readonly requiredLessInPost: number | null;
  readonly vacancyRate: Rate | null;
}

/** What a requirement was worked out by, and its day. */
export interface Requirement {
  readonly tool: string | null;
  readonly source: string | null;
  readonly date: string | null;
}

/** The agreed assessment in force, worked out; figures are exact. */
export interface AssessmentOversight {
  readonly name: string;
  readonly provider: string | null;
  readonly date: string | null;
  readonly basis: 'report' | 'worked';
  readonly result: AssessmentResult;
  /** The names of its areas, as the result has them. */
  readonly areas: readonly string[];
  /** Women of the sample by category, setting by setting. */
  readonly casemix: readonly (readonly (number | null)[])[];
  readonly sample: string | null;
  /** How its WTE were come by. */
  readonly notes: readonly string[];
  /** The specialist and management share that is usual, hundred-thousandths of a percent. */
  readonly usual: { readonly low: number; readonly high: number };
}

export interface NeonatalOversight {
  readonly calculators: readonly {
    readonly name: string;
    readonly date: string | null;
    /** Exact WTE; shares in percent. */
    readonly required: string | null;
    readonly funded: string | null;
    readonly inPost: string | null;
    readonly qualified: string | null;
    readonly qualifiedLeast: number;
    readonly designation: string | null;
    /** In post, hundred-thousandths of a WTE: qualified in specialty, and all registered nurses. */
    readonly qualifiedWte: number | null;
    readonly registeredWte: number | null;
  }[];
  /** Neonatal doctors by tier: WTE in hundred-thousandths. */
  readonly tiers: readonly {
    readonly name: string;
    readonly required: number | null;
    readonly inPost: number | null;
    readonly gap: number | null;
  }[];
}

export interface VacancyPlan {
  readonly day: string;
  readonly livePosts: number;
  readonly liveWte: number;
  readonly offeredWte: number;
  readonly stages: readonly {
    readonly name: string;
    readonly posts: number;
    readonly wte: number;
    /** Each of its posts has somebody who was offered it. */
    readonly isOffered: boolean;
  }[];
  readonly routes: readonly { readonly name: string; readonly posts: number; readonly wte: number }[];
}

export interface GroupRates {
  /** Of the staff group. */
  readonly key?: string;
  readonly name: string;
  readonly leavers: number;
  readonly leaverRate: Rate;
  readonly stability: Rate;
}

export interface UnitHours {
  readonly unit: string;
  /** Care hours in minutes, planned and actual: registered by day and night, support by day and night, all. */
  readonly registeredDay: Hours;
  readonly registeredNight: Hours;
  readonly supportDay: Hours;
  readonly supportNight: Hours;
  readonly total: Hours;
}

export interface Hours {
  readonly planned: number;
  readonly actual: number;
}

/** Shifts that need a coordinator, of days that a roster covers. */
export interface CoordinatorShifts {
  readonly unit: string;
  readonly shifts: readonly { readonly date: string; readonly rostered: boolean; readonly actual: boolean }[];
}

export interface RosterOversight {
  readonly days: number;
  readonly daysCovered: number;
  readonly units: readonly UnitHours[];
  readonly all: UnitHours;
  readonly coordinators: readonly CoordinatorShifts[];
}

/** What was done about a red flag, with its flag and unit by name. */
export interface ActionTaken {
  readonly month: string;
  readonly flag: string | null;
  readonly unit: string | null;
  readonly action: string;
  readonly lead: string;
  readonly due: string | null;
  readonly done: string | null;
}

/** A red flag or another thing that is counted by month. */
export interface CountedThing {
  readonly key: string;
  readonly name: string;
  readonly meaning: string;
  readonly source: 'NICE' | 'local';
}

/** Everything that the planner knows of the safety of midwifery staffing in a period: what board papers are made of. */
export interface Oversight {
  readonly trust: string;
  readonly period: DatePeriod;
  readonly months: readonly string[];
  readonly workforce: {
    readonly groups: readonly GroupWorkforce[];
    /** Midwives and support as one; null where there is only one of them. */
    readonly together: GroupWorkforce | null;
    readonly requirements: readonly Requirement[];
    /** What is to be said where required and staff stand at different units; null where they do not. */
    readonly apart: string | null;
    /** The day that the gap is of. */
    readonly on: string;
    /** Where each kind of figure comes from, and its day. */
    readonly sources: readonly string[];
  };
  readonly assessment: AssessmentOversight | null;
  /** The neonatal calculator and the levels of neonatal doctors, as far as they are entered. */
  readonly neonatal: NeonatalOversight;
  readonly vacancies: VacancyPlan | null;
  readonly leavers: { readonly period: DatePeriod; readonly groups: readonly GroupRates[] } | null;
  readonly sickness: {
    readonly period: DatePeriod;
    readonly groups: readonly { readonly name: string; readonly days: Rate }[];
  } | null;
  readonly rosters: RosterOversight | null;
  readonly counts: readonly MonthlyCount[];
  readonly units: readonly { readonly id: number; readonly name: string }[];
  readonly flags: readonly CountedThing[];
  readonly actions: readonly ActionTaken[];
  readonly sources: readonly string[];
  /** For whom counts of people are left out, and what goes to the same readers of the list that leavers are of. */
  readonly shared: { readonly profile: Disclosure; readonly staff: PublishedTables | null };
  readonly rules: {
    readonly smallNumber: number;
    /** Years after which an assessment is too old. */
    readonly assessmentYears: number;
    /** Percent of acuity entries that are to be made. */
    readonly acuityEntries: number;
    readonly definitions: readonly { readonly term: string; readonly meaning: string }[];
  };
}
