// `npm test [-- files…]`: runs every test that can run on this machine, and says in one line each what was skipped and why.
// PLANNER_REQUIRE (a list of desktop, packaged, browser) makes the absence of one of them a failure, as on the build machine.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `The tests need Node 22.18 or later and this is ${process.version}. Run \`npm install\` first: it brings Node 24 for the scripts.`,
  );
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'planner-tests-'));

/** Runs the tests of some projects, two files at once, and answers how it went. */
function run(...projects) {
  const report = join(folder, `${projects[0]}.json`);
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--maxWorkers=2'];
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, '--passWithNoTests'];
  const args = [...vitest, ...chosen, ...reporters, ...process.argv.slice(2)];
  // What the tests start again and again is read and compiled once.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') };
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env });
  return { status, ...JSON.parse(readFileSync(report, 'utf8')) };
}

const runs = [run('fast', 'alone'), run('journeys')];
rmSync(folder, { recursive: true });
const testResults = runs.flatMap((one) => one.testResults);
const sum = (count) => runs.reduce((total, one) => total + one[count], 0);
const [passed, pending] = [sum('numPassedTests'), sum('numPendingTests')];
const skipped = testResults
  .flatMap((file) => file.assertionResults)
  .filter((test) => test.status === 'pending' || test.status === 'skipped')
  .map((test) => test.ancestorTitles[0] ?? test.title);
for (const name of new Set(skipped)) console.log(`skipped: ${name}`);
for (const file of testResults.filter(({ status }) => status === 'failed')) {
  const names = file.assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName);
  console.log(`failed: ${relative('.', file.name)}: ${names.join('; ') || file.message}`);
}
const brokenFiles = testResults.filter(
  (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
).length;
const failed = sum('numFailedTests') + brokenFiles;
console.log(`${passed} passed, ${failed} failed${pending ? `, ${pending} skipped` : ''}`);
process.exit(runs.every(({ status }) => status === 0) && failed === 0 && passed > 0 ? 0 : 1);
