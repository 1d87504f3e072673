import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureFile } from '../../electron/transport/failure-file.ts';
import { now, temporaryFolder } from '../support/database.ts';

const at = () => now().toISOString();

test('an unexpected failure is kept as one line with its reference, what was asked and where it broke', () => {
  const folder = temporaryFolder();
  failureFile(
    folder,
    at,
  )({ reference: 'A1B2C3', procedure: 'rosters.figures', error: new RangeError('no such month') });
  const line = JSON.parse(readFileSync(join(folder, 'failures.jsonl'), 'utf8'));
  expect(line).toMatchObject({ at: '2026-11-21T09:00:00.000Z', reference: 'A1B2C3', procedure: 'rosters.figures' });
  expect(line.error).toContain('RangeError: no such month');
  expect(line.error).toContain('failure-file.test.ts');
});

test('the values of a failed query, which may be names of people, are not kept', () => {
  const folder = temporaryFolder();
  const error = new Error('Failed query: insert into staff values (?)\nparams: Amina Okafor,RM', {
    cause: new Error('disk full'),
  });
  failureFile(folder, at)({ reference: 'A1B2C3', procedure: 'staff.add', error });
  const text = readFileSync(join(folder, 'failures.jsonl'), 'utf8');
  expect(text).not.toContain('Okafor');
  expect(text).toContain('disk full');
});

test('the file begins again when it is large, and one older file is kept', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'failures.jsonl');
  writeFileSync(file, 'x'.repeat(1_000_001));
  failureFile(folder, at)({ reference: 'A1B2C3', procedure: 'a.b', error: new Error('new') });
  expect(readFileSync(file, 'utf8')).toContain('A1B2C3');
  expect(readFileSync(`${file}.old`, 'utf8')).toHaveLength(1_000_001);
});

test('a folder that cannot be written does not make things worse', () => {
  const missing = join(temporaryFolder(), 'missing');
  failureFile(missing, at)({ reference: 'A1B2C3', procedure: 'a.b', error: 'not an error' });
  expect(existsSync(missing)).toBe(false);
});
