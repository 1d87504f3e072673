/** One value within a pack: the path that names it alone, and where it can be read and replaced. */
export interface Place {
  readonly path: string;
  /** The words of the elements around it, the innermost last. */
  readonly around: readonly Readonly<Record<string, unknown>>[];
  readonly value: unknown;
  replace(value: unknown): void;
}

type Step = { readonly field: string } | { readonly element: string };

/** Fields that tell the elements of a list apart, the first that does so for all of them. */
const identities = ['key', 'reference', 'number', 'name', 'designation', 'reason'] as const;

/**
 * The places of some content that a path names: `stages[advert].weeksToStart` names one, `stages[*].weeksToStart` one in
 * each element. An element is named by its key, reference, number, name or reason, and where these do not tell by its place from
 * 0 on, so that a path stays right when a later edition adds elements.
 */
export function placesAt(content: unknown, path: string): Place[] {
  return follow(content, stepsOf(path), '', []);
}

function stepsOf(path: string): Step[] {
  return [...path.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map(([, element, field]) =>
    element === undefined ? { field: field ?? '' } : { element },
  );
}

function follow(content: unknown, steps: readonly Step[], path: string, around: Place['around']): Place[] {
  const [step, ...rest] = steps;
  if (step === undefined || typeof content !== 'object' || content === null) return [];
  if ('field' in step) {
    const holder = content as Record<string, unknown>;
    if (!(step.field in holder)) return [];
    const here = path === '' ? step.field : `${path}.${step.field}`;
    return at(holder, step.field, here, rest, around);
  }
  if (!Array.isArray(content)) return [];
  const names = namesOf(content);
  return names.flatMap((name, index) =>
    step.element === '*' || step.element === name
      ? at(content as unknown as Record<string, unknown>, String(index), `${path}[${name}]`, rest, around)
      : [],
  );
}

function at(
  holder: Record<string, unknown>,
  key: string,
  path: string,
  rest: readonly Step[],
  around: Place['around'],
): Place[] {
  const value = holder[key];
  if (rest.length === 0) return [{ path, around, value, replace: (other) => void (holder[key] = other) }];
  const isElement = typeof value === 'object' && value !== null && !Array.isArray(value);
  return follow(value, rest, path, isElement ? [...around, value as Record<string, unknown>] : around);
}

function namesOf(elements: readonly unknown[]): string[] {
  for (const field of identities) {
    const names = elements.map((element) => (element as Record<string, unknown> | null)?.[field]);
    const told = names.every((name) => typeof name === 'string' || typeof name === 'number');
    if (told && new Set(names).size === names.length) return names.map(String);
  }
  return elements.map((_, index) => String(index));
}
