import { contract, type Role } from '#contract';
import type { Context } from '../../electron/context.ts';
import { router } from '../../electron/router.ts';
import { Session } from '../../electron/profiles/session.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';

interface Procedure {
  readonly '~orpc': {
    readonly meta: { act?: string; data?: string; isByItself?: boolean };
    readonly inputSchema?: unknown;
  };
}

/** Every procedure of the contract with what it says of itself. */
export const procedures = Object.entries(contract).flatMap(([noun, verbs]) =>
  Object.entries(verbs as unknown as Record<string, Procedure>).map(([verb, procedure]) => ({
    name: `${noun}.${verb}`,
    noun,
    verb,
    ...procedure['~orpc'].meta,
    takesInput: procedure['~orpc'].inputSchema !== undefined,
  })),
);

type Client = Record<string, Record<string, (input?: unknown) => Promise<unknown>>>;

/** The planner as a profile of that role has it. */
export function asRole(context: Context, role: Role) {
  const session = new Session(context.database);
  const nobody = { secret: null, recovery: null, post: null, failures: 0 };
  session.open({ id: 1, name: `A ${role}`, role, ...nobody });
  const client = inProcessClient(router, { ...context, session }, () => undefined) as unknown as Client;
  return { session, client };
}

/** The names and numbers of people in the store. */
function peopleIn({ database: { sqlite } }: Context): string[] {
  const columns = sqlite
    .prepare<[], { t: string; c: string }>(
      `SELECT m.name AS t, c.name AS c FROM sqlite_schema m, pragma_table_info(m.name) c
       WHERE m.type = 'table' AND c.name IN ('person', 'mentor', 'preceptor', 'candidate')`,
    )
    .all();
  const found = columns.flatMap(({ t, c }) => {
    const distinct = (column: string) =>
      sqlite.prepare<[], string>(`SELECT DISTINCT "${column}" FROM "${t}" WHERE "${column}" IS NOT NULL`).pluck().all();
    const hasName = sqlite.prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = ?').get(t, 'name') !== undefined;
    return [...distinct(c), ...(c === 'person' && hasName ? distinct('name') : [])];
  });
  // Some fields hold a role as well as a name.
  return [...new Set(found)].filter((text) => text.length > 4 && !/midwi|matron|manager|lead|head/i.test(text));
}

/** What a viewer's calls for figures of a trust answer that names a person, and how many were answered. */
export async function peopleSeenByViewer(context: Context, trust: string) {
  const marks = peopleIn(context);
  const { client } = asRole(context, 'viewer');
  const period = { first: '2025-01-01', last: '2026-12-31' };
  const bag = { trust, on: '2026-10-31', scheme: '2026', year: '2026' };
  const inputs = [{}, { period }, period, { period: '2026-Q2' }, { id: 1 }];
  const bags = [undefined, ...inputs.map((more) => ({ ...bag, ...more }))];
  const seen: string[] = [];
  let answered = 0;
  for (const one of procedures.filter((own) => own.act === 'view' && own.data === 'figures' && own.noun !== 'today')) {
    for (const input of bags) {
      const text = await client[one.noun]?.[one.verb]?.(input).then(
        (answer) => JSON.stringify(answer) ?? '',
        () => undefined,
      );
      if (text === undefined) continue;
      answered += 1;
      const mark = marks.find((own) => text.includes(own));
      if (mark !== undefined) seen.push(`${one.name}: ${mark}`);
      break;
    }
  }
  return { marks: marks.length, answered, seen };
}
