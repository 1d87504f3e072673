import type { FlexibleCells, FlexibleRequest, FlexibleWorking } from '#contract';
import { type Context, implementation } from '../../context.ts';
import { addDays, addMonths, type DatePeriod, dateInWords } from '../../core/dates.ts';
import { recordChange } from '../../database/history.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { requireTrust } from '../organisation/trust.ts';
import { refusePatients } from '../preceptorship/free-text.ts';
import { namesOfGroups } from '../staff/group-names.ts';
import {
  countsAs,
  decisionTimes,
  linesBy,
  standingOfRequest,
  type StoredRequest,
  tallyOf,
} from './calculations/flexible-working.ts';
import { deleteRequest, insertRequest, requestsOf, updateRequest } from './flexible-working-repository.ts';

const on = implementation.retention;
type Reference = Context['reference'];

const blank: Omit<FlexibleCells, 'name' | 'asked' | 'kind'> = {
  person: null,
  unit: null,
  band: null,
  group: null,
  detail: null,
  reason: null,
  escalated: null,
  decided: null,
  outcome: null,
  ground: null,
  review: null,
};

const formulas: FlexibleWorking['formulas'] = [
  {
    figure: 'grantedOfAsked',
    formula: 'requests of the period granted, as asked, with changes or on trial ÷ requests asked for, less withdrawn',
  },
  { figure: 'grantedOfDecided', formula: 'requests of the period granted ÷ (granted + refused)' },
  { figure: 'meanDays', formula: 'days from request to decision ÷ requests decided; withdrawn ones are left out' },
  { figure: 'inTime', formula: 'decided by the last day of the trust’s own limit ÷ requests decided' },
  { figure: 'overdue', formula: 'open today, after the last day of the trust’s own limit' },
  { figure: 'unlawful', formula: 'decided, or still open today, after the last day that the statute gives' },
];

/** Staff groups and bands that a request may be of. */
const groupsAndBands = ({ organisation }: Reference) => ({
  groups: organisation.staffGroups.map(({ key, name }) => ({ key, name })),
  bands: organisation.bands.map(({ key, name }) => ({ key, name })),
});

/** In words the first choice that there is not; undefined where all are sound. */
function strangeChoice(cells: FlexibleCells, reference: Reference): string | undefined {
  const { kinds, reasons, outcomes, grounds } = reference.flexibleWorking;
  const { groups, bands } = groupsAndBands(reference);
  const wrong = [
    ['kind of request', kinds, cells.kind],
    ['reason', reasons, cells.reason],
    ['outcome', outcomes, cells.outcome],
    ['ground', grounds, cells.ground],
    ['staff group', groups, cells.group],
    ['band', bands, cells.band],
  ] as const;
  const found = wrong.find(([, some, key]) => key !== null && !some.some((one) => one.key === key));
  return found && `There is no ${found[0]} “${String(found[2])}”. Choose one from the list.`;
}

function wrongDates(
  { asked, escalated, decided, review }: FlexibleCells,
  today: string,
): { readonly field: keyof FlexibleCells; readonly why: string } | undefined {
  const days = { asked, escalated, decided };
  const toCome = (Object.keys(days) as (keyof typeof days)[]).find((key) => (days[key] ?? '') > today);
  if (toCome)
    return { field: toCome, why: 'It cannot have been asked for, taken further or decided on a day still to come.' };
  const early = (['escalated', 'decided'] as const).find((key) => (days[key] ?? asked) < asked);
  if (early) return { field: early, why: 'It cannot have been decided or taken further before it was asked for.' };
  if (review !== null && (decided === null || review < decided))
    return { field: 'review', why: 'It is looked at again after the decision.' };
  return undefined;
}

function halfDecided(cells: FlexibleCells, { outcomes }: Reference['flexibleWorking']): string | undefined {
  if (cells.decided === null && cells.outcome !== null) return 'Enter the day of the decision.';
  if (cells.decided !== null && cells.outcome === null) return 'Enter what was decided.';
  const isRefused = countsAs(cells, outcomes) === 'refused';
  if (isRefused && cells.ground === null) return 'Enter the ground of the refusal: the statute names eight.';
  if (!isRefused && cells.ground !== null) return 'Only a refusal has a ground. Take it out.';
  return undefined;
}

function requestShown(request: StoredRequest, reference: Reference, today: string): FlexibleRequest {
  const rules = reference.flexibleWorking;
  const nameIn = (some: readonly { key: string; name: string }[], key: string | null) =>
    key === null ? null : (some.find((one) => one.key === key)?.name ?? key);
  return {
    ...request,
    kindName: nameIn(rules.kinds, request.kind) ?? '',
    reasonName: nameIn(rules.reasons, request.reason),
    outcomeName: nameIn(rules.outcomes, request.outcome),
    groupName: request.group === null ? 'Not stated' : namesOfGroups({ reference })(request.group),
    counts: countsAs(request, rules.outcomes),
    ...standingOfRequest(request, rules, today),
  };
}

