import type { Supervision, SupervisionShare } from '#contract';
import type { Context } from '../../../context.ts';
import type { Rate } from '../../../core/rates.ts';
import type { DatePeriod } from '../../../core/dates.ts';
import {
  asksForConsultant,
  isRestOwed,
  isWithin,
  judgedLocum,
  monthsUpTo,
  reachesPercent,
  shareOf,
} from '../calculations/supervision.ts';
import { checksOf, eventsOf, locumsOf, onCallOf, statementsOf } from './repository.ts';

const share = (of: DatePeriod, rate: Rate, wanted: number): SupervisionShare => ({
  of: { ...of },
  rate,
  wanted,
  meets: reachesPercent(rate, wanted),
});

/** Supervision, locums, attendance and rest of a trust; the audits end on a day. */
export function answerSupervision(
  { database, reference, today }: Pick<Context, 'database' | 'reference' | 'today'>,
  trustId: number,
  asked: string | undefined,
): Supervision {
  const rules = reference.supervision;
  const last = asked ?? today();
  const audit = monthsUpTo(last, rules.locumAuditMonths);
  const attendanceMonths = monthsUpTo(last, rules.attendanceMonths);
  const [statements, checks] = [statementsOf(database, trustId), checksOf(database, trustId)];
  const locums = locumsOf(database, trustId).map((one) => {
    const { wanting, remarks, ...judged } = judgedLocum(one, rules);
    return { ...one, ...judged, wanting: [...wanting], remarks: [...remarks] };
  });
  const audited = locums.filter(({ first }) => isWithin(first, audit));
  const short = audited.filter(({ term }) => term === 'short');
  const long = audited.filter(({ term }) => term === 'long');
  const events = eventsOf(database, trustId).map((one) => ({
    ...one,
    situationName: rules.situations.find(({ key }) => key === one.situation)?.name ?? one.situation,
    asked: asksForConsultant(one, rules),
  }));
  const ofMonths = events.filter(({ date, asked: isAsked }) => isAsked && isWithin(date, attendanceMonths));
  const missed = ofMonths.filter(({ attended }) => !attended);
  const onCall = onCallOf(database, trustId).map((one) => ({ ...one, owed: isRestOwed(one, rules) }));
  const owed = onCall.filter((one) => one.owed && isWithin(one.date, audit));
  return {
    today: today(),
    checklists: rules.checklists.map(({ key, name, guidance, lines }) => {
      const said = lines.map((line) => ({
        ...line,
        ...(checks.get(`${key} ${line.key}`) ?? { state: null, evidence: null, checkedOn: null }),
      }));
      return {
        key,
        name,
        guidance,
        ...(statements.get(key) ?? { statement: null, lead: null, agreedOn: null, reviewOn: null }),
        lines: said,
        met: shareOf(
          said.filter(({ state }) => state !== 'not_applicable'),
          ({ state }) => state === 'met',
        ),
        answered: said.filter(({ state }) => state !== null).length,
      };
    }),
    locums,
    shortTerm: share(
      audit,
      shareOf(short, ({ compliant }) => compliant),
      100,
    ),
    byRoute: rules.routes.map(({ key, name }) => ({
      key,
      name,
      episodes: short.filter(({ route }) => route === key).length,
    })),
    longTerm: share(
      audit,
      shareOf(long, ({ compliant }) => compliant),
      100,
    ),
    events,
    attendance: share(
      attendanceMonths,
      shareOf(ofMonths, ({ attended }) => attended),
      rules.attendancePercent,
    ),
    reviewed: shareOf(missed, ({ reviewed }) => reviewed),
    onCall,
    rest: share(
      audit,
      shareOf(owed, ({ given }) => given === true),
      100,
    ),
    routes: rules.routes.map((one) => ({ ...one })),
    levels: rules.levels.map((one) => ({ ...one })),
    situations: rules.situations.map((one) => ({ ...one })),
    rules: {
      shortTermDays: rules.shortTermDays,
      restHours: rules.restHours,
      locumAuditMonths: rules.locumAuditMonths,
      attendanceMonths: rules.attendanceMonths,
    },
    pack: { title: rules.title, version: rules.version },
    formulas: formulasOf(rules),
  };
}

function formulasOf({
  shortTermDays,
  locumAuditMonths,
  attendanceMonths,
  attendancePercent,
  restHours,
}: Context['reference']['supervision']) {
  return [
    {
      figure: 'Short-term locum',
      formula: `a spell of ${shortTermDays} days or fewer, its first and last day counted; a longer one is long-term`,
    },
    {
      figure: 'Compliant',
      formula:
        'by one of the routes, with who checked it and when; where the route is the certificate, with its number and level',
    },
    {
      figure: 'Share of short-term spells',
      formula: `compliant ÷ all that begin in the ${locumAuditMonths} months up to the day; 100 % is wanted`,
    },
    {
      figure: 'Long-term',
      formula: 'monitoring tool complete, induction given and a consultant named ÷ all that begin in the same months',
    },
    {
      figure: 'Consultant attendance',
      formula: `attended ÷ all events of ${attendanceMonths} months that ask for the consultant; ${attendancePercent} % is wanted. An event that a signed-off doctor may manage is left out where one was there`,
    },
    {
      figure: 'Compensatory rest',
      formula: `rest given ÷ nights that left less than ${restHours} hours of continuous rest, or of which nobody knows how much`,
    },
  ];
}
