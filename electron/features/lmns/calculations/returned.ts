import type {
  MeasureDefinition,
  MeasureValue,
  ReturnBasis,
  ReturnDocument,
  ReturnRestatement,
  ReturnStatus,
  WorkforceRow,
} from '#contract';

/** What the compile needs of one return; the document itself may be let go. */
export interface Returned {
  readonly code: string;
  readonly name: string;
  readonly system: string | null;
  readonly period: string;
  readonly title: string;
  readonly first: string;
  readonly last: string;
  readonly madeAt: string;
  readonly submittedAt: string | null;
  /** When it was submitted, or made where it does not say: the latest wins. */
  readonly returnedAt: string;
  readonly appVersion: string;
  /** Such as "training-courses 1" by id. */
  readonly packs: ReadonlyMap<string, string>;
  readonly basis: ReturnBasis;
  readonly lines: readonly { readonly reference: string; readonly title: string; readonly objective: string }[];
  readonly statuses: ReadonlyMap<string, ReturnStatus | null>;
  readonly definitions: readonly MeasureDefinition[];
  readonly values: readonly MeasureValue[];
  /** Rows summed over a staff group, and over the trust. */
  readonly workforce: readonly WorkforceRow[];
  readonly restatements: readonly ReturnRestatement[];
}

/** Keeps one of each of equal things: returns of a hundred trusts hold the same definitions. */
export type Intern = <Thing>(thing: Thing) => Thing;

export function interning(): Intern {
  const kept = new Map<string, unknown>();
  return <Thing>(thing: Thing) => {
    const key = JSON.stringify(thing);
    const known = kept.get(key);
    if (known !== undefined) return known as Thing;
    kept.set(key, thing);
    return thing;
  };
}

/** What the compile keeps of a return. */
export function returnedOf(document: ReturnDocument, intern: Intern): Returned {
  const { trust, system, period, title, first, last, madeAt, appVersion, measures, signatures } = document;
  const submittedAt = signatures.submitted?.at ?? null;
  return {
    code: trust.code,
    name: trust.name,
    system: system?.name ?? null,
    period,
    title,
    first,
    last,
    madeAt,
    submittedAt,
    appVersion,
    returnedAt: submittedAt ?? madeAt,
    packs: intern(new PackVersions(document.packs.map(({ id, version }) => [id, version]))),
    basis: measures.basis,
    lines: intern(
      document.lines.map((line) => ({
        reference: line.reference,
        title: line.title,
        objective: line.objective,
      })),
    ),
    statuses: new Map(document.lines.map(({ reference, status }) => [reference, status])),
    definitions: intern(measures.definitions),
    values: measures.values.map((value) => ({
      ...value,
      measure: intern(value.measure),
      formula: intern(value.formula),
      pack: intern(value.pack),
    })),
    workforce: document.workforce.rows.filter(({ level }) => level === 'staff group' || level === 'trust'),
    restatements: document.restatements,
  };
}

/** A map that says as JSON what it holds, so that equal ones are told, and an empty one from an empty list. */
class PackVersions extends Map<string, string> {
  toJSON() {
    return { versions: [...this] };
  }
}
