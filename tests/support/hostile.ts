import type { z } from 'zod';

/** As much of a zod schema as is looked at here. */
interface Schema {
  readonly def: Definition;
  safeParse(value: unknown): { readonly success: boolean };
}
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly valueType?: Schema;
  readonly options?: readonly Schema[];
  readonly items?: readonly Schema[];
  readonly in?: Schema;
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly values?: readonly unknown[];
}

const TEXTS = ['RX1', '2026-10-05', '2026-Q2', '2026-10', '2026-10-05T09:00:00.000Z', 'QXX', 'Midwives', '1', '12.5'];
const NUMBERS = [1, 0, 2, 10, 100, 2026];

/** Where a value lies in another: keys and places in lists. */
export type Path = readonly (string | number)[];

/** A value that a schema takes, as simple as can be; where it is none that is known, something like it. */
export function plausible(schema: Schema, name = ''): unknown {
  const { def } = schema;
  const fits = (values: readonly unknown[]) => values.find((value) => schema.safeParse(value).success);
  switch (def.type) {
    case 'object':
      return Object.fromEntries(Object.entries(def.shape ?? {}).map(([key, inner]) => [key, plausible(inner, key)]));
    case 'string':
      return (name === 'trust' ? 'RX1' : fits(TEXTS)) ?? 'text';
    case 'number':
    case 'int':
      return fits(NUMBERS) ?? 1;
    case 'boolean':
      return true;
    case 'enum':
      return Object.values(def.entries ?? {})[0];
    case 'literal':
      return def.values?.[0];
    case 'array':
      return def.element ? [plausible(def.element, name)] : [];
    case 'tuple':
      return (def.items ?? []).map((item) => plausible(item, name));
    case 'record':
      return def.valueType ? { '1': plausible(def.valueType, name) } : {};
    case 'union':
      return def.options?.[0] && plausible(def.options[0], name);
    case 'pipe':
      return (fits([...TEXTS, ...NUMBERS]) as unknown) ?? (def.in && plausible(def.in, name));
    case 'null':
      return null;
    default:
      return def.innerType && plausible(def.innerType, name);
  }
}

/** Every place within a value, the value itself first. */
export function placesIn(value: unknown, at: Path = []): Path[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [at, ...inner.flatMap(([key, one]) => placesIn(one, [...at, Array.isArray(value) ? Number(key) : key]))];
}

/** A copy of a value with another in one place. */
export function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((one, at) => (at === key ? replaced(one, rest, by) : (one as unknown)));
  const record = value as Record<string, unknown>;
  return { ...record, [key]: replaced(record[key], rest, by) };
}

const deep = (levels: number) => {
  let value: unknown = 'bottom';
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

/** What somebody might send who means harm, or whose program is broken. Never a path that could be written to. */
export const hostileValues: readonly unknown[] = [
  undefined,
  null,
  true,
  -1,
  0,
  1.5,
  2 ** 53,
  Number.MAX_VALUE,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  10n ** 30n,
  '',
  ' ',
  'x'.repeat(300_000),
  '\u0000\u202E\uD800￿',
  "'; DROP TABLE trust; --",
  "RX1' OR '1'='1",
  '%_%',
  '../../../../etc/passwd',
  String.raw`\\?\C:\Windows\System32\config\SAM`,
  'file:///etc/shadow',
  '/proc/self/environ',
  '=HYPERLINK("http://planner.example","x")',
  '<script>window.ran = 1</script>',
  '9999-99-99',
  '-271821-04-20',
  '{"__proto__":{"polluted":1}}',
  [],
  {},
  [[[[[]]]]],
  new Array(5000).fill('x'),
  JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}') as unknown,
  { toString: 'x', valueOf: 1, hasOwnProperty: 2 },
  new Date(Number.NaN),
  new Map([['a', 1]]),
  deep(2000),
];

/** The schema of a call's input as a zod schema of ours; undefined where it takes none. */
export const asSchema = (schema: unknown): Schema | undefined => schema as (Schema & z.ZodType) | undefined;
