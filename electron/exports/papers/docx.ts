import type { FileChild, IStylesOptions, ParagraphChild } from 'docx';
import type { Paper, PaperBlock, PaperTable } from '../../contract/papers.ts';
import { assertNever } from '../../core/invariant.ts';
import { setZipTime } from '../zip-time.ts';
import { docxChart } from './docx-chart.ts';
import { columnWidths, ink, printed, tableLetters } from './layout.ts';

type Docx = typeof import('docx');
type Charts = typeof import('docx/charts');
interface Writer {
  readonly docx: Docx;
  readonly charts: Charts;
}

/** A longer table may go on over several pages. */
const LONGEST_WHOLE = 14;
/** Twentieths of a point, in which Word measures. */
const TWIPS = 20;
const MARGIN = 1134;
const APP = 'Maternity Workforce Planner';

/**
 * The paper as a Word file in British English: real headings, tables with header rows that repeat, charts that Word itself
 * draws from the data they carry, with alternative text, and page numbers.
 */
export async function paperDocx(paper: Paper): Promise<Uint8Array> {
  // Loaded when a file is first made: no start needs them.
  const writer: Writer = { docx: await import('docx'), charts: await import('docx/charts') };
  const { docx } = writer;
  const children = [
    new docx.Paragraph({ heading: docx.HeadingLevel.TITLE, text: printed(paper.title) }),
    new docx.Paragraph({ style: 'Subtitle', text: printed(paper.subtitle) }),
    ...paper.blocks.flatMap((block) => blockOf(block, writer)),
  ];
  const document = new docx.Document({
    title: printed(paper.title),
    creator: APP,
    styles: stylesOf(),
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
          },
        },
        footers: { default: footOf(paper, docx) },
        children,
      },
    ],
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(paper) };
  const bytes = new Uint8Array(await docx.Packer.toBuffer(document, false, [core]));
  setZipTime(bytes, paper.madeAt);
  return bytes;
}

function blockOf(block: PaperBlock, { docx, charts }: Writer): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new docx.Paragraph({
          heading: block.level === 1 ? docx.HeadingLevel.HEADING_1 : docx.HeadingLevel.HEADING_2,
          text: printed(block.text),
        }),
      ];
    case 'paragraph':
      return [new docx.Paragraph({ text: printed(block.text) })];
    case 'list':
      return block.items.map((item) => new docx.Paragraph({ text: printed(item), bullet: { level: 0 } }));
    case 'note':
      return [noteOf(block.text, docx)];
    case 'table':
      return tableOf(block, docx);
    case 'chart':
      return [
        new docx.Paragraph({ style: 'Caption', keepNext: true, text: printed(block.title) }),
        new docx.Paragraph({ children: [docxChart(block, charts)] }),
      ];
    case 'definitions':
      return block.items.map(
        ({ term, meaning }) =>
          new docx.Paragraph({
            children: [
              new docx.TextRun({ text: `${printed(term)}: `, bold: true }),
              new docx.TextRun(printed(meaning)),
            ],
          }),
      );
    default:
      return assertNever(block);
  }
}

function noteOf(text: string, docx: Docx): FileChild {
  return new docx.Paragraph({
    text: printed(text),
    border: { left: { style: docx.BorderStyle.SINGLE, size: 24, color: ink.act, space: 8 } },
    shading: { type: docx.ShadingType.CLEAR, fill: ink.note },
    indent: { left: 180 },
  });
}

