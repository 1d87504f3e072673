// The journeys are checked without the other files of this folder, and a file of declarations alone is no module.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./pdfmake.d.ts" />
import type { DrawnLine, DrawnPicture, PdfDocument } from 'pdfmake/js/Renderer.js';

/**
 * A part of the structure tree of a PDF, by which a screen reader tells headings, tables and pictures apart. A text or
 * picture of the definition names its part under `part`; whatever names none is decoration.
 */
export interface Part {
  /** A standard structure type: H1, P, L, LI, LBody, Table, TR, TH, TD, Caption or Figure. */
  readonly tag: string;
  readonly options: { readonly alt?: string; readonly scope?: 'Row' | 'Column' };
  readonly children: readonly Part[];
  /** What was drawn for it, in the order of drawing. */
  readonly drawn: object[];
}

export const partOf = (tag: string, children: readonly Part[] = [], options: Part['options'] = {}): Part => ({
  tag,
  options,
  children,
  drawn: [],
});

/** Fonts by family and style; each font file stands under its name. */
export interface Fonts {
  readonly families: Readonly<Record<string, Readonly<Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>>>;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

export interface TaggedDefinition {
  readonly info: Readonly<Record<string, string | Date>>;
  readonly language: string;
  readonly margins: readonly [number, number, number, number];
  readonly defaultStyle: object;
  readonly footer: (page: number, pages: number) => object;
  readonly content: readonly object[];
  readonly parts: readonly Part[];
}

const A4 = { width: 595.28, height: 841.89, orientation: 'portrait' };

/**
 * Lays a definition out with pdfmake and draws it with its structure tree. pdfmake says that a PDF is tagged but writes no
 * tree: its layout and renderer are used as they are, and each line is marked as what it belongs to when it is drawn.
 */
export async function taggedPdf(definition: TaggedDefinition, fonts: Fonts): Promise<Uint8Array> {
  // Loaded when a file is first made: no start needs them.
  const [documents, layouts, renderers, measures, files] = await Promise.all([
    import('pdfmake/js/PDFDocument.js'),
    import('pdfmake/js/LayoutBuilder.js'),
    import('pdfmake/js/Renderer.js'),
    import('pdfmake/js/SVGMeasure.js'),
    import('pdfmake/js/virtual-fs.js'),
  ]);
  const store = exported(files);
  for (const { name, bytes } of fonts.files) store.writeFileSync(name, bytes);

  /** Lines know the part of the text that they are of; clones of a line, such as of a repeated heading, keep it. */
  class Layout extends exported(layouts) {
    override buildNextLine(text: { part?: Part }): DrawnLine | null {
      const line = super.buildNextLine(text);
      if (line && text.part) line.part = text.part;
      return line;
    }
  }

  class Renderer extends exported(renderers) {
    readonly seen = new Set<unknown>();

    override renderLine(line: DrawnLine, x: number, y: number): void {
      // The heading of a table that goes on over the page is read once.
      const isFirst = !this.seen.has(line.inlines);
      this.seen.add(line.inlines);
      this.marked(isFirst ? line.part : undefined, () => super.renderLine(line, x, y));
    }

    override renderVector(vector: object): void {
      this.marked(undefined, () => super.renderVector(vector));
    }

    override renderSVG(picture: DrawnPicture): void {
      this.marked(picture.part, () => super.renderSVG(picture));
    }

    marked(part: Part | undefined, draw: () => void): void {
      if (part) part.drawn.push(this.pdfDocument.markStructureContent(part.tag));
      else this.pdfDocument.markContent('Artifact', { type: 'Layout' });
      draw();
      this.pdfDocument.endMarkedContent();
    }
  }

  const options = {
    size: [A4.width, A4.height],
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    compress: true,
    lang: definition.language,
    fontLayoutCache: true,
    autoFirstPage: false,
    info: { Producer: 'pdfmake', ...definition.info },
    font: null,
  };
  // Nothing is ever read from the disk.
  const pdf = new (exported(documents))(fonts.families, {}, {}, {}, options, store, () => false);
  const [left, top, right, bottom] = definition.margins;
  const layout = new Layout(A4, { left, top, right, bottom }, new (exported(measures))());
  const { content, defaultStyle, footer } = definition;
  const pages = layout.layoutDocument([...content], pdf, {}, defaultStyle, undefined, undefined, footer);
  new Renderer(pdf).renderPages(pages);
  const body = pdf.struct('Document', {});
  for (const part of definition.parts) body.add(elementOf(pdf, part));
  pdf.addStructure(body);
  body.end();
  return bytesOf(pdf);
}

/** What a CommonJS module exports by default: test runners unwrap it, Node and the bundles do not. */
function exported<Value extends object>({ default: found }: { default: Value | { readonly default: Value } }): Value {
  return 'default' in found ? found.default : found;
}

function elementOf(pdf: PdfDocument, { tag, options, drawn, children }: Part) {
  const element = pdf.struct(tag, options);
  for (const one of drawn) element.add(one);
  for (const child of children) element.add(elementOf(pdf, child));
  return element;
}

function bytesOf(pdf: PdfDocument): Promise<Uint8Array> {
  return new Promise((done, fail) => {
    const pieces: Uint8Array[] = [];
    pdf.on('data', (piece: Uint8Array) => pieces.push(piece));
    pdf.on('end', () => done(new Uint8Array(Buffer.concat(pieces))));
    pdf.on('error', fail);
    pdf.end();
  });
}
