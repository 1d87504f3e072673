// `npm run sbom`: what the app ships, as a CycloneDX bill of materials (dist/sbom.cdx.json) and as a list of licences with
// their texts (dist/licences.txt). Ends with 1 where a licence is unknown or asks for more than to be named.
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAllowed, licenceOf, project, shippedPackages } from './shipped.mjs';

const dist = join(project, 'dist');
const nameOf = ({ about }) => `${about.name}@${about.version}`;

const without = (object, name) => Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));

/** npm's own bill of all that is installed, without what only builds and tests need. */
function billOf(packages) {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: project,
    // A build in this process leaves 'production' behind, with which npm leaves out what the page is built from.
    env: { ...process.env, NODE_ENV: '' },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(stderr);
  const bill = JSON.parse(stdout);
  const shipped = new Set(packages.map(nameOf));
  const own = bill.metadata.component['bom-ref'];
  const components = bill.components.filter(({ name, group, version }) =>
    shipped.has(`${group ? `${group}/` : ''}${name}@${version}`),
  );
  const refs = new Set([own, ...components.map((one) => one['bom-ref'])]);
  const missing = [...shipped].filter(
    (name) => !components.some((one) => `${one.group ? `${one.group}/` : ''}${one.name}@${one.version}` === name),
  );
  if (missing.length > 0) throw new Error(`npm sbom does not name ${missing.join(', ')}`);
  const dependencies = bill.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) }));
  // What installed it would be in its properties otherwise, with paths of this PC.
  const plain = components.map((one) => without(one, 'properties'));
  return { ...bill, components: plain, dependencies };
}

function licenceText(folder) {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/iu.test(name));
  return file !== undefined && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : '';
}

const packages = shippedPackages();
const refused = packages.filter((one) => !isAllowed(licenceOf(one)));
for (const one of refused) console.error(`${nameOf(one)}: ${licenceOf(one) ?? 'names no licence'} may not be shipped.`);
mkdirSync(dist, { recursive: true });
const billFile = join(dist, 'sbom.cdx.json');
/** Without what differs each time it is written: a bill that says the same stays, and with it what was packaged. */
const said = ({ metadata, ...bill }) =>
  JSON.stringify({ ...without(bill, 'serialNumber'), metadata: without(metadata, 'timestamp') });
const bill = billOf(packages);
if (!existsSync(billFile) || said(JSON.parse(readFileSync(billFile, 'utf8'))) !== said(bill))
  writeFileSync(billFile, `${JSON.stringify(bill, null, 1)}\n`);
const list = packages.map((one) => `${nameOf(one)}: ${licenceOf(one)}\n\n${licenceText(one.folder)}`);
writeFileSync(join(dist, 'licences.txt'), `${list.join(`\n\n${'-'.repeat(78)}\n\n`)}\n`);
console.log(`${packages.length} shipped packages in dist/sbom.cdx.json and dist/licences.txt.`);
if (refused.length > 0) process.exit(1);
