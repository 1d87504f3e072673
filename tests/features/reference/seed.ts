import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const path = join(import.meta.dirname, '../../../../shared/seeds/001_165e44d3772ccdcb.txt');

/** The published table, where it lies beside the project; null elsewhere. */
export const publishedTable: string | null = existsSync(path) ? readFileSync(path, 'utf8') : null;

/** Ends the name of a test that needs the published table. */
export const skipNote = publishedTable === null ? ' (skipped: the published table is not beside the project)' : '';

/** The published rows that have a reference, read in the plainest way. */
export function publishedRows(): { reference: string; sentence: string; ticks: string[] }[] {
  return (publishedTable ?? '')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([reference]) => /^\d+\.\d+$/.test(reference ?? ''))
    .map(([reference = '', sentence = '', ...ticks]) => ({
      reference,
      sentence,
      ticks: ticks.map((tick) => tick.trim()),
    }));
}
