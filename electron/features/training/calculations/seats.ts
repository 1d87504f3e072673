/** A whole-number optimisation, as the solver takes it. */
interface Model {
  readonly direction: 'minimize';
  readonly objective: 'cost';
  readonly constraints: Readonly<Record<string, { readonly min?: number; readonly max?: number }>>;
  readonly variables: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly integers: true;
}

/** A session with free seats. */
export interface OpenSession {
  readonly id: number;
  readonly date: string;
  readonly courses: readonly string[];
  readonly free: number;
}

/** Somebody who lacks courses on the scheme's date, and the sessions to which this person can come. */
export interface Candidate {
  readonly person: string;
  readonly group: string;
  readonly lacks: readonly string[];
  readonly sessions: readonly number[];
}

/** Heads of a group who must still do a course for the threshold. */
export interface Demand {
  readonly group: string;
  readonly course: string;
  readonly heads: number;
}

/** People who are alike for the question: each could take the place of another. */
interface Kind {
  readonly group: string;
  readonly people: readonly string[];
  /** Sets of sessions that one of them may take, each session of which adds a course that is wanted. */
  readonly patterns: readonly (readonly number[])[];
}

export interface SeatModel {
  readonly model: Model;
  readonly kinds: readonly Kind[];
  readonly demands: readonly Demand[];
}

export interface Seat {
  readonly person: string;
  readonly session: number;
}

/** What one unit of shortfall costs in seats: more than any shuffle of seats could save. */
const shortfall = 1000;
const keyOf = ({ group, course }: Pick<Demand, 'group' | 'course'>) => `${group} ${course}`;

/**
 * The question as whole-number optimisation: for each kind of people, how many take which set of sessions, so that every
 * group gets its heads, no session more people than it has seats, and the sum of seats is the least. What cannot be had
 * is shortfall, which costs more than all seats, so that the answer also says what is missing. Among equal answers
 * earlier sessions are taken.
 */
export function seatModel(
  demands: readonly Demand[],
  candidates: readonly Candidate[],
  sessions: readonly OpenSession[],
): SeatModel {
  const wanted = demands.filter(({ heads }) => heads > 0);
  const isWanted = new Set(wanted.map(keyOf));
  const open = sessions.filter(({ free }) => free > 0);
  const kinds = kindsOf(candidates, open, (group, course) => isWanted.has(keyOf({ group, course })));
  const byId = new Map(open.map((session) => [session.id, session]));
  const order = new Map([...open].sort((one, other) => (one.date < other.date ? -1 : 1)).map(({ id }, at) => [id, at]));
  const constraints: Record<string, { min?: number; max?: number }> = {};
  const variables: Record<string, Record<string, number>> = {};
  for (const { id, free } of open) constraints[`seats ${id}`] = { max: free };
  for (const demand of wanted) {
    constraints[`need ${keyOf(demand)}`] = { min: demand.heads };
    variables[`short ${keyOf(demand)}`] = { cost: shortfall, [`need ${keyOf(demand)}`]: 1 };
  }
  kinds.forEach(({ group, people, patterns }, kind) => {
    constraints[`people ${kind}`] = { max: people.length };
    patterns.forEach((pattern, at) => {
      const late = pattern.reduce((sum, id) => sum + (order.get(id) ?? 0), 0);
      const variable: Record<string, number> = { cost: pattern.length + late * 1e-5, [`people ${kind}`]: 1 };
      const courses = new Set(pattern.flatMap((id) => byId.get(id)?.courses ?? []));
      const lacks = lacksOf(candidates, people[0] ?? '');
      for (const id of pattern) variable[`seats ${id}`] = 1;
      for (const course of courses) {
        if (lacks.has(course) && isWanted.has(keyOf({ group, course })))
          variable[`need ${keyOf({ group, course })}`] = 1;
      }
      variables[`take ${kind} ${at}`] = variable;
    });
  });
  return {
    model: { direction: 'minimize', objective: 'cost', constraints, variables, integers: true },
    kinds,
    demands: wanted,
  };
}

const lacksOf = (candidates: readonly Candidate[], person: string): ReadonlySet<string> =>
  new Set(candidates.find((candidate) => candidate.person === person)?.lacks);

function kindsOf(
  candidates: readonly Candidate[],
  open: readonly OpenSession[],
  isWanted: (group: string, course: string) => boolean,
): Kind[] {
  const kinds = new Map<string, { group: string; people: string[]; patterns: (readonly number[])[] }>();
  for (const { person, group, lacks, sessions } of candidates) {
    const wanted = lacks.filter((course) => isWanted(group, course)).sort();
    const usable = open.filter(
      ({ id, courses }) => sessions.includes(id) && courses.some((one) => wanted.includes(one)),
    );
    if (usable.length === 0) continue;
    const key = `${group} | ${wanted.join(' ')} | ${usable.map(({ id }) => id).join(' ')}`;
    const known = kinds.get(key);
    if (known) known.people.push(person);
    else kinds.set(key, { group, people: [person], patterns: patternsOf(usable, wanted) });
  }
  return [...kinds.values()];
}

/** Sets of sessions for one person: on different days, each adding a course that the ones before it leave wanting. */
function patternsOf(usable: readonly OpenSession[], wanted: readonly string[]): number[][] {
  const found: number[][] = [];
  const extend = (from: number, taken: readonly OpenSession[], covered: readonly string[]) => {
    for (let at = from; at < usable.length; at += 1) {
      const session = usable[at];
      if (session === undefined || taken.some(({ date }) => date === session.date)) continue;
      const adds = session.courses.filter((course) => wanted.includes(course) && !covered.includes(course));
      if (adds.length === 0) continue;
      found.push([...taken, session].map(({ id }) => id));
      extend(at + 1, [...taken, session], [...covered, ...adds]);
    }
  };
  extend(0, [], []);
  return found;
}

/** Who takes which seats in an answer, and the shortfall that is left of each demand. */
export function seatsOf(
  { kinds, demands }: SeatModel,
  variables: readonly (readonly [string, number])[],
): { readonly seats: Seat[]; readonly short: Demand[] } {
  const value = new Map(variables.map(([name, amount]) => [name, Math.round(amount)]));
  const seats: Seat[] = [];
  kinds.forEach(({ people, patterns }, kind) => {
    let next = 0;
    patterns.forEach((pattern, at) => {
      for (let count = value.get(`take ${kind} ${at}`) ?? 0; count > 0; count -= 1) {
        const person = people[next++];
        if (person !== undefined) for (const session of pattern) seats.push({ person, session });
      }
    });
  });
  const short = demands.flatMap((demand) => {
    const heads = value.get(`short ${keyOf(demand)}`) ?? 0;
    return heads > 0 ? [{ ...demand, heads }] : [];
  });
  return { seats, short };
}
