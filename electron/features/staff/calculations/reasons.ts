import type { LeavingReasons, ReasonGroup } from '../../../contract/leaving-reasons.ts';

/** What the pack says of a reason for leaving. */
export interface JudgedReason {
  readonly group: ReasonGroup;
  readonly avoidable: boolean;
  /** Key of an element of retention; null where the pack names none. */
  readonly element: string | null;
}

const headOf = (reason: string) => reason.toLowerCase().split(/\s+-\s+/)[0] ?? '';
const notListed: JudgedReason = { group: 'other', avoidable: true, element: null };

/**
 * Judges reasons by the pack. One that is not in the list is judged by the start of its words where all of the list that
 * start so agree, else as other and avoidable; so is a blank one.
 */
export function reasonJudge({ reasons }: Pick<LeavingReasons, 'reasons'>): (reason: string | null) => JudgedReason {
  const listed = new Map(reasons.map((one) => [one.reason.toLowerCase(), one]));
  return (reason) => {
    if (reason === null) return notListed;
    const own = listed.get(reason.toLowerCase());
    if (own) return { group: own.group, avoidable: own.avoidable, element: own.element ?? null };
    const alike = reasons.filter((one) => headOf(one.reason) === headOf(reason));
    const [first] = alike;
    const agree = alike.every(({ group, avoidable }) => group === first?.group && avoidable === first.avoidable);
    return first && agree ? { group: first.group, avoidable: first.avoidable, element: null } : notListed;
  };
}
