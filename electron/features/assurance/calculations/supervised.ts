import type { ConsultantEvent, LocumEpisode, Supervision } from '../../../contract/supervision.ts';
import type { AssuranceFigure } from '../../../contract/incentive.ts';
import { type DatePeriod, dateInWords } from '../../../core/dates.ts';
import type { Rate } from '../../../core/rates.ts';
import { isWithin, monthsUpTo, shareOf } from '../../training/calculations/supervision.ts';
import { counted, listed, percentInWords } from '../../../core/words.ts';

/** Locums, consultants and rest as entered under supervision, in the audits of a year. Null where nothing was entered. */
export interface Supervised {
  readonly locums: {
    readonly audit: DatePeriod;
    readonly short: readonly LocumEpisode[];
    readonly long: readonly LocumEpisode[];
    readonly routes: Supervision['routes'];
  } | null;
  readonly attendance: { readonly audit: DatePeriod; readonly events: readonly ConsultantEvent[] } | null;
  readonly rest: {
    readonly audit: DatePeriod;
    readonly disturbed: number;
    readonly owed: Rate;
    readonly hours: number;
  } | null;
  readonly procedure: 'yes' | 'no' | null;
  readonly procedureDate: string | null;
  readonly boardAssured: 'yes' | 'no' | null;
}

type Asked = Pick<Supervision, 'locums' | 'routes' | 'events' | 'onCall' | 'checklists' | 'rules'>;
/** Days of an audit as the trust has entered them; the months of the pack up to the last day count without both. */
export interface Audit {
  readonly first: string | undefined;
  readonly last: string | undefined;
}

/** What was entered under supervision, for audits that end on a day unless the trust has entered days of its own. */
export function supervisedIn(
  { locums, routes, events, onCall, checklists, rules }: Asked,
  end: string,
  audits: { readonly locums: Audit; readonly attendance: Audit },
): Supervised {
  const audit = auditOf(audits.locums, end, rules.locumAuditMonths);
  const attendance = auditOf(audits.attendance, end, rules.attendanceMonths);
  const spells = locums.filter(({ first }) => isWithin(first, audit));
  const nights = onCall.filter(({ date }) => isWithin(date, audit));
  const rest = checklists.find(({ key }) => key === 'compensatory_rest');
  const line = (key: string) => rest?.lines.find((one) => one.key === key);
  return {
    locums:
      locums.length === 0
        ? null
        : {
            audit,
            short: spells.filter(({ term }) => term === 'short'),
            long: spells.filter(({ term }) => term === 'long'),
            routes,
          },
    attendance:
      events.length === 0
        ? null
        : { audit: attendance, events: events.filter(({ date, asked }) => asked && isWithin(date, attendance)) },
    rest:
      onCall.length === 0
        ? null
        : {
            audit,
            disturbed: nights.length,
            owed: shareOf(
              nights.filter(({ owed }) => owed),
              ({ given }) => given === true,
            ),
            hours: rules.restHours,
          },
    procedure: yesOrNo(line('procedure')?.state ?? null),
    procedureDate: rest?.agreedOn ?? null,
    boardAssured: yesOrNo(line('board')?.state ?? null),
  };
}

function auditOf({ first, last }: Audit, end: string, months: number): DatePeriod {
  const own = monthsUpTo(last ?? end, months);
  return first !== undefined && first <= own.last ? { first, last: own.last } : own;
}

const yesOrNo = (state: string | null) => (state === 'met' ? 'yes' : state === 'not_met' ? 'no' : null);

export type Found = Pick<AssuranceFigure, 'title' | 'value' | 'sentence' | 'rate'>;
type FoundOfDays = Found & { readonly days: DatePeriod | null };

const enterWhere = 'Enter them under Training, Supervision and locums.';
const share = (title: string, rate: Rate, sentence: string, days: DatePeriod): FoundOfDays => ({
  title,
  value: rate.denominator === 0 ? null : percentInWords(rate),
  sentence,
  rate: rate.denominator === 0 ? null : rate,
  days,
});
const unknown = (title: string, sentence: string): FoundOfDays => ({
  title,
  value: null,
  sentence,
  rate: null,
  days: null,
});

