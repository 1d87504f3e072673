import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AuditTrail } from '../../audit/trail.ts';
import type { Context } from '../../context.ts';
import { Session } from '../../profiles/session.ts';

/** What was done: a call of the planner by its name, on which day, with what, and the name that later steps know its answer by. */
const story = z.object({
  steps: z.array(
    z.object({
      do: z.string(),
      at: z.string().optional(),
      /** Done before the first list was imported. */
      early: z.boolean().default(false),
      as: z.string().optional(),
      with: z.record(z.string(), z.json()),
    }),
  ),
});

/** The day of what says none: shortly after the newest list. */
const USUALLY = '2026-10-30';

type Answer = Readonly<Record<string, unknown>>;
type Call = (input: unknown) => Promise<unknown>;
/** Any router of the planner, by its nouns and verbs. */
type AnyClient = Readonly<Record<string, Readonly<Record<string, Call | undefined>> | undefined>>;

/** The audit is of people: what the invented ones did is not in it, only that they were brought and taken away. */
class NotAudited extends AuditTrail {
  override append(): void {}
  override write(): void {}
  override note(): Promise<void> {
    return Promise.resolve();
  }
}

/** The planner's calls as on a day. Loaded when it is needed, since the router holds this feature too. */
export async function plannerOn(context: Context, day: string) {
  const [{ router }, { inProcessClient }] = await Promise.all([
    import('../../router.ts'),
    import('../../transport/in-process.ts'),
  ]);
  const on = { now: () => `${day}T10:00:00.000Z`, today: () => day, audit: new NotAudited(context.database) };
  // Each of them signs as who they are, whoever it is that loads the sample.
  const session = new Session(context.database);
  return inProcessClient(router, { ...context, ...on, session }, ({ error }) => {
    throw error;
  });
}

/** How much of the story each store has been told, from 0 to 1; nothing before and after. */
const told = new WeakMap<Context['database'], number>();

export const storyTold = ({ database }: Pick<Context, 'database'>): number | null => told.get(database) ?? null;

/**
 * Does in a trust what the people of the invented service did, by the calls that their own screens make: what the planner
 * refuses a person it refuses here. Throws where a step is refused.
 */
export async function tellStory(context: Context, trust: string, part: 'early' | 'late'): Promise<void> {
  const planner = await plannerOn(context, USUALLY);
  const staff = await planner.staff.people({ trust, which: 'all', sort: 'person', limit: 500 });
  const people = (code: string, band?: string) =>
    staff.rows.filter((one) => one.occupationCode === code && (!band || one.band === band)).map(({ person }) => person);
  const known = new Map<string, unknown>([
    ['midwives', people('N2C', '6')],
    ['seniors', people('N2C', '7')],
    ['support', people('H2C')],
  ]);
  await tellSteps(context, 'story.json', { trust }, { known, part });
  if (part === 'late') told.delete(context.database);
}

/** Does the steps of a file of the sample, each with what every one of them is given. */
export async function tellSteps(
  context: Context,
  file: string,
  given: Answer,
  { known = new Map(), part }: { known?: Map<string, unknown>; part?: 'early' | 'late' } = {},
): Promise<void> {
  const { steps } = story.parse(JSON.parse(readFileSync(join(context.resourcesFolder, 'sample', file), 'utf8')));
  const planners = new Map<string, AnyClient>();
  const plannerOf = async (day: string) => {
    const planner = planners.get(day) ?? ((await plannerOn(context, day)) as unknown as AnyClient);
    planners.set(day, planner);
    return planner;
  };
  for (const [done, step] of steps.entries()) {
    if (part !== undefined && step.early !== (part === 'early')) continue;
    if (part !== undefined) told.set(context.database, done / steps.length);
    const [noun = '', verb = ''] = step.do.split('.');
    const call = (await plannerOf(step.at ?? USUALLY))[noun]?.[verb];
    if (!call) throw new Error(`The story asks for ${step.do}, which the planner has not.`);
    const answer = await call({ ...given, ...(filledIn(step.with, known) as Answer) }).catch((error: unknown) => {
      throw new Error(`The story stopped at ${JSON.stringify(step)}.`, { cause: error });
    });
    if (step.as) known.set(step.as, answer);
  }
}

/** "$round1.id" is the id that the step "round1" was answered with; "$midwives.3" somebody of the staff list. */
function filledIn(value: unknown, known: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((one) => filledIn(one, known));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filledIn(one, known)]));
  if (typeof value !== 'string' || !value.startsWith('$')) return value;
  const [name = '', key = ''] = value.slice(1).split('.');
  const found = (known.get(name) as Answer | undefined)?.[key];
  if (found === undefined) throw new Error(`The story knows no ${value}.`);
  return found;
}
