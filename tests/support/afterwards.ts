const works: (() => unknown)[] = [];

/** Has `work` done once the tests of this file are: what was asked for last is done first. */
export function afterwards(work: () => unknown): void {
  works.push(work);
}

/** Does what was asked for, all of it, and throws the first thing that failed. */
export async function tidyUp(): Promise<void> {
  const failures: unknown[] = [];
  for (const work of works.splice(0).reverse()) {
    try {
      await work();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
