import { invariant } from '../../../core/invariant.ts';

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One value of a document and where it stands: steps joined by "/", a "/" or "~" in a step written ~1 or ~0. */
export interface DocumentRecord {
  readonly path: string;
  readonly type: 'record' | 'list' | 'text' | 'number' | 'true' | 'false' | 'null';
  /** The text or number itself, the length of a list; null for the others. */
  readonly value: string | number | null;
}

const writeStep = (step: string) => step.replace(/~/g, '~0').replace(/\//g, '~1');
const readStep = (step: string) => step.replace(/~1/g, '/').replace(/~0/g, '~');

/** A document as records, each container before what it holds, so that it can be written row by row. */
export function recordsOf(value: Json, path = ''): DocumentRecord[] {
  const below = (step: string, child: Json) =>
    recordsOf(child, path === '' ? writeStep(step) : `${path}/${writeStep(step)}`);
  if (value === null) return [{ path, type: 'null', value: null }];
  if (typeof value === 'boolean') return [{ path, type: value ? 'true' : 'false', value: null }];
  if (typeof value === 'number') return [{ path, type: 'number', value }];
  if (typeof value === 'string') return [{ path, type: 'text', value }];
  if (isList(value))
    return [
      { path, type: 'list', value: value.length },
      ...value.flatMap((child, index) => below(String(index), child)),
    ];
  return [
    { path, type: 'record', value: null },
    ...Object.entries(value).flatMap(([step, child]) => below(step, child)),
  ];
}

/** The document that gave these records. Throws where they do not fit together: somebody has changed them. */
export function documentOf(records: readonly DocumentRecord[]): Json {
  const containers = new Map<string, Json[] | Map<string, Json>>();
  let root: Json | undefined;
  const built: { container: Json[] | Map<string, Json>; place: (value: Json) => void }[] = [];
  for (const { path, type, value } of records) {
    const place = placeOf(path, containers, (whole) => {
      root = whole;
    });
    if (type === 'list' || type === 'record') {
      const container = type === 'list' ? [] : new Map<string, Json>();
      containers.set(path, container);
      built.push({ container, place });
    } else place(plainValue(type, value));
  }
  // From the innermost outwards, so that each is whole when it is put in its place.
  for (const { container, place } of built.reverse())
    place(Array.isArray(container) ? container : Object.fromEntries(container));
  invariant(root !== undefined, 'records hold one document');
  return root;
}

function placeOf(
  path: string,
  containers: ReadonlyMap<string, Json[] | Map<string, Json>>,
  setRoot: (value: Json) => void,
) {
  if (path === '') return setRoot;
  const cut = path.lastIndexOf('/');
  // The root is a record or a list under the empty path; a step of its own has no slash.
  const parent = containers.get(cut < 0 ? '' : path.slice(0, cut));
  const step = readStep(path.slice(cut + 1));
  invariant(parent !== undefined, `"${path}" stands in nothing`);
  if (!Array.isArray(parent)) {
    // Order of keys is order of records, also for a record or list that is filled later.
    parent.set(step, null);
    return (value: Json) => void parent.set(step, value);
  }
  const index = Number(step);
  invariant(index === parent.length, `"${path}" is out of order`);
  parent.push(null);
  return (value: Json) => {
    parent[index] = value;
  };
}

function plainValue(type: DocumentRecord['type'], value: string | number | null): Json {
  if (type === 'text') return value === null ? '' : String(value);
  if (type === 'number') {
    invariant(typeof value === 'number', 'a number is a number');
    return value;
  }
  return type === 'null' ? null : type === 'true';
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