/** All requests, with the figures of those asked for in a period. */
export function flexibleWorkingShown(
  context: Pick<Context, 'database' | 'reference' | 'today'>,
  trust: TrustRow,
  period: DatePeriod,
): FlexibleWorking {
  const { database, reference, today } = context;
  const rules = reference.flexibleWorking;
  const { outcomes, kinds, reasons, grounds } = rules;
  const list = requestsOf(database, trust.id).map((one) => requestShown(one, reference, today()));
  list.sort((one, other) => (one.asked < other.asked ? 1 : one.asked > other.asked ? -1 : other.id - one.id));
  const asked = list.filter((one) => one.asked >= period.first && one.asked <= period.last);
  const named = (some: readonly { key: string; name: string }[]) => (key: string) =>
    some.find((one) => one.key === key)?.name ?? key;
  const { groups, bands } = groupsAndBands(reference);
  const by = (wordOf: (one: StoredRequest) => string | null, nameOf: (word: string) => string) =>
    linesBy(asked, wordOf, nameOf, outcomes);
  return {
    on: today(),
    period,
    list,
    ...tallyOf(asked, outcomes),
    ...decisionTimes(asked, rules),
    unlawful: asked.filter(({ stands }) => stands === 'unlawful' || stands === 'open_unlawful').length,
    overdue: list.filter(({ stands }) => stands === 'open_late' || stands === 'open_unlawful').length,
    by: {
      unit: by(
        ({ unit }) => unit,
        (unit) => unit,
      ),
      band: by(({ band }) => band, named(bands)),
      group: by(({ group }) => group, named(groups)),
      kind: by(({ kind }) => kind, named(kinds)),
      reason: by(({ reason }) => reason, named(reasons)),
    },
    limits: { days: rules.decideWithinDays, months: rules.lawfulMonths },
    choices: { kinds, reasons, outcomes, grounds, groups, bands },
    formulas,
    pack: { title: rules.title, version: rules.version },
  };
}

export const flexibleWorkingHandlers = {
  flexibleWorking: on.flexibleWorking.handler(({ input, context }) => {
    const today = context.today();
    const period = input.period ?? { first: addMonths(addDays(today, 1), -12), last: today };
    return flexibleWorkingShown(context, requireTrust(context.database, input.trust), period);
  }),

  addRequest: on.addRequest.handler(({ input, context, errors }) => {
    const { database, reference, today, now } = context;
    const { trust: code, aboutNoPatient, ...given } = input;
    const trust = requireTrust(database, code);
    const cells = { ...blank, ...given };
    const strange = strangeChoice(cells, reference);
    if (strange) throw errors.NO_SUCH_CHOICE({ message: `${strange} Nothing was stored.` });
    const wrong = wrongDates(cells, today());
    if (wrong) throw errors.DATES_WRONG({ message: `${wrong.why} Nothing was stored.`, data: { field: wrong.field } });
    const half = halfDecided(cells, reference.flexibleWorking);
    if (half) throw errors.HALF_DECIDED({ message: `${half} Nothing was stored.` });
    refusePatients(context, trust.id, { name: cells.name, detail: cells.detail }, aboutNoPatient);
    const label = `Request of ${cells.name} of ${dateInWords(cells.asked)}`;
    const id = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      insertRequest(database, trust.id, cells),
    );
    return { label, id };
  }),

  changeRequest: on.changeRequest.handler(({ input, context, errors }) => {
    const { database, reference, today, now } = context;
    const { trust: code, id, aboutNoPatient, ...given } = input;
    const trust = requireTrust(database, code);
    const before = requestsOf(database, trust.id).find((one) => one.id === id);
    if (!before) throw errors.NOT_THERE();
    const cells = { ...before, ...given };
    const strange = strangeChoice(cells, reference);
    if (strange) throw errors.NO_SUCH_CHOICE({ message: `${strange} Nothing was changed.` });
    const wrong = wrongDates(cells, today());
    if (wrong) throw errors.DATES_WRONG({ message: `${wrong.why} Nothing was changed.`, data: { field: wrong.field } });
    const half = halfDecided(cells, reference.flexibleWorking);
    if (half) throw errors.HALF_DECIDED({ message: `${half} Nothing was changed.` });
    refusePatients(context, trust.id, { name: given.name, detail: given.detail }, aboutNoPatient);
    const outcome = reference.flexibleWorking.outcomes.find(({ key }) => key === cells.outcome)?.name;
    const became = outcome !== undefined && before.outcome !== cells.outcome ? outcome.toLowerCase() : 'changed';
    const label = `Request of ${cells.name} of ${dateInWords(cells.asked)} ${became}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => updateRequest(database, id, given));
    return { label };
  }),

  removeRequest: on.removeRequest.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const before = requestsOf(database, trust.id).find(({ id }) => id === input.id);
    if (!before) throw errors.NOT_THERE();
    const label = `Remove the request of ${before.name} of ${dateInWords(before.asked)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteRequest(database, before.id));
    return { label };
  }),
};
