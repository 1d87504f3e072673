// The journeys are checked without the other files of this folder, and a file of declarations alone is no module.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./pdfmake.d.ts" />
import type { Paper, PaperBlock, PaperTable } from '../../contract/papers.ts';
import { assertNever } from '../../core/invariant.ts';
import { chartSvg } from './chart-svg.ts';
import { columnWidths, ink, printed, tableLetters, TEXT_WIDTH } from './layout.ts';
import { type Part, partOf, taggedPdf } from './tagged-pdf.ts';

const APP = 'Maternity Workforce Planner';
const MARGIN = 56.7;
/** A part of a pdfmake document. */
type Content = object;
const colour = (name: keyof typeof ink) => `#${ink[name]}`;

/**
 * The paper as a PDF of A4 pages with its font inside, title, language, bookmarks of its headings, page numbers and the
 * structure that a screen reader goes by.
 */
export async function paperPdf(paper: Paper): Promise<Uint8Array> {
  const { default: fonts } = await import('pdfmake/build/fonts/Roboto.js');
  const made = new Date(paper.madeAt);
  const [title, subtitle] = [partOf('H1'), partOf('P')];
  const blocks = paper.blocks.map(blockOf);
  return taggedPdf(
    {
      info: { Title: printed(paper.title), Author: APP, Creator: APP, CreationDate: made, ModDate: made },
      language: 'en-GB',
      margins: [MARGIN, MARGIN, MARGIN, MARGIN],
      defaultStyle: { font: 'Roboto', fontSize: 10.5, lineHeight: 1.2, color: colour('text') },
      footer: (page: number, pages: number): Content => ({
        margin: [MARGIN, 18, MARGIN, 0],
        fontSize: 8.5,
        color: colour('quiet'),
        columns: [{ text: printed(paper.foot) }, { text: `Page ${page} of ${pages}`, alignment: 'right', width: 90 }],
      }),
      content: [
        { text: printed(paper.title), part: title, fontSize: 22, bold: true, margin: [0, 0, 0, 4] },
        { text: printed(paper.subtitle), part: subtitle, fontSize: 12, color: colour('quiet'), margin: [0, 0, 0, 14] },
        ...groupsOf(blocks).map(groupOf),
      ],
      parts: [title, subtitle, ...blocks.flatMap(({ parts }) => parts)],
    },
    {
      families: {
        Roboto: {
          normal: 'Roboto-Regular',
          bold: 'Roboto-Medium',
          italics: 'Roboto-Italic',
          bolditalics: 'Roboto-MediumItalic',
        },
      },
      // Under the name that a font has inside, pictures find it too once text has used it.
      files: Object.entries(fonts.vfs).map(([name, { data }]) => ({
        name: name.replace('.ttf', ''),
        bytes: Buffer.from(data, 'base64'),
      })),
    },
  );
}

/** A block as it is laid out, and its parts in the structure of the document. */
interface Laid {
  readonly block: PaperBlock;
  readonly content: Content;
  readonly parts: readonly Part[];
}

/** Each heading with the block below it, from which it is not parted by the end of a page; every other block alone. */
function groupsOf(blocks: readonly Laid[]): Laid[][] {
  const groups: Laid[][] = [];
  let open = false;
  for (const laid of blocks) {
    if (open) groups[groups.length - 1]?.push(laid);
    else groups.push([laid]);
    open = laid.block.kind === 'heading';
  }
  return groups;
}

/** A long table alone may go on over several pages. */
const LONGEST_UNBROKEN = 14;
const isLong = ({ block }: Laid) => block.kind === 'table' && block.rows.length > LONGEST_UNBROKEN;

function groupOf(blocks: readonly Laid[]): Content {
  return { unbreakable: !blocks.some(isLong), stack: blocks.map(({ content }) => content) };
}

const caption = { fontSize: 10, bold: true, margin: [0, 8, 0, 4] };

