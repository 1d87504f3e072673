// `npm run typecheck`: every TypeScript project of ours, each of which must have seen files: one that sees none passes.
import { spawnSync } from 'node:child_process';
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

function check(configuration) {
  // What the last check found out is kept: a second one looks at what has changed since.
  const kept = join(project, 'node_modules', '.cache', 'types', `${configuration.replaceAll('/', '-')}.tsbuildinfo`);
  const args = [compiler, '-p', configuration, '--noEmit', '--listFiles', '--incremental', '--tsBuildInfoFile', kept];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8', maxBuffer: 1 << 28 });
  const lines = stdout.split(/\r?\n/u).filter((line) => line !== '');
  const isFile = (line) => /\.(?:[cm]?[jt]sx?|json)$/u.test(line) && !line.includes(': error ');
  const ours = lines.filter((line) => isFile(line) && !line.includes('/node_modules/'));
  const complaints = lines.filter((line) => !isFile(line));
  for (const complaint of complaints) console.error(complaint);
  if (ours.length === 0) console.error(`${configuration}: no file was checked.`);
  else console.log(`${configuration}: ${ours.length} files checked.`);
  return status === 0 && ours.length > 0;
}

process.exit(configurations.map(check).every(Boolean) ? 0 : 1);
