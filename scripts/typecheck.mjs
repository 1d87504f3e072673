// `npm run typecheck`: every TypeScript project of ours, each of which must have seen files: one that sees none passes.
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const compiler = join(project, 'node_modules', 'typescript', 'bin', 'tsc');
const configurations = [
  'tsconfig.json',
  'electron/tsconfig.pure.json',
  'renderer/tsconfig.json',
  'tests/journeys/tsconfig.json',
];

/** Whether a project is sound, and what is to be said of it. */
async function check(configuration) {
  // What the last check found out is kept: a second one looks at what has changed since.
  const kept = join(project, 'node_modules', '.cache', 'types', `${configuration.replaceAll('/', '-')}.tsbuildinfo`);
  const args = [compiler, '-p', configuration, '--noEmit', '--listFiles', '--incremental', '--tsBuildInfoFile', kept];
  const { failed, stdout } = await new Promise((settle) => {
    const settings = { cwd: project, maxBuffer: 1 << 28 };
    execFile(process.execPath, args, settings, (error, printed) => settle({ failed: error, stdout: printed }));
  });
  const lines = stdout.split(/\r?\n/u).filter((line) => line !== '');
  const isFile = (line) => /\.(?:[cm]?[jt]sx?|json)$/u.test(line) && !line.includes(': error ');
  const ours = lines.filter((line) => isFile(line) && !line.includes('/node_modules/'));
  for (const complaint of lines.filter((line) => !isFile(line))) console.error(complaint);
  if (failed && typeof failed.code !== 'number') console.error(`${configuration}: ${failed.message}`);
  if (ours.length === 0) console.error(`${configuration}: no file was checked.`);
  else console.log(`${configuration}: ${ours.length} files checked.`);
  return failed === null && ours.length > 0;
}

/** The largest first, beside the others one after the other. */
const [largest, ...others] = configurations;
const besides = async () => {
  const sound = [];
  for (const configuration of others) sound.push(await check(configuration));
  return sound;
};
const all = await Promise.all([check(largest), besides()]);
process.exit(all.flat().every(Boolean) ? 0 : 1);