export function shortTermFigure({ locums }: Supervised): FoundOfDays {
  const title = 'Short-term locums by one of the routes';
  if (!locums) return unknown(title, `No spell of a locum is entered. ${enterWhere}`);
  const rate = shareOf(locums.short, ({ compliant }) => compliant);
  const wanting = locums.short.length - rate.numerator;
  const sentence =
    locums.short.length === 0
      ? 'No short-term spell begins in the audit.'
      : `${counted(locums.short.length, 'short-term spell')}, ${wanting === 0 ? 'each' : `all but ${wanting}`} by a route that somebody checked.`;
  return share(title, rate, sentence, locums.audit);
}

export function longTermFigure({ locums }: Supervised): FoundOfDays {
  const title = 'Long-term locums with the tool complete';
  if (!locums) return unknown(title, `No spell of a locum is entered. ${enterWhere}`);
  const { long, audit } = locums;
  const rate = shareOf(long, ({ toolComplete }) => toolComplete === true);
  const inductions = shareOf(long, ({ induction }) => induction === true).numerator;
  const named = shareOf(long, ({ namedConsultant }) => namedConsultant !== null).numerator;
  const sentence =
    long.length === 0
      ? 'No long-term spell begins in the audit.'
      : `${counted(long.length, 'long-term spell')}: ${rate.numerator} with the tool complete, ${inductions} with an induction, ${named} with a named consultant.`;
  return share(title, rate, sentence, audit);
}

export function restFigure({ rest }: Supervised): FoundOfDays {
  const title = 'Compensatory rest given';
  if (!rest) return unknown(title, `No disturbed night on call is entered. ${enterWhere}`);
  const { owed, disturbed, hours, audit } = rest;
  const sentence = `${counted(disturbed, 'disturbed night')} on call; ${owed.denominator} left less than ${hours} hours of rest, or nobody knows how much, and rest was given after ${owed.numerator}.`;
  return share(title, owed, sentence, audit);
}

export function attendanceFigure({ attendance }: Supervised): FoundOfDays {
  const title = 'Consultant attendance';
  if (!attendance) return unknown(title, `No event that asks for a consultant is entered. ${enterWhere}`);
  const { events, audit } = attendance;
  const rate = shareOf(events, ({ attended }) => attended);
  const missed = events.filter(({ attended }) => !attended);
  const reviewed = missed.filter((one) => one.reviewed).length;
  const sentence =
    events.length === 0
      ? 'No event of the audit asks for a consultant.'
      : `${rate.numerator} of ${counted(events.length, 'event')} attended; ${missed.length === 0 ? 'none was missed.' : `${reviewed} of ${missed.length} missed reviewed in the unit.`}`;
  return share(title, rate, sentence, audit);
}

/** Words of missed events, each once, as one line; null without any. */
export function saidOfMissed({ attendance }: Supervised, of: 'reason' | 'action'): string | null {
  const said = (attendance?.events ?? []).filter(({ attended }) => !attended).map((event) => event[of]);
  const words = [...new Set(said.filter((one): one is string => one !== null && one.trim() !== ''))];
  return words.length === 0 ? null : listed(words).slice(0, 1000);
}

/** The newest day on which a certificate of a short-term spell was checked. */
export function certificatesChecked({ locums }: Supervised): string | null {
  if (!locums) return null;
  const withCertificate = new Set(locums.routes.filter(({ certificate }) => certificate).map(({ key }) => key));
  const days = locums.short.flatMap(({ route, checkedOn }) =>
    route !== null && withCertificate.has(route) && checkedOn !== null ? [checkedOn] : [],
  );
  return days.sort().at(-1) ?? null;
}

/** How a period reads under a figure. */
export const daysInWords = ({ first, last }: DatePeriod): string => `${dateInWords(first)} to ${dateInWords(last)}`;