function blockOf(block: PaperBlock): Laid {
  switch (block.kind) {
    case 'heading': {
      const first = block.level === 1;
      const part = partOf(first ? 'H2' : 'H3');
      const content = {
        text: printed(block.text),
        part,
        outline: true,
        fontSize: first ? 15 : 12,
        bold: true,
        color: colour(first ? 'act' : 'text'),
        margin: [0, first ? 16 : 11, 0, 5],
      };
      return { block, content, parts: [part] };
    }
    case 'paragraph': {
      const part = partOf('P');
      return { block, content: { text: printed(block.text), part, margin: [0, 0, 0, 6] }, parts: [part] };
    }
    case 'list': {
      const bodies = block.items.map(() => partOf('LBody'));
      const ul = block.items.map((item, place) => ({ text: printed(item), part: bodies[place] }));
      const list = partOf(
        'L',
        bodies.map((body) => partOf('LI', [body])),
      );
      return { block, content: { ul, margin: [0, 0, 0, 6] }, parts: [list] };
    }
    case 'note': {
      const part = partOf('P');
      return { block, content: noteOf(block.text, part), parts: [part] };
    }
    case 'table': {
      const title = partOf('Caption');
      const { content: table, parts: rows } = tableOf(block);
      const notes = block.notes.map(() => partOf('P'));
      const content = {
        stack: [
          { text: printed(block.title), part: title, ...caption },
          table,
          ...block.notes.map(
            (note, index): Content => ({
              text: printed(note),
              part: notes[index],
              fontSize: 8.5,
              color: colour('quiet'),
              margin: [0, index === 0 ? 3 : 0, 0, 0],
            }),
          ),
        ],
        margin: [0, 0, 0, 8],
      };
      return { block, content, parts: [partOf('Table', [title, ...rows]), ...notes] };
    }
    case 'chart': {
      const [title, figure] = [partOf('P'), partOf('Figure', [], { alt: printed(block.description) })];
      const content = {
        stack: [
          { text: printed(block.title), part: title, ...caption },
          { svg: chartSvg(block), part: figure, width: TEXT_WIDTH },
        ],
        margin: [0, 0, 0, 8],
      };
      return { block, content, parts: [title, figure] };
    }
    case 'definitions': {
      const parts = block.items.map(() => partOf('P'));
      const stack = block.items.map(({ term, meaning }, place) => ({
        text: [{ text: `${printed(term)}: `, bold: true }, printed(meaning)],
        part: parts[place],
        margin: [0, 0, 0, 4],
      }));
      return { block, content: { stack }, parts };
    }
    default:
      return assertNever(block);
  }
}

function noteOf(text: string, part: Part): Content {
  return {
    table: { widths: [TEXT_WIDTH - 16], body: [[{ text: printed(text), part, fillColor: colour('note') }]] },
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

function tableOf(table: PaperTable): { readonly content: Content; readonly parts: readonly Part[] } {
  const widths = columnWidths(table).map((width) => width - 8);
  const cell = (words: string, column: number, kind: 'head' | 'row' | 'total') => ({
    text: printed(words),
    part:
      kind === 'head'
        ? partOf('TH', [], { scope: 'Column' })
        : column === 0
          ? partOf('TH', [], { scope: 'Row' })
          : partOf('TD'),
    bold: kind !== 'row',
    alignment: table.columns[column]?.kind === 'figure' ? ('right' as const) : ('left' as const),
    ...(kind === 'row' ? {} : { fillColor: colour('pale') }),
    ...(kind === 'head' ? { color: colour('quiet'), verticalAlignment: 'bottom' as const } : {}),
  });
  const body = [
    table.columns.map(({ heading }, column) => cell(heading, column, 'head')),
    ...table.rows.map(({ cells, kind }) => cells.map((words, column) => cell(words, column, kind))),
  ];
  const content = {
    fontSize: tableLetters(table),
    lineHeight: 1.1,
    table: { headerRows: 1, dontBreakRows: true, keepWithHeaderRows: 1, widths, body },
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
  const rows = body.map((cells) =>
    partOf(
      'TR',
      cells.map(({ part }) => part),
    ),
  );
  return { content, parts: rows };
}
