import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBundle } from '../../../electron/features/returns/bundle/read.ts';
import { openTestPlanner } from './planner.ts';

const folder = join(import.meta.dirname, '../../fixtures/bundles');
const bytesOf = (name: string) => readFileSync(join(folder, `${name}.mwpreturn`));
const read = async (name: string, passphrase: string | null = null) => {
  const reading = await readBundle(bytesOf(name), { passphrase });
  if (reading.kind === 'refused') throw new Error(reading.message);
  return reading;
};
const passphrase = 'told by telephone';
const staffed = {
  trust: { code: 'RX1', name: 'Thistledown & Mallowmere' },
  period: '2026-Q2',
  signatures: { signedOff: { role: 'Director of midwifery' }, submitted: { role: 'Head of midwifery' } },
};

test('every bundle that was kept is read by a test here', () => {
  expect(readdirSync(folder).sort()).toEqual([
    'format-1-first-documents.mwpreturn',
    'format-1-plain.mwpreturn',
    'format-1-sealed.mwpreturn',
    'format-2-own-measures-sealed.mwpreturn',
    'format-2-own-measures.mwpreturn',
    'newer-that-only-newer-read.mwpreturn',
    'newer-with-unknown-fields.mwpreturn',
  ]);
});

test.each([
  ['open', 'format-1-plain', null],
  ['with its passphrase', 'format-1-sealed', passphrase],
])('a bundle of the first format is read %s, with answers, evidence and the establishment', async (_, name, words) => {
  const { document, version, notUnderstood } = await read(name, words);
  expect({ version, notUnderstood }).toEqual({ version: 1, notUnderstood: [] });
  expect(document).toMatchObject(staffed);
  expect(document.lines).toHaveLength(12);
  expect(document.lines[0]).toMatchObject({
    reference: '4.1',
    status: 'green',
    nextSteps: 'Fund the three posts that are missing.',
    lead: 'Head of Midwifery',
    due: '2028-03-31',
    evidenceItems: [{ kind: 'document', title: 'Board paper 7', day: '2026-09-24' }],
  });
  expect(document.workforce.rows.find(({ level }) => level === 'trust')).toMatchObject({
    funded: 9_600_000,
    inPost: 8_890_000,
  });
  const vacancy = document.measures.values.find(({ measure, group }) => measure === 'vacancy-rate' && group === null);
  expect(vacancy).toMatchObject({ numerator: 710_000, denominator: 9_600_000 });
});

test('a return as it was first written, without measures, signatures and corrections, is read with none of them', async () => {
  const { document } = await read('format-1-first-documents');
  expect(document).toMatchObject({
    trust: staffed.trust,
    measures: { definitions: [], values: [], basis: { tool: null } },
    signatures: { checked: null, signedOff: null, submitted: null },
    restatements: [],
    sinceBefore: null,
  });
  expect(document.lines[0]).toMatchObject({ status: 'green', nextSteps: '', evidenceItems: [], sharing: false });
});

test.each([
  ['open', 'format-2-own-measures', null],
  ['with its passphrase', 'format-2-own-measures-sealed', passphrase],
])('a trust’s own measure is read %s with its definition, its numbers and its note', async (_, name, words) => {
  const { document } = await read(name, words);
  const { definitions, values } = document.measures;
  expect(definitions.find(({ id }) => id === 'homebirth-cover')).toMatchObject({
    numerator: 'nights with two midwives',
    exclusions: 'Nights on which the service was closed.',
    definedBy: { kind: 'trust', code: 'RX1', name: 'Thistledown & Mallowmere' },
  });
  expect(values.find(({ measure }) => measure === 'homebirth-cover')).toMatchObject({
    numerator: 81,
    denominator: 92,
    on: '2026-09-30',
    note: 'Three nights were closed',
  });
});

test('a bundle of a newer planner that older ones can read is received, and what is not understood is said', async () => {
  const { notUnderstood, document } = await read('newer-with-unknown-fields');
  expect(notUnderstood).toEqual(['document.lines[0].confidence', 'document.maturity', 'attachments']);
  expect(JSON.stringify(document)).not.toContain('maturity');
  const { client } = openTestPlanner();
  const { id: lmns } = await client.lmns.setUp({ name: 'Mallowmere LMNS', kind: 'LMNS' });
  const contents = bytesOf('newer-with-unknown-fields').toString('base64');
  const outcome = await client.lmns.receive({ lmns, fileName: 'RX1.mwpreturn', contents, addTrust: true });
  expect(outcome).toMatchObject({ kind: 'received', said: expect.stringContaining('document.maturity') });
});

test('a bundle that only newer planners can read is refused with what to do', async () => {
  expect(await readBundle(bytesOf('newer-that-only-newer-read'))).toMatchObject({
    kind: 'refused',
    code: 'newer',
    message: expect.stringContaining('Update this planner, then read it again.'),
  });
});
