// What is used of pdfmake. The types that are published for it would bring those of a browser into the backend.

declare module 'pdfmake/js/index.js' {
  interface PdfMake {
    readonly virtualfs: { writeFileSync(name: string, bytes: Uint8Array): void };
    setFonts(
      fonts: Readonly<Record<string, Readonly<Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>>>,
    ): void;
    setUrlAccessPolicy(isAllowed: (url: string) => boolean): void;
    setLocalAccessPolicy(isAllowed: (path: string) => boolean): void;
    createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
  }
  const pdfmake: PdfMake;
  export default pdfmake;
}

declare module 'pdfmake/build/fonts/Roboto.js' {
  /** Each font file as base64. */
  const container: { readonly vfs: Readonly<Record<string, { readonly data: string }>> };
  export default container;
}
