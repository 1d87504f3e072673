import type { ReturnDocument } from '#contract';

/** Keeps the return of each trust that counts in one period, and no other: thousands would not fit beside each other. */
export class StandingDocuments {
  readonly #wanted: string | null;
  #newest: Pick<ReturnDocument, 'period' | 'last'> | null = null;
  #documents = new Map<string, ReturnDocument>();

  /** `wanted` is the period; null for the newest of those that come. */
  constructor(wanted: string | null) {
    this.#wanted = wanted;
  }

  add(document: ReturnDocument): void {
    if (this.#wanted === null ? !this.#isOfNewest(document) : document.period !== this.#wanted) return;
    const before = this.#documents.get(document.trust.code);
    if (!before || returnedAt(before) <= returnedAt(document)) this.#documents.set(document.trust.code, document);
  }

  /** The period compiled; null where nothing came that could be. */
  get period(): string | null {
    return this.#wanted ?? this.#newest?.period ?? null;
  }

  /** By the code of the trust. */
  get documents(): ReturnDocument[] {
    return [...this.#documents.values()].sort((one, other) => (one.trust.code < other.trust.code ? -1 : 1));
  }

  #isOfNewest({ period, last }: ReturnDocument): boolean {
    const newest = this.#newest;
    if (period === newest?.period) return true;
    // A quarter and its last month end on one day: the quarter is what is returned nationally.
    const isNewer = !newest || last > newest.last || (last === newest.last && period.includes('Q'));
    if (isNewer) {
      this.#newest = { period, last };
      this.#documents = new Map();
    }
    return isNewer;
  }
}

/** When it was submitted, or made where it does not say: the latest wins. */
export const returnedAt = ({ signatures, madeAt }: ReturnDocument): string => signatures.submitted?.at ?? madeAt;