function tableOf(table: PaperTable, docx: Docx): FileChild[] {
  const widths = columnWidths(table).map((width) => Math.round(width * TWIPS));
  const size = tableLetters(table) * 2;
  const whole = table.rows.length <= LONGEST_WHOLE;
  const row = (cells: readonly string[], kind: 'head' | 'row' | 'total', isLast = false) =>
    new docx.TableRow({
      tableHeader: kind === 'head',
      cantSplit: true,
      children: cells.map((words, column) => {
        const figure = table.columns[column]?.kind === 'figure';
        const run = new docx.TextRun({ text: printed(words), size, bold: kind !== 'row' });
        const shading = kind === 'row' ? {} : { shading: { type: docx.ShadingType.CLEAR, fill: ink.pale } };
        return new docx.TableCell({
          width: { size: widths[column] ?? 0, type: docx.WidthType.DXA },
          verticalAlign: kind === 'head' ? docx.VerticalAlignTable.BOTTOM : docx.VerticalAlignTable.TOP,
          ...shading,
          children: [
            new docx.Paragraph({
              alignment: figure ? docx.AlignmentType.RIGHT : docx.AlignmentType.LEFT,
              spacing: { before: 20, after: 20 },
              // Rows that stay with the next one keep a short table on one page.
              keepNext: kind === 'head' || (whole && !isLast),
              children: [run],
            }),
          ],
        });
      }),
    });
  const edge = { style: docx.BorderStyle.SINGLE, size: 4, color: ink.line };
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' };
  return [
    new docx.Paragraph({ style: 'Caption', keepNext: true, text: printed(table.title) }),
    new docx.Table({
      columnWidths: widths,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: docx.WidthType.DXA },
      layout: docx.TableLayoutType.FIXED,
      margins: { left: 80, right: 80 },
      borders: { top: edge, bottom: edge, insideHorizontal: edge, left: none, right: none, insideVertical: none },
      tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
      rows: [
        row(
          table.columns.map(({ heading }) => heading),
          'head',
        ),
        ...table.rows.map(({ cells, kind }, index) => row(cells, kind, index === table.rows.length - 1)),
      ],
    }),
    ...table.notes.map((note) => new docx.Paragraph({ style: 'TableNote', text: printed(note) })),
    new docx.Paragraph({ spacing: { before: 0, after: 60 }, children: [] }),
  ];
}

function footOf({ foot }: Paper, docx: Docx) {
  const children: ParagraphChild[] = [
    new docx.TextRun(`${printed(foot)}\t`),
    new docx.TextRun({ children: ['Page ', docx.PageNumber.CURRENT, ' of ', docx.PageNumber.TOTAL_PAGES] }),
  ];
  const tabStops = [{ type: docx.TabStopType.RIGHT, position: 9638 }];
  return new docx.Footer({ children: [new docx.Paragraph({ style: 'Foot', tabStops, children })] });
}

function stylesOf(): IStylesOptions {
  const heading = (size: number, before: number, color = ink.text) => ({
    run: { size, bold: true, color, font: 'Arial' },
    paragraph: { spacing: { before, after: 100 }, keepNext: true },
  });
  const small = (id: string, name: string, before: number) => ({
    id,
    name,
    basedOn: 'Normal',
    run: { size: 17, color: ink.quiet },
    paragraph: { spacing: { before, after: 40 } },
  });
  return {
    default: {
      document: {
        run: { font: 'Arial', size: 21, color: ink.text, language: { value: 'en-GB' } },
        paragraph: { spacing: { after: 120, line: 276, lineRule: 'auto' } },
      },
      title: heading(44, 0),
      heading1: heading(30, 320, ink.act),
      heading2: heading(24, 220),
      caption: {
        run: { bold: true, italics: false, size: 20, color: ink.text },
        paragraph: { spacing: { before: 160, after: 80 }, keepNext: true },
      },
    },
    paragraphStyles: [
      {
        id: 'Subtitle',
        name: 'Subtitle',
        basedOn: 'Normal',
        run: { size: 24, color: ink.quiet },
        paragraph: { spacing: { after: 240 } },
      },
      small('TableNote', 'Table note', 60),
      small('Foot', 'Foot', 0),
    ],
  };
}

/** What the file says of itself; the library's own would bear the time of day. */
function coreProperties({ title, madeAt }: Paper): string {
  const escaped = printed(title).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const time = `${madeAt.slice(0, 19)}Z`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escaped}</dc:title><dc:creator>${APP}</dc:creator><cp:lastModifiedBy>${APP}</cp:lastModifiedBy>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified><dc:language>en-GB</dc:language>` +
    '</cp:coreProperties>'
  );
}
