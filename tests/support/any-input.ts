import * as fc from 'fast-check';
import { z } from 'zod';

/** As much of a JSON schema as the contract's inputs have. */
interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly prefixItems?: readonly Shape[];
  readonly minItems?: number;
  readonly additionalProperties?: boolean | Shape;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly $ref?: string;
}

/** Texts that mean something in many places: choices, keys, days, periods, numbers and names. */
const words =
  '2026-04-01|2026-09-30|2026-10-15|2026-11-02|2026-Q2|2026-10|midwives|support_workers|band_6|Band 6|registered|own:1|own:2|1|2|stay|in_post|open|active|planned|held|other|midwife|delivery_suite|yes|20000001|Olivia Bhatt|Rowan|Fern|Head of Midwifery|37.5|'.split(
    '|',
  );

/** Inputs of a procedure as its contract describes them: most are refused as they should be, and some are done. */
export function anyInput(
  schema: z.ZodType,
  given: Readonly<Record<string, fc.Arbitrary<unknown>>>,
): fc.Arbitrary<unknown> {
  const whole = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Shape;
  const arbitrary = (shape: Shape, name: string, depth: number): fc.Arbitrary<unknown> => {
    const known = given[name];
    if (known && shape.type !== 'object' && shape.type !== 'array') return known;
    if (shape.const !== undefined) return fc.constant(shape.const);
    if (shape.enum) return fc.constantFrom(...shape.enum);
    const several = shape.anyOf ?? shape.oneOf;
    if (several) return fc.oneof(...several.map((one) => arbitrary(one, name, depth)));
    if (shape.allOf?.[0]) return arbitrary({ ...shape.allOf[0], ...shape.allOf[1] }, name, depth);
    if (shape.type === 'object') {
      const entries = Object.entries(shape.properties ?? {});
      const requiredKeys = shape.required ?? [];
      return fc.record(Object.fromEntries(entries.map(([key, one]) => [key, arbitrary(one, key, depth + 1)])), {
        requiredKeys: requiredKeys.filter((key) => entries.some(([own]) => own === key)),
        noNullPrototype: true,
      });
    }
    if (shape.type === 'array') {
      if (shape.prefixItems) return fc.tuple(...shape.prefixItems.map((one) => arbitrary(one, name, depth + 1)));
      const most = Math.max(shape.minItems ?? 0, 2);
      return fc.array(arbitrary(shape.items ?? {}, name, depth + 1), {
        minLength: shape.minItems ?? 0,
        maxLength: most,
      });
    }
    if (shape.type === 'integer' || shape.type === 'number') {
      const least = Math.max(shape.minimum ?? shape.exclusiveMinimum ?? 0, 0);
      return fc.integer({ min: least, max: Math.min(shape.maximum ?? 12, least + 12) });
    }
    if (shape.type === 'boolean') return fc.boolean();
    if (shape.type === 'null') return fc.constant(null);
    if (shape.format === 'date') return fc.constantFrom('2026-04-01', '2026-10-15', '2026-11-02');
    return fc.constantFrom(...words);
  };
  return arbitrary(whole, '', 0);
}
