import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { paperPdf } from '../../../electron/exports/papers/pdf.ts';
import { temporaryFolder } from '../../support/database.ts';
import { samplePaper } from './sample.ts';

const noReader = spawnSync('pdftotext', ['-v']).error === undefined ? null : 'pdftotext is not on this machine';
let bytes: Uint8Array;
let text: string;
beforeAll(async () => {
  bytes = await paperPdf(samplePaper);
  text = Buffer.from(bytes).toString('latin1');
});

describe('a paper as a PDF', () => {
  test('begins and ends as a PDF does, and carries its font', () => {
    expect(text.slice(0, 5)).toBe('%PDF-');
    expect(text.trimEnd().slice(-5)).toBe('%%EOF');
    expect(text).toContain('Roboto-Regular');
    expect(text).not.toContain('/BaseFont /Helvetica');
  });

  test('bears its language, and shows its title', () => {
    expect(text).toContain('/Lang (en-GB)');
    expect(text).toContain('/DisplayDocTitle true');
  });

  test.skipIf(noReader !== null)(noReader ?? 'says every sentence, figure and chart label of the paper', () => {
    const file = join(temporaryFolder(), 'paper.pdf');
    writeFileSync(file, bytes);
    const read = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).stdout.replaceAll('\u00a0', ' ');
    for (const said of [
      'Staffing report & figures',
      'Thistledown <Mallowmere>',
      '6.10 WTE are vacant (4.49 % of funded).',
      '−1.65 WTE and ≥ 2.',
      'Page 1 of',
      'Posts in the budget.',
      '124.6',
      'All red flags',
    ])
      expect(read).toContain(said);
    expect(read).toMatch(/Midwives\s+136\.00\s+124\.60/);
    expect(read).toMatch(/All\s+152\.00\s+138\.50/);
  });

  test.skipIf(noReader !== null)(noReader ?? 'tells a screen reader its headings, lists, tables and pictures', () => {
    const file = join(temporaryFolder(), 'tagged.pdf');
    writeFileSync(file, bytes);
    expect(spawnSync('pdfinfo', [file], { encoding: 'utf8' }).stdout).toMatch(/Tagged:\s+yes/);
    const tree = spawnSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' }).stdout;
    const said = tree.replaceAll('\u00a0', ' ').replaceAll(/\s+/g, ' ').replaceAll('" "', ' ').replaceAll(/ "/g, '"');
    for (const part of [
      'H1 (block)"Staffing report & figures"',
      'H2 (block)"What this report says"',
      'H3 (block)"Establishment"',
      'LBody (block)"6.10 WTE are vacant (4.49 % of funded)."',
      'Caption"Establishment by staff group (WTE)"',
      'TH: /Scope /Column"Funded"',
      'TH: /Scope /Row"Midwives" TD"136.00"',
      'P (block)"Funded: Posts in the budget."',
    ])
      expect(said).toContain(part);
    expect(tree.match(/^\s*TR$/gm)).toHaveLength(3);
    expect(tree.match(/^\s*TH:/gm)).toHaveLength(5);
    expect(tree.match(/^\s*Figure$/gm)).toHaveLength(2);
    // What stands at the foot of each page is no part of what is read.
    expect(said).not.toContain('Page 1 of');
    expect(text).toContain('/Alt (Bar chart, funded and in post. Midwives 136.00 and 124.60.)');
  });

  test('opens on its own, twice in a row, with nothing fetched', async () => {
    expect((await paperPdf(samplePaper)).byteLength).toBeGreaterThan(10_000);
  });
});
