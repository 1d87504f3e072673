import { unzipSync } from './unzip.ts';

/** The text parts of a Word file by path. */
export function docxParts(bytes: Uint8Array): Map<string, string> {
  const parts = new Map<string, string>();
  for (const [path, content] of unzipSync(bytes))
    if (/\.(xml|rels)$/.test(path)) parts.set(path, new TextDecoder().decode(content));
  return parts;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (xml: string) =>
  [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? ''))
    .join('')
    .replaceAll('\u00a0', ' ');

/** Every table of a Word file: its rows, each with the text of its cells; numbers and units are joined by plain spaces. */
export function docxTables(bytes: Uint8Array): string[][][] {
  const document = docxParts(bytes).get('word/document.xml') ?? '';
  return [...document.matchAll(/<w:tbl>(.*?)<\/w:tbl>/gs)].map(([, table = '']) =>
    [...table.matchAll(/<w:tr>(.*?)<\/w:tr>|<w:tr\s[^>]*>(.*?)<\/w:tr>/gs)].map(([, one, other]) =>
      [...(one ?? other ?? '').matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = '']) => plain(cell)),
    ),
  );
}

/** Every paragraph outside tables, with its style, in order. */
export function docxParagraphs(bytes: Uint8Array): { style: string | null; text: string }[] {
  const document = (docxParts(bytes).get('word/document.xml') ?? '').replace(/<w:tbl>.*?<\/w:tbl>/gs, '');
  return [...document.matchAll(/<w:p>(.*?)<\/w:p>|<w:p\s[^>]*>(.*?)<\/w:p>/gs)]
    .map(([, one, other]) => one ?? other ?? '')
    .map((xml) => ({ style: /<w:pStyle w:val="([^"]+)"/.exec(xml)?.[1] ?? null, text: plain(xml) }));
}
