import { createHash } from 'node:crypto';
import { id, trustCode } from '../contract/values.ts';

/** Fields of an input that name a person, by number or by name. */
const personFields = new Set(['person', 'preceptee', 'mentee', 'key']);

/** What the audit calls a person: the same for the same person of a trust, and not readable as a name or a number. */
export function markOf(trust: string | null, person: string): string {
  const plain = person.replace(/^(person|name):/, '').toLowerCase();
  const hash = createHash('sha256')
    .update(`${trust ?? ''}:${plain}`)
    .digest('hex');
  return `person ${hash.slice(0, 16)}`;
}

interface Field {
  readonly def?: { readonly innerType?: Field };
  readonly shape?: Readonly<Record<string, Field>>;
}

const isId = (field: Field | undefined): boolean =>
  field !== undefined && (field === (id as unknown) || isId(field.def?.innerType));

/** The trust that a call is about. */
export function trustOf(input: unknown): string | null {
  const code = trustCode.safeParse((input as { readonly trust?: unknown } | null | undefined)?.trust);
  return code.success ? code.data : null;
}

/**
 * What a call was done to, in ids alone: the fields that the contract declares as row ids, a person by their mark, the period
 * of a return, and the id of what was added. No text that anybody typed or read gets into it.
 */
export function recordOf(schema: unknown, input: unknown, output: unknown): string | null {
  const shape = (schema as Field | undefined)?.shape ?? {};
  const given = Object.entries((input ?? {}) as Record<string, unknown>);
  const parts = given.flatMap(([name, value]) => {
    if (typeof value === 'number' && isId(shape[name])) return [`${name} ${value}`];
    if (typeof value !== 'string' || value === '') return [];
    if (personFields.has(name)) return [markOf(trustOf(input), value)];
    return name === 'period' && /^\d{4}-[Q\d]\d?$/.test(value) ? [`period ${value}`] : [];
  });
  const { person, name } = (input ?? {}) as { readonly person?: unknown; readonly name?: unknown };
  if (person === null && typeof name === 'string') parts.push(markOf(trustOf(input), name));
  const added = (output as { readonly id?: unknown } | null | undefined)?.id;
  if (typeof added === 'number' && !parts.includes(`id ${added}`)) parts.push(`id ${added}`);
  return parts.length > 0 ? parts.join(', ') : null;
}
