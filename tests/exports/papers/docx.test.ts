import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, test } from 'vitest';
import { paperDocx } from '../../../electron/exports/papers/docx.ts';
import { docxParagraphs, docxParts, docxTables } from '../../support/docx-parts.ts';
import { samplePaper } from './sample.ts';

let bytes: Uint8Array;
let parts: Map<string, string>;
beforeAll(async () => {
  bytes = await paperDocx(samplePaper);
  parts = docxParts(bytes);
});

describe('a paper as a Word file', () => {
  test('has only well-formed parts, and each that it points at is there', () => {
    for (const [path, xml] of parts) {
      const parser = new SaxesParser({ xmlns: true });
      parser.on('error', (error) => {
        throw new Error(`${path}: ${error.message}`);
      });
      parser.write(xml).close();
    }
    const targets = [...(parts.get('word/_rels/document.xml.rels') ?? '').matchAll(/Target="([^"]+)"/g)];
    expect(targets.length).toBeGreaterThan(4);
    for (const [, target = ''] of targets) if (target.endsWith('.xml')) expect(parts.has(`word/${target}`)).toBe(true);
  });

  test('bears its title, the language British English and the time that it was made', () => {
    const core = parts.get('docProps/core.xml');
    expect(core).toContain('<dc:title>Staffing report &amp; figures</dc:title>');
    expect(core).toContain('<dc:language>en-GB</dc:language>');
    expect(core).toContain('>2026-10-03T09:30:00Z</dcterms:created>');
    expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>');
  });

  test('has real headings, in their order', () => {
    const headings = docxParagraphs(bytes).filter(({ style }) => /^(Title|Heading)/.test(style ?? ''));
    expect(headings).toEqual([
      { style: 'Title', text: 'Staffing report & figures' },
      { style: 'Heading1', text: 'What this report says' },
      { style: 'Heading2', text: 'Establishment' },
    ]);
  });

  test('has the table as it is, its first row marked as the header that repeats', () => {
    expect(docxTables(bytes)).toEqual([
      [
        ['Staff group', 'Funded', 'In post'],
        ['Midwives', '136.00', '124.60'],
        ['All', '152.00', '138.50'],
      ],
    ]);
    const document = parts.get('word/document.xml') ?? '';
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  });

  test('has charts that Word draws from their data, each described in words', () => {
    expect([...parts.keys()].filter((path) => /^word\/charts\/chart\d+\.xml$/.test(path))).toHaveLength(2);
    const chart = parts.get('word/charts/chart1.xml') ?? '';
    expect([...chart.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => value)).toEqual(
      expect.arrayContaining(['Funded', 'In post', 'Midwives', '136', '124.6']),
    );
    const document = parts.get('word/document.xml') ?? '';
    expect(document).toContain('descr="Bar chart, funded and in post. Midwives 136.00 and 124.60."');
    expect(document).toContain('descr="Line chart, red flags by month. April 12, May not known, June 9."');
  });

  test('numbers its pages, and says nothing of a person or a place on this machine', () => {
    const foot = parts.get('word/footer1.xml') ?? '';
    expect(foot).toContain('PAGE');
    expect(foot).toContain('NUMPAGES');
    expect(parts.get('docProps/core.xml')).toContain('<dc:creator>Maternity Workforce Planner</dc:creator>');
    expect([...parts.values()].join('')).not.toMatch(/https?:\/\/(?!schemas\.|purl\.org|www\.w3\.org)/);
  });
});
