// The journeys are checked without the other files of this folder, and a file of declarations alone is no module.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./pdfmake.d.ts" />
import type { Paper, PaperBlock, PaperTable } from '../../contract/papers.ts';
import { assertNever } from '../../core/invariant.ts';
import { chartSvg } from './chart-svg.ts';
import { columnWidths, ink, printed, tableLetters, TEXT_WIDTH } from './layout.ts';

const APP = 'Maternity Workforce Planner';
const MARGIN = 56.7;
/** A part of a pdfmake document. */
type Content = object;
const colour = (name: keyof typeof ink) => `#${ink[name]}`;

/** The paper as a PDF of A4 pages with its font inside, title, language, bookmarks of its headings and page numbers. */
export async function paperPdf(paper: Paper): Promise<Uint8Array> {
  // Loaded when a file is first made: no start needs them.
  const { default: pdfmake } = await import('pdfmake/js/index.js');
  const { default: fonts } = await import('pdfmake/build/fonts/Roboto.js');
  // Under the name that a font has inside, pictures find it too once text has used it.
  for (const [name, { data }] of Object.entries(fonts.vfs))
    pdfmake.virtualfs.writeFileSync(name.replace('.ttf', ''), Buffer.from(data, 'base64'));
  pdfmake.setFonts({
    Roboto: {
      normal: 'Roboto-Regular',
      bold: 'Roboto-Medium',
      italics: 'Roboto-Italic',
      bolditalics: 'Roboto-MediumItalic',
    },
  });
  // Nothing is ever fetched or read from the disk.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  return new Uint8Array(await pdfmake.createPdf(definitionOf(paper)).getBuffer());
}

function definitionOf(paper: Paper): object {
  const made = new Date(paper.madeAt);
  return {
    info: { title: printed(paper.title), author: APP, creator: APP, creationDate: made, modDate: made },
    language: 'en-GB',
    displayTitle: true,
    pageSize: 'A4',
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
    defaultStyle: { font: 'Roboto', fontSize: 10.5, lineHeight: 1.2, color: colour('text') },
    footer: (page: number, pages: number): Content => ({
      margin: [MARGIN, 18, MARGIN, 0],
      fontSize: 8.5,
      color: colour('quiet'),
      columns: [{ text: printed(paper.foot) }, { text: `Page ${page} of ${pages}`, alignment: 'right', width: 90 }],
    }),
    content: [
      { text: printed(paper.title), fontSize: 22, bold: true, margin: [0, 0, 0, 4] },
      { text: printed(paper.subtitle), fontSize: 12, color: colour('quiet'), margin: [0, 0, 0, 14] },
      ...groupsOf(paper.blocks).map(groupOf),
    ],
  };
}

/** Each heading with the block below it, from which it is not parted by the end of a page; every other block alone. */
function groupsOf(blocks: readonly PaperBlock[]): PaperBlock[][] {
  const groups: PaperBlock[][] = [];
  let open = false;
  for (const block of blocks) {
    if (open) groups[groups.length - 1]?.push(block);
    else groups.push([block]);
    open = block.kind === 'heading';
  }
  return groups;
}

/** A long table alone may go on over several pages. */
const LONGEST_UNBROKEN = 14;
const isLong = (block: PaperBlock) => block.kind === 'table' && block.rows.length > LONGEST_UNBROKEN;

function groupOf(blocks: readonly PaperBlock[]): Content {
  return { unbreakable: !blocks.some(isLong), stack: blocks.map(blockOf) };
}

const caption = { fontSize: 10, bold: true, margin: [0, 8, 0, 4] };

function blockOf(block: PaperBlock): Content {
  switch (block.kind) {
    case 'heading': {
      const first = block.level === 1;
      return {
        text: printed(block.text),
        outline: true,
        fontSize: first ? 15 : 12,
        bold: true,
        color: colour(first ? 'act' : 'text'),
        margin: [0, first ? 16 : 11, 0, 5],
      };
    }
    case 'paragraph':
      return { text: printed(block.text), margin: [0, 0, 0, 6] };
    case 'list':
      return { ul: block.items.map(printed), margin: [0, 0, 0, 6] };
    case 'note':
      return noteOf(block.text);
    case 'table':
      return {
        stack: [
          { text: printed(block.title), ...caption },
          tableOf(block),
          ...block.notes.map(
            (note, index): Content => ({
              text: printed(note),
              fontSize: 8.5,
              color: colour('quiet'),
              margin: [0, index === 0 ? 3 : 0, 0, 0],
            }),
          ),
        ],
        margin: [0, 0, 0, 8],
      };
    case 'chart':
      return {
        stack: [
          { text: printed(block.title), ...caption },
          { svg: chartSvg(block), width: TEXT_WIDTH },
        ],
        margin: [0, 0, 0, 8],
      };
    case 'definitions':
      return {
        stack: block.items.map(({ term, meaning }) => ({
          text: [{ text: `${printed(term)}: `, bold: true }, printed(meaning)],
          margin: [0, 0, 0, 4],
        })),
      };
    default:
      return assertNever(block);
  }
}

function noteOf(text: string): Content {
  return {
    table: { widths: [TEXT_WIDTH - 16], body: [[{ text: printed(text), fillColor: colour('note') }]] },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: (line: number) => (line === 0 ? 3 : 0),
      vLineColor: () => colour('act'),
      paddingLeft: () => 8,
      paddingTop: () => 5,
      paddingBottom: () => 5,
    },
    margin: [0, 2, 0, 8],
  };
}

function tableOf(table: PaperTable): Content {
  const widths = columnWidths(table).map((width) => width - 8);
  const cell = (words: string, column: number, kind: 'head' | 'row' | 'total') => ({
    text: printed(words),
    bold: kind !== 'row',
    alignment: table.columns[column]?.kind === 'figure' ? ('right' as const) : ('left' as const),
    ...(kind === 'row' ? {} : { fillColor: colour('pale') }),
    ...(kind === 'head' ? { color: colour('quiet'), verticalAlignment: 'bottom' as const } : {}),
  });
  return {
    fontSize: tableLetters(table),
    lineHeight: 1.1,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths,
      body: [
        table.columns.map(({ heading }, column) => cell(heading, column, 'head')),
        ...table.rows.map(({ cells, kind }) => cells.map((words, column) => cell(words, column, kind))),
      ],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0,
      hLineColor: () => colour('line'),
      paddingLeft: () => 4,
      paddingRight: () => 4,
      paddingTop: () => 2.5,
      paddingBottom: () => 2,
    },
  };
}
