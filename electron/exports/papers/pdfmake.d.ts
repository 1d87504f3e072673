// What is used of pdfmake. The types that are published for it would bring those of a browser into the backend.

declare module 'pdfmake/js/Renderer.js' {
  type Part = import('./tagged-pdf.ts').Part;

  /** A pdfkit document that pdfmake draws on. */
  export interface PdfDocument {
    markStructureContent(tag: string): object;
    markContent(tag: 'Artifact', options: { readonly type: string }): void;
    endMarkedContent(): void;
    struct(tag: string, options: Part['options']): StructureElement;
    addStructure(element: StructureElement): void;
    on(event: 'data', listen: (piece: Uint8Array) => void): void;
    on(event: 'end', listen: () => void): void;
    on(event: 'error', listen: (error: Error) => void): void;
    end(): void;
  }
  export interface StructureElement {
    add(child: object): void;
    end(): void;
  }
  export interface DrawnLine {
    /** Shared by the clones of a line. */
    readonly inlines: unknown;
    part?: Part;
  }
  export interface DrawnPicture {
    readonly part?: Part;
  }
  export class Renderer {
    constructor(pdf: PdfDocument);
    readonly pdfDocument: PdfDocument;
    renderPages(pages: object[]): void;
    renderLine(line: DrawnLine, x: number, y: number): void;
    renderVector(vector: object): void;
    renderSVG(picture: DrawnPicture): void;
  }
  const module: { readonly default: typeof Renderer };
  export default module;
}

declare module 'pdfmake/js/PDFDocument.js' {
  type PdfDocument = import('pdfmake/js/Renderer.js').PdfDocument;
  const module: {
    readonly default: new (
      fonts: object,
      images: object,
      patterns: object,
      attachments: object,
      options: object,
      files: object,
      mayRead: (path: string) => boolean,
    ) => PdfDocument;
  };
  export default module;
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  type Line = import('pdfmake/js/Renderer.js').DrawnLine;
  type Part = import('./tagged-pdf.ts').Part;
  export class LayoutBuilder {
    constructor(page: object, margins: object, measure: object);
    buildNextLine(text: { part?: Part }): Line | null;
    layoutDocument(
      content: object[],
      pdf: object,
      styles: object,
      defaultStyle: object,
      background: undefined,
      header: undefined,
      footer: (page: number, pages: number) => object,
    ): object[];
  }
  const module: { readonly default: typeof LayoutBuilder };
  export default module;
}

declare module 'pdfmake/js/SVGMeasure.js' {
  const module: { readonly default: new () => object };
  export default module;
}

declare module 'pdfmake/js/virtual-fs.js' {
  const module: { readonly default: { writeFileSync(name: string, bytes: Uint8Array): void } };
  export default module;
}

declare module 'pdfmake/build/fonts/Roboto.js' {
  /** Each font file as base64. */
  const container: { readonly vfs: Readonly<Record<string, { readonly data: string }>> };
  export default container;
}
