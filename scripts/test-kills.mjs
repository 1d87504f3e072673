// `npm run test:kills [-- TIMES]`: kills the planner without warning at so many moments (200 unless told) of each of commit,
// migration, import, backup and restore, and damages as many stores.
import './node-version.mjs';
import { spawnSync } from 'node:child_process';

const times = process.argv[2] ?? '200';
const files = [
  'tests/database/survival.test.ts',
  'tests/database/killed-migration.test.ts',
  'tests/imports/killed.test.ts',
  'tests/backups/killed.test.ts',
  'tests/backups/salvage.test.ts',
];
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--project', 'fast'];
const { status } = spawnSync(process.execPath, [...vitest, '--maxWorkers=1', ...files], {
  stdio: 'inherit',
  env: { ...process.env, KILL_RUNS: times, DAMAGE_RUNS: times },
});
process.exit(status ?? 1);
