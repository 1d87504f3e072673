// `npm run trees`: keeps anew what a screen reader is told of every screen and dialog, where a change of it is meant.
import { spawnSync } from 'node:child_process';

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--project', 'journeys'];
// The file comes first: the option would take it for its value.
const args = [...vitest, 'tests/journeys/every-screen.test.ts', 'tests/journeys/every-dialog.test.ts', '--update'];
process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1);
