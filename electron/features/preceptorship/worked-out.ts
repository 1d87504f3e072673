import type { Assessed } from './calculations/assess.ts';
import type { Living } from './calculations/living.ts';

/** A preceptee with all that is recorded, and what follows from it. */
export type Preceptee = Living &
  Assessed & {
    /** Signed off or gone by today: such a one is in no list of what is to be done. */
    readonly isOver: boolean;
  };

interface Kept extends Living {
  readonly work: () => Assessed;
  worked: Assessed | undefined;
}

const parts = {
  standing: true,
  owed: true,
  hours: true,
  sure: true,
  because: true,
  due: true,
  beside: true,
  breaches: true,
} satisfies Record<keyof Assessed, true>;

/** Reads each part from what is worked out once, at the first question. */
const prototype = Object.defineProperties(
  {},
  Object.fromEntries(
    (Object.keys(parts) as (keyof Assessed)[]).map((part) => [
      part,
      {
        get(this: Kept) {
          this.worked ??= this.work();
          return this.worked[part];
        },
      },
    ]),
  ),
);

/**
 * What follows is worked out only once it is asked for: of many years' preceptees most are over, and most questions are
 * about the others.
 */
export function workedOut(living: Living, isOver: boolean, work: () => Assessed): Preceptee {
  const kept = Object.create(prototype) as object;
  return Object.assign(kept, living, { isOver, work, worked: undefined }) as unknown as Preceptee;
}
