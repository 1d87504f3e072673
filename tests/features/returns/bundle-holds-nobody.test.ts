import { expect, test } from 'vitest';
import { z } from 'zod';
import { bundleContents, bundleEnvelope, type ReturnDocument } from '../../../electron/contract/index.ts';
import { readBundle } from '../../../electron/features/returns/bundle/read.ts';
import { bundleOf } from '../../../electron/features/returns/bundle/service.ts';
import { writeBundle } from '../../../electron/features/returns/bundle/write.ts';
import { bundleTexts } from '../../../electron/features/returns/calculations/bundle-texts.ts';

/** What zod says of a schema, in the parts that are walked here. */
interface Schema {
  readonly def: {
    readonly type: string;
    readonly shape?: Readonly<Record<string, Schema>>;
    readonly element?: Schema;
    readonly innerType?: Schema;
    readonly options?: readonly Schema[];
    readonly in?: Schema;
    readonly values?: readonly unknown[];
    readonly entries?: Readonly<Record<string, string>>;
  };
  /** Of a text that is checked: a date, a pattern and the like. */
  readonly format?: string | null;
  safeParse(value: unknown): { readonly success: boolean };
}

interface Leaf {
  readonly path: string;
  readonly schema: Schema;
}

/** Every leaf of a schema by its path; a step into a list is written []. Throws on what has keys that nobody knows. */
function leavesOf(schema: Schema, path = ''): Leaf[] {
  const { def } = schema;
  const below = (inner: Schema | undefined, step = '') => (inner ? leavesOf(inner, `${path}${step}`) : []);
  if (def.type === 'object')
    return Object.entries(def.shape ?? {}).flatMap(([key, inner]) => below(inner, path === '' ? key : `.${key}`));
  if (def.type === 'array') return below(def.element, '[]');
  if (def.type === 'nullable' || def.type === 'optional' || def.type === 'default') return below(def.innerType);
  if (def.type === 'union') return (def.options ?? []).flatMap((option) => below(option));
  if (def.type === 'pipe') return below(def.in);
  if (/^(string|number|boolean|literal|enum|null)$/.test(def.type)) return [{ path, schema }];
  throw new Error(`${path} is ${def.type}: it has to be of a kind whose contents are known`);
}

const byFormat: Readonly<Record<string, string>> = {
  date: 'date',
  datetime: 'date',
  regex: 'code by its pattern',
  base64: 'packed contents',
  url: 'link',
};

/** The declared class of a leaf; undefined for a text that nobody has classed. */
function classOf({ path, schema: { def, format } }: Leaf): string | undefined {
  if (def.type !== 'string') return def.type === 'number' ? 'count or rate' : 'closed list';
  const declared = bundleTexts.get(path.replace(/^document\./, ''));
  return declared ?? byFormat[format ?? ''];
}

const unclassed = (schema: z.ZodType) =>
  leavesOf(schema as unknown as Schema)
    .filter((leaf) => classOf(leaf) === undefined)
    .map(({ path }) => path);

test('every part of a bundle is of a declared class: a count, a date, a code, an organisation, a role, or a text that is checked', () => {
  expect(leavesOf(bundleContents as unknown as Schema).length).toBeGreaterThan(130);
  expect(unclassed(bundleContents)).toEqual([]);
  // How contents are packed and sealed is fixed by name.
  expect(unclassed(bundleEnvelope)).toEqual([]);
});

test('a part that somebody adds without a class is found, and so is one that could hold anything', () => {
  expect(unclassed(bundleContents.extend({ nurse: z.object({ called: z.string() }) }))).toEqual(['nurse.called']);
  expect(() => unclassed(bundleContents.extend({ more: z.record(z.string(), z.string()) }))).toThrow(/more is record/);
  expect(() => unclassed(bundleContents.extend({ more: z.unknown() }))).toThrow(/more is unknown/);
});

test('no class is declared for what is no part of a bundle', () => {
  const paths = new Set(leavesOf(bundleContents as unknown as Schema).map(({ path }) => path));
  expect([...bundleTexts.keys()].filter((path) => !paths.has(`document.${path}`))).toEqual([]);
});

const samples = ['RX1', '2026-Q2', '2026-09-30', '2026-10-03T09:30:00.000Z', 'https://example.org/measure'];

/** A document in which every part is there once. */
function wholeOf(schema: Schema): unknown {
  const { def, format } = schema;
  if (def.type === 'object')
    return Object.fromEntries(Object.entries(def.shape ?? {}).map(([key, inner]) => [key, wholeOf(inner)]));
  if (def.type === 'array') return def.element ? [wholeOf(def.element)] : [];
  if (def.innerType) return wholeOf(def.innerType);
  if (def.type === 'union') return wholeOf(def.options?.[0] as Schema);
  if (def.type === 'literal') return def.values?.[0];
  if (def.type === 'enum') return Object.values(def.entries ?? {})[0];
  if (def.type === 'number') return 10;
  if (def.type === 'boolean') return true;
  return format ? samples.find((one) => schema.safeParse(one).success) : 'words';
}

const whole = () => bundleContents.parse(wholeOf(bundleContents as unknown as Schema)).document;

/** The whole document with a text planted at a path. */
function planted(path: string, text: string): ReturnDocument {
  const document = whole() as unknown as Record<string, unknown>;
  const steps = path.replaceAll('[]', '.0').split('.');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<Record<string, unknown>>((from, step) => from[step] as Record<string, unknown>, document);
  holder[last] = text;
  return document as unknown as ReturnDocument;
}

const looked = [...bundleTexts].filter(([, kind]) => kind === 'approved text' || kind === 'role');
const nobody = { names: [], numbers: [] };
const ward = { names: ['Okonkwo, Adaeze'], numbers: ['24433565'] };
const asked = { passphrase: null, namesNobody: false };

test('a whole return that tells of nobody is made into a bundle and read again', async () => {
  expect(await bundleOf(whole(), ward, asked)).toMatchObject({ kind: 'made' });
  expect(await readBundle(await writeBundle(whole()))).toMatchObject({ kind: 'read' });
});

test('a member of staff who is named in any text that somebody types is found before a bundle is made', async () => {
  expect(looked.length).toBeGreaterThan(45);
  for (const [path, kind] of looked) {
    const texts = kind === 'role' ? ['Adaeze Okonkwo', 'Mrs Okonkwo'] : ['Agreed by Adaeze Okonkwo', 'see 24433565'];
    for (const text of texts)
      expect(await bundleOf(planted(path, text), ward, asked), path).toMatchObject({ kind: 'names somebody' });
  }
});

test('a person who is named in any text that somebody types is found by the planner that receives it, which knows no staff', async () => {
  for (const [path, kind] of looked) {
    const texts =
      kind === 'role'
        ? ['Adaeze Okonkwo', 'Jane Smith']
        : ['Agreed with Jane Smith on the ward', 'Ask Dr Okonkwo', 'write to a.okonkwo@nhs.net', 'about 943 476 5919'];
    for (const text of texts) {
      // As a planner that does not look would send it.
      const reading = await readBundle(await writeBundle(planted(path, text)));
      expect(reading, `${path}: ${text}`).toMatchObject({ code: 'names somebody' });
      expect(await bundleOf(planted(path, text), nobody, asked), path).toMatchObject({ kind: 'names somebody' });
    }
  }
});
