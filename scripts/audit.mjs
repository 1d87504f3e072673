// `npm run audit:shipped`: known faults in the packages that are shipped, by the registry's own list. Where the registry has
// no such list, as behind a mirror, it says so and passes: then nothing was checked.
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { project, shippedPackages } from './shipped.mjs';

const { stdout } = spawnSync('npm', ['audit', '--json'], {
  cwd: project,
  encoding: 'utf8',
  maxBuffer: 1 << 28,
  shell: process.platform === 'win32',
});

function readReport() {
  try {
    const report = JSON.parse(stdout);
    return report.vulnerabilities === undefined ? null : report;
  } catch {
    return null;
  }
}

const report = readReport();
if (report === null) {
  console.log('NOT CHECKED for known faults: the registry in use answers no audit. Run this again where it does.');
} else {
  const shipped = new Set(shippedPackages().map(({ about }) => about.name));
  const faults = Object.values(report.vulnerabilities).filter(({ name }) => shipped.has(name));
  for (const { name, severity, range } of faults) console.error(`${name} ${range}: ${severity}`);
  console.log(`${faults.length} known faults in ${shipped.size} shipped packages.`);
  if (faults.some(({ severity }) => severity === 'high' || severity === 'critical')) process.exitCode = 1;
}
