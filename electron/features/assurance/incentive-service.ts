import type { IncentiveScheme } from '../../contract/assurance-rules.ts';
import type { IncentiveRequirementShown, IncentiveSchemeHead, IncentiveSchemeShown } from '../../contract/incentive.ts';
import type { Context } from '../../context.ts';
import type { DatePeriod } from '../../core/dates.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { answerSupervision } from '../training/supervision/service.ts';
import { assuranceFigure } from './calculations/figures.ts';
import { knownField } from './calculations/known-fields.ts';
import { fieldInWords, shareOfFields, standingOf } from './calculations/incentive.ts';
import { monthOf, periodOfMonths } from './calculations/months.ts';
import { supervisedIn } from './calculations/supervised.ts';
import { answersOf, evidenceOf, fieldsOf, findYear } from './incentive-repository.ts';
import { readOversight } from './read-oversight.ts';

export const statuses = ['met', 'on_track', 'at_risk', 'not_met', null] as const;

/** A year of the scheme as a trust sees it, without its requirements. */
export function schemeHead({ database }: Context, trust: TrustRow, scheme: IncentiveScheme): IncentiveSchemeHead {
  const own = findYear(database, trust.id, scheme.year);
  const answers = answersOf(database, trust.id, scheme.year);
  const given = scheme.actions.flatMap(({ requirements }) =>
    requirements.map(({ reference }) => answers.get(reference)?.status ?? null),
  );
  const first = own?.first ?? scheme.window.first;
  const last = own?.last ?? scheme.window.last;
  const declareBy = own?.declareBy ?? scheme.declareBy.date;
  const differs = first !== scheme.window.first || last !== scheme.window.last || declareBy !== scheme.declareBy.date;
  return {
    year: scheme.year,
    title: scheme.title,
    version: scheme.version,
    source: `${scheme.source.title}, ${scheme.source.publisher}`,
    days: {
      window: { first, last },
      declareBy,
      declareTime: scheme.declareBy.time,
      mark: scheme.windowMark,
      own: differs,
    },
    statuses: statuses.map((status) => ({ status, requirements: given.filter((one) => one === status).length })),
  };
}

/** A year with its requirements: what was entered, and what the planner knows of its window up to today. */
export function schemeOf(context: Context, trust: TrustRow, scheme: IncentiveScheme): IncentiveSchemeShown {
  const { database, today } = context;
  const head = schemeHead(context, trust, scheme);
  const answers = answersOf(database, trust.id, scheme.year);
  const fields = fieldsOf(database, trust.id, scheme.year);
  const evidence = evidenceOf(database, trust.id, scheme.year);
  const figuresOf = figurePeriod(head.days.window, today());
  const oversight = readOversight(context, trust, figuresOf);
  const audit = (requirement: string) => {
    const values = fields.get(requirement);
    return { first: values?.get('audit_first'), last: values?.get('audit_last') };
  };
  const end = today() < head.days.window.last ? today() : head.days.window.last;
  const supervised = supervisedIn(answerSupervision(context, trust.id, end), end, {
    locums: audit('4a.1'),
    attendance: audit('4a.4'),
  });
  return {
    ...head,
    notes: scheme.notes,
    figuresOf,
    actions: scheme.actions.map(({ number, title, requirements }) => ({
      number,
      title,
      requirements: requirements.map((requirement): IncentiveRequirementShown => {
        const { reference, asks, mark, advisory, threshold } = requirement;
        const answer = answers.get(reference);
        const values = fields.get(reference) ?? new Map<string, string>();
        const figures = requirement.figures.map((key) => assuranceFigure(key, oversight, supervised));
        const percent = threshold === null ? null : (answer?.threshold ?? threshold);
        const share = shareOfFields(requirement, values) ?? figures.find(({ rate }) => rate !== null)?.rate ?? null;
        return {
          reference,
          title: requirement.title,
          asks,
          mark,
          advisory,
          threshold:
            threshold === null || percent === null ? null : { percent, ofPack: threshold, own: percent !== threshold },
          fields: requirement.fields.map(({ key, label, kind, known }) => ({
            key,
            label,
            kind,
            value: fieldInWords(kind, values.get(key) ?? null),
            known: known === undefined ? null : knownField(known, oversight, supervised),
          })),
          share: threshold === null ? null : share,
          standing: standingOf(share, percent),
          status: answer?.status ?? null,
          note: answer?.note ?? '',
          lead: answer?.lead ?? '',
          due: answer?.due ?? null,
          evidence: evidence
            .filter((one) => one.requirement === reference)
            .map(({ id, title: document, place, dated }) => ({ id, title: document, place, dated })),
          figures,
        };
      }),
    })),
  };
}

/** The months of a window up to today; a window that has not begun is looked at whole. */
function figurePeriod({ first, last }: DatePeriod, today: string): DatePeriod {
  const end = today < first || today > last ? last : today;
  return periodOfMonths(monthOf(first), monthOf(end));
}
