import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const minutes = 60_000;
/** Tests that look at what their process takes have one to themselves. */
const alone = ['imports/workbook/fuzz.test.ts'];

/** Files that take minutes are begun first: begun last, one of them would run on alone. */
const long =
  /(every-(dialog|screen)|how-made|sample-whole|help|imports(-samples)?|hostile-calls|encrypted|worker|combined-variants)\.test\.ts$/;
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => long.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '../node_modules/.vite',
  test: {
    setupFiles: ['support/each-file.ts'],
    sequence: { sequencer: LongFirst },
    // A list here would be added to those below: each kind of test names its own files.
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: ['**/*.test.ts'],
          exclude: ['journeys/**', ...alone],
          // Every test makes its own store; loading the app anew for each file would take a quarter of the time.
          isolate: false,
          // A test that hangs ends; one that only waits for its turn on a busy machine does not fail.
          testTimeout: 2 * minutes,
          hookTimeout: minutes,
        },
      },
      { extends: true, test: { name: 'alone', include: alone, testTimeout: 2 * minutes } },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['journeys/**/*.test.ts'],
          isolate: false,
          testTimeout: 3 * minutes,
          hookTimeout: 3 * minutes,
          setupFiles: ['journeys/support/each-journey.ts'],
          globalSetup: ['journeys/support/built.ts'],
        },
      },
    ],
  },
});
