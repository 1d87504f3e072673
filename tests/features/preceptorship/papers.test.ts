import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/database.ts';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';
import { readCells } from '../../support/read-cells.ts';

const trust = 'T1';

describe.skipIf(!samplesAreHere)(`papers of preceptorship${ifSamples}`, () => {
  async function opened() {
    const { client, import: importFile } = await openImportingTrust();
    await importFile(sampleFile('j_preceptees.xlsx'));
    const { rows } = await client.preceptorship.board({ trust });
    return { client, rows };
  }

  it('the cohort report for the board names nobody and shows no small count', async () => {
    const { client, rows } = await opened();
    const { paper, pictures } = await client.preceptorship.cohortReport({ trust });
    const text = JSON.stringify(paper);
    for (const { name, person, preceptor } of rows)
      for (const word of [name, person, preceptor]) if (word) expect(text).not.toContain(word);
    // Twelve people in seven states and two years: of the seven who are in the programme the number is shown, of one paused person not.
    const states = paper.blocks.find((block) => block.kind === 'table');
    const cells = states?.kind === 'table' ? states.rows.map(({ cells: line }) => line[1]) : [];
    expect(cells.filter((cell) => ['1', '2', '3', '4'].includes(cell ?? ''))).toEqual([]);
    expect(pictures.every((picture) => picture.startsWith('<svg'))).toBe(true);
    const files = await Promise.all(
      (['docx', 'pdf'] as const).map((format) => client.preceptorship.cohortReportFile({ trust, format })),
    );
    expect(files.map(({ fileName }) => fileName)).toEqual([
      'Preceptorship report to the board T1 2026-11-21.docx',
      'Preceptorship report to the board T1 2026-11-21.pdf',
    ]);
    expect(files.map(({ contents }) => Buffer.from(contents, 'base64').subarray(0, 4).toString('latin1'))).toEqual([
      'PK\u0003\u0004',
      '%PDF',
    ]);
  });

  it('the pack for a person’s file has the meetings, hours, competencies and the gate of that person by name', async () => {
    const { client, rows } = await opened();
    const one = rows.find(({ name }) => /farooq/i.test(name));
    const key = one?.key ?? '';
    await client.preceptorship.recordMeeting({
      trust,
      key,
      step: 'start',
      held: '2026-11-10',
      who: 'Jane Mistry',
      agreedActions: 'Book the study day',
    });
    const away = { kind: 'pause', from: '2026-11-16', until: null, reason: 'Sickness', note: null } as const;
    await client.preceptorship.recordEvent({ trust, key, event: away });
    const fewer = { kind: 'wte', from: '2026-11-12', wte: 80_000, note: null } as const;
    await client.preceptorship.recordEvent({ trust, key, event: fewer });
    const { paper } = await client.preceptorship.personPack({ trust, key });
    const text = JSON.stringify(paper);
    const events = ['"Sickness"', '"0.80 WTE"'];
    for (const words of [
      one?.name ?? '',
      'First meeting',
      'Jane Mistry',
      'Book the study day',
      'Band 5 to band 6',
      ...events,
    ])
      expect(text).toContain(words);
    const { contents } = await client.preceptorship.personPackFile({ trust, key, format: 'pdf' });
    expect(Buffer.from(contents, 'base64').subarray(0, 4).toString('latin1')).toBe('%PDF');
  });

  it('the pack has what the log says too: its pause, extension, preceptor, and what was answered otherwise', async () => {
    const { client, rows } = await opened();
    const packOf = async (who: RegExp) => {
      const key = rows.find(({ name }) => who.test(name))?.key ?? '';
      await client.preceptorship.notApplicable({ trust, key, step: 'hours', reason: 'Given elsewhere' });
      const { paper } = await client.preceptorship.personPack({ trust, key });
      const tables = paper.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
      const table = (title: string) => tables.find((one) => one.title === title)?.rows.map(({ cells }) => cells);
      return { changed: table('What changed'), facts: table('At a glance') };
    };
    const paused = await packOf(/Imran Obi/);
    expect(paused.changed).toEqual([
      ['Preceptor', '7 January 2026', '–', 'Sandra Rowntree'],
      ['Pause', '20 April 2026', '–', 'Maternity leave'],
      ['Supernumerary hours', '21 November 2026', '–', 'not applicable: Given elsewhere'],
    ]);
    expect((await packOf(/Rosa Rao/)).changed).toContainEqual([
      'Extension',
      '–',
      '8 January 2027',
      'Needs more labour ward experience',
    ]);
    const key = rows.find(({ name }) => /farooq/i.test(name))?.key ?? '';
    const event = { kind: 'preceptor' as const, from: '2026-11-03', preceptor: 'Jane Mistry' };
    await client.preceptorship.recordEvent({ trust, key, event });
    const { changed, facts } = await packOf(/farooq/i);
    expect(facts).toContainEqual(['Preceptor first named on', '3 November 2026']);
    expect(changed).toContainEqual(['Preceptor', '3 November 2026', '–', 'Jane Mistry']);
  });

  it('what is copied and printed of the figures withholds small counts as the workbook does', async () => {
    const { client } = await opened();
    const { rows, shared } = await client.preceptorship.staying({ trust, by: 'cohort' });
    expect(rows.some(({ people }) => people > 0 && people < 5)).toBe(true);
    expect(shared.rows.map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
    for (const [place, { people }] of rows.entries())
      if (people < 5) expect(shared.rows[place]?.people).not.toBe(String(people));
  });

  it('the workbook of the figures withholds small counts too', async () => {
    const { client, rows: people } = await opened();
    const { rows, all, shared } = await client.preceptorship.staying({ trust, by: 'cohort' });
    const { fileName, contents } = await client.preceptorship.stayingFile({ trust, by: 'cohort' });
    expect(fileName).toBe('Preceptorship and staying T1 by cohort.xlsx');
    const path = join(temporaryFolder(), fileName);
    writeFileSync(path, Buffer.from(contents, 'base64'));
    const sheets = await readCells(path);
    const { cells, rows: numbers } = sheets[0]!;
    const lines = numbers.map((row) => ['A', 'B', 'C', 'D', 'E', 'F'].map((column) => cells[column + row] ?? null));
    const begins = (word: string) => lines.findIndex(([first]) => first === word);
    const table = lines.slice(begins('Cohort') + 1, begins('All') + 1);
    // Each line as the screen shares it, whatever the figures behind it are.
    expect(table).toEqual(
      [...shared.rows, shared.all].map((row) => [
        row.name,
        row.people,
        row.meetings,
        row.supernumerary,
        row.at12,
        row.at24,
      ]),
    );
    expect(table.map(([name]) => name)).toEqual([...rows.map(({ name }) => name), 'All']);
    const small = rows.filter((row) => row.people < 5);
    expect(small.length).toBeGreaterThan(1);
    for (const { name } of small) expect(lines[begins(name)]?.[1]).toMatch(/^(not shown|fewer than 5)$/);
    // Neither a small count nor anybody stands elsewhere in the file.
    const text = sheets.flatMap((sheet) => Object.values(sheet.cells).map(String));
    expect(text.filter((word) => /^[1-4]$|\((?:[1-4] of|\d+ of [1-4]\))/.test(word))).toEqual([]);
    for (const { name, person } of people)
      expect(text.filter((word) => word.includes(name) || (person && word.includes(person)))).toEqual([]);
    expect(all.people).toBeGreaterThan(5);
  });
});
