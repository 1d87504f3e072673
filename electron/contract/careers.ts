import { z } from 'zod';
import { verb } from './access.ts';
import { equalityGroup } from './equality-rules.ts';
import { aboutNoPatient, PATIENT_IDENTIFIER, typedLine, typedWords } from './free-text.ts';
import { refusals } from './refusals.ts';
import { changed, civilDate, id, name, trustCode } from './values.ts';

const count = z.number().int();
const day = civilDate.nullable().default(null);
const line = (longest: number) => typedLine(longest).default(null);
const text = typedWords(1000).default(null);
const choice = z.string().nullable().default(null);
const named = z.object({ key: z.string(), name: z.string() });
/** Eight digits, as staff lists have them without a suffix. */
const person = typedLine(8).default(null);

const roleCells = z.object({
  name,
  unit: line(120),
  band: line(10),
  risk: choice,
  impact: choice,
  gap: text,
  action: text,
  owner: line(120),
  review: day,
});

const successorCells = z.object({
  name,
  person,
  readiness: z.string(),
  /** As entered; the staff list's own is taken where it tells. */
  ethnicGroup: equalityGroup.nullable().default(null),
  mentor: line(120),
  need: text,
});

const opportunityCells = z.object({
  kind: z.string(),
  title: name,
  place: line(120),
  opens: day,
  closes: day,
  places: count.min(0, 'Use 0 or more.').max(999, 'Use 999 or less.').nullable().default(null),
  note: text,
});

const interestCells = z.object({ name, person, day: civilDate, outcome: z.string() });

const rated = count.min(1, 'Use 1 to 3.').max(3, 'Use 1 to 3.');
const talentCells = z.object({ name, person, performance: rated, potential: rated, day: civilDate });

const role = roleCells.extend({
  id,
  reviewOverdue: z.boolean(),
  /** From the readiest on. */
  successors: z.array(successorCells.extend({ id })),
  /** Nobody is ready now. */
  isUncovered: z.boolean(),
});

const opportunity = opportunityCells.extend({
  id,
  isOpen: z.boolean(),
  interests: z.array(interestCells.extend({ id })),
});

const careers = z.object({
  on: civilDate,
  /** Those of high risk and impact first. */
  roles: z.array(role),
  opportunities: z.array(opportunity),
  pathways: z.array(
    named.extend({ band: z.string(), from: z.array(z.string()), takes: z.array(z.string()), to: z.array(z.string()) }),
  ),
  /** Null where the trust keeps no talent grid. */
  talent: z.array(talentCells.extend({ id })).nullable(),
  choices: z.object({
    levels: z.array(named),
    readiness: z.array(named),
    opportunityKinds: z.array(named),
    outcomes: z.array(named),
    groups: z.array(z.object({ key: equalityGroup, name: z.string() })),
  }),
  /** The newest staff list, which tells the ethnic origin of successors by their number. */
  census: civilDate.nullable(),
  pack: z.object({ title: z.string(), version: z.string() }),
});

export type Careers = z.infer<typeof careers>;
export type CriticalRole = z.infer<typeof role>;
export type Successor = CriticalRole['successors'][number];
export type Opportunity = z.infer<typeof opportunity>;
export type TalentPlace = NonNullable<Careers['talent']>[number];
export type RoleCells = z.infer<typeof roleCells>;
export type SuccessorCells = z.infer<typeof successorCells>;
export type OpportunityCells = z.infer<typeof opportunityCells>;
export type InterestCells = z.infer<typeof interestCells>;
export type TalentCells = z.infer<typeof talentCells>;

const { TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE, DATES_WRONG } = refusals;
const NO_GRID = {
  status: 409,
  message: 'The trust keeps no talent grid. Turn it on under Rules and defaults first.',
} as const;
const trust = trustCode;
const checked = { TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE, PATIENT_IDENTIFIER };
const saved = z.object({ label: z.string(), id });
const remove = verb('change', 'people')
  .errors({ TRUST_UNKNOWN, NOT_THERE })
  .input(z.object({ trust, id }))
  .output(changed);
const given = { trust, id: id.optional(), aboutNoPatient };

/** Succession, pathways, opportunities and the talent grid: part of `retention`. Each `set` adds, or changes that of the id. */
export const careersVerbs = {
  careers: verb('view', 'people').errors({ TRUST_UNKNOWN }).input(z.object({ trust })).output(careers),
  setRole: verb('change', 'figures').errors(checked).input(roleCells.extend(given)).output(saved),
  /** Takes a role away with its successors. */
  removeRole: remove,
  setSuccessor: verb('change', 'people')
    .errors(checked)
    .input(successorCells.extend({ ...given, role: id }))
    .output(saved),
  removeSuccessor: remove,
  setOpportunity: verb('change', 'figures')
    .errors({ ...checked, DATES_WRONG })
    .input(opportunityCells.extend(given))
    .output(saved),
  /** Takes an opportunity away with those who are interested. */
  removeOpportunity: remove,
  setInterest: verb('change', 'people')
    .errors(checked)
    .input(interestCells.extend({ ...given, opportunity: id }))
    .output(saved),
  removeInterest: remove,
  setTalent: verb('change', 'people')
    .errors({ ...checked, NO_GRID })
    .input(talentCells.extend(given))
    .output(saved),
  removeTalent: remove,
};
