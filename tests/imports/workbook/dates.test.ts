import { describe, expect, it } from 'vitest';
import { kindOfBuiltIn, kindOfFormat } from '../../../electron/imports/workbook/number-format.ts';
import { writeRawWorkbook } from '../../support/raw-workbook.ts';
import { readCells } from '../../support/read-cells.ts';
import { temporaryPaths } from '../../support/temporary.ts';

const path = temporaryPaths();

describe('a number format shows', () => {
  const formats = {
    date: [
      'dd/mm/yyyy',
      'd-mmm-yy',
      'mmm yyyy',
      'yyyy',
      'm',
      '[$-809]dd mmmm yyyy;@',
      '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
      'TT.MM.JJJJ',
      'ddd dd mmm yyyy',
      '[$-411]ge.m.d;@',
      'yyyy"年"m"月"d"日"',
      'e/m/d',
      'aaaa',
      '[Red]dd/mm/yyyy',
      'DD/MM/YYYY',
      '[=0]"";dd/mm/yyyy',
      'b2dd/mm/bbbb',
    ],
    time: ['hh:mm', 'h:mm AM/PM', 'mm:ss', 'mm:ss.0', 'h"h"mm', '[$-F400]h:mm:ss\\ AM/PM', 'hh', 'ss', 'h:mm a/p'],
    datetime: ['dd/mm/yyyy hh:mm', 'yyyy-mm-dd\\ h:mm:ss', 'm/d/yy h:mm', 'ddd hh:mm'],
    duration: ['[h]:mm', '[hh]:mm:ss', '[mm]:ss', '[s]', '[H]:MM'],
    percent: ['0%', '0.00%', '#,##0.0 %'],
    number: [
      'General',
      'GENERAL',
      '0',
      '0.0000',
      '#,##0.00',
      '@',
      '0.00E+00',
      '##0.0e-0',
      '"day"0',
      '0\\d',
      '0" hours"',
      '#,##0_);[Red]\\(#,##0\\)',
      '_-£* #,##0.00_-',
      '[$£-809]#,##0.00',
      '[Magenta]0',
      '0_h',
      '',
      '"unclosed',
      '00000000',
      '[<=9999999]###\\-####;\\(###\\)\\ ###\\-####',
      ';;;',
      '"yes";"yes";"no"',
      '0*d',
    ],
  } as const;

  for (const [kind, codes] of Object.entries(formats)) {
    it(`a ${kind}: ${codes.join('  ')}`, () => {
      for (const code of codes) expect(kindOfFormat(code), code).toBe(kind);
    });
  }

  it('what Excel’s built-in numbers mean (ECMA-376 part 1, 18.8.30)', () => {
    const kinds = (ids: number[]): string[] => [...new Set(ids.map(kindOfBuiltIn))];
    expect(kinds([14, 15, 16, 17, 27, 36, 50, 57])).toEqual(['date']);
    expect(kinds([18, 19, 20, 21, 45, 47])).toEqual(['time']);
    expect(kinds([22])).toEqual(['datetime']);
    expect(kinds([46])).toEqual(['duration']);
    expect(kinds([9, 10])).toEqual(['percent']);
    expect(kinds([0, 1, 2, 3, 4, 11, 12, 13, 37, 38, 39, 40, 48, 49, 163])).toEqual(['number']);
  });
});

it('dates and times stay the sheet’s own numbers, and say by their style what they are', async () => {
  const rows =
    '<row r="1"><c r="A1" s="1"><v>46300</v></c><c r="B1" s="2"><v>0.3125</v></c><c r="C1" s="3"><v>1.5</v></c><c r="D1" s="4"><v>46300.75</v></c><c r="E1" s="0"><v>46300</v></c><c r="F1" s="99"><v>1</v></c><c r="G1" s="1" t="str"><v>05/10/2026</v></c></row>';
  const file = await writeRawWorkbook(path('book.xlsx'), {
    sheets: [{ rows }],
    formats: ['dd/mm/yyyy', 'hh:mm', '[h]:mm'],
    builtIns: [22],
  });
  const [sheet] = await readCells(file);
  expect(sheet!.cells).toEqual({ A1: 46300, B1: 0.3125, C1: 1.5, D1: 46300.75, E1: 46300, F1: 1, G1: '05/10/2026' });
  expect(sheet!.kinds).toEqual({ A1: 'date', B1: 'time', C1: 'duration', D1: 'datetime' });
});

