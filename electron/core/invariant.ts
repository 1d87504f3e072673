/** Throws where a condition that our own code guarantees does not hold: a bug, never something a user did. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`);
}

/** Stands in the branch that no value can reach, so that the compiler names the case that was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`No case for ${JSON.stringify(value)}`);
}