it('a format that the file spells out under a built-in number counts as spelt', async () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="14" formatCode="0.00"/></numFmts><cellStyleXfs><xf numFmtId="22"/></cellStyleXfs><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>';
  const [sheet] = await readCells(
    await writeRawWorkbook(path('book.xlsx'), {
      sheets: [{ rows: '<row r="1"><c r="A1"><v>5</v></c></row>' }],
      parts: { 'xl/styles.xml': styles },
    }),
  );
  expect(sheet!.kinds).toEqual({});
});

describe('dates written out in ISO 8601 (cells of type d)', () => {
  const read = async (texts: string[], workbookPr = '') => {
    const rows = `<row r="1">${texts.map((text) => `<c t="d"><v>${text}</v></c>`).join('')}</row>`;
    const [sheet] = await readCells(await writeRawWorkbook(path('book.xlsx'), { sheets: [{ rows }], workbookPr }));
    return sheet!;
  };

  it('become the serial numbers that Excel gives them', async () => {
    const sheet = await read([
      '2026-10-05',
      '2026-10-05T07:30:00',
      '2017-03-16T00:00:00Z',
      '07:30:00',
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
      '2026-10-05T12:00:00+01:00',
    ]);
    expect(Object.values(sheet.cells)).toEqual([46300, 46300.3125, 42810, 0.3125, 1, 59, 61, 46300.5]);
    expect(sheet.kinds).toEqual({
      A1: 'date',
      B1: 'datetime',
      C1: 'datetime',
      D1: 'time',
      E1: 'date',
      F1: 'date',
      G1: 'date',
      H1: 'datetime',
    });
  });

  it('count from 1904 where the workbook does', async () => {
    expect(Object.values((await read(['1904-01-01', '2026-10-05'], '<workbookPr date1904="1"/>')).cells)).toEqual([
      0, 44838,
    ]);
  });

  it('that are no date stay text', async () => {
    expect(Object.values((await read(['PT36H', '5 Oct 2026', '2026-10'])).cells)).toEqual([
      'PT36H',
      '5 Oct 2026',
      '2026-10',
    ]);
  });
});

describe('the 1904 date system', () => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
  const isOf1904 = async (workbookPr: string): Promise<boolean> => {
    const { openFile } = await import('../../../electron/imports/workbook/open.ts');
    const opened = await openFile(await writeRawWorkbook(path('book.xlsx'), { sheets: [{ rows }], workbookPr }));
    if (opened.kind === 'refused') throw new Error(opened.reason);
    await opened.close();
    return opened.date1904;
  };

  it('is recognised in every spelling of true', async () => {
    for (const yes of ['1', 'true', 'TRUE', 'on', ' 1 '])
      expect(await isOf1904(`<workbookPr date1904="${yes}"/>`), yes).toBe(true);
    expect(await isOf1904('<x:workbookPr xmlns:x="urn:x" date1904="1"/>')).toBe(true);
  });

  it('is not taken for granted, nor from an extension of a later Excel', async () => {
    for (const no of ['0', 'false', 'off', ''])
      expect(await isOf1904(`<workbookPr date1904="${no}"/>`), no).toBe(false);
    expect(await isOf1904('')).toBe(false);
    expect(
      await isOf1904(
        '<workbookPr date1904="0"/><extLst><ext uri="x"><x15:workbookPr chartTrackingRefBase="1" date1904="1"/></ext></extLst>',
      ),
    ).toBe(false);
    expect(
      await isOf1904(
        '<workbookPr date1904="1"/><extLst><ext uri="x"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>',
      ),
    ).toBe(true);
  });
});
