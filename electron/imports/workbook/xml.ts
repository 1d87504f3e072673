import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Archive, Entry } from './archive.ts';
import { type Decoder, decoderFor, encodingOfMark } from './encoding.ts';
import { readPart } from './part.ts';
import { refuse, refuseDamaged } from './refusal.ts';

/** What a reader of XML wants to hear. Names come without their prefix; extensions and fallbacks are passed over. */
export interface XmlListener {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

export type Attributes = Readonly<Record<string, string>>;

/** An attribute whatever its prefix: `r:id` answers to `id` where there is no plain `id`. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  const ending = `:${name}`;
  for (const key in attributes) if (key.endsWith(ending)) return attributes[key];
  return undefined;
}

/** Inside these, elements bear known names but mean something else, or say again what was said before. */
const PASSED_OVER = new Set(['extLst', 'Fallback']);

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
const prefix = (name: string): string => name.slice(0, Math.max(0, name.indexOf(':')));
/** Its elements stand around others that are to be read. */
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** The prefixes that a root element gives to vocabularies other than its own: elements of these are another program's notes. */
function prefixesOfOthers(root: string, attributes: Attributes): ReadonlySet<string> {
  const own = attributes[prefix(root) === '' ? 'xmlns' : `xmlns:${prefix(root)}`];
  const declared = Object.entries(attributes).filter(([name]) => name.startsWith('xmlns:'));
  const others = declared.filter(([, address]) => own !== undefined && address !== own && address !== COMPATIBILITY);
  return new Set(others.map(([name]) => name.slice('xmlns:'.length)));
}

/**
 * Reads a part of any encoding with saxes and tells the listener, block by block; yields after each block, so that the
 * caller can hand on what it has. Refuses a DOCTYPE, malformed XML, and text without end.
 */
export async function* readXml(archive: Archive, entry: Entry, listener: XmlListener): AsyncGenerator<void> {
  const parser = new XmlParser(entry.name, listener, archive.limits.rowBytes);
  let decoder: Decoder | undefined;
  let head: Buffer = Buffer.alloc(0);
  for await (const block of readPart(archive, entry)) {
    let bytes = block;
    if (decoder === undefined) {
      head = Buffer.concat([head, block]);
      if (head.length < 256 && head.length < entry.bytes) continue;
      decoder = orRefuse(entry, () => decoderFor(encodingOf(head)));
      bytes = head;
    }
    const { decode } = decoder;
    parser.write(orRefuse(entry, () => decode(bytes)));
    yield;
  }
  if (decoder !== undefined) parser.write(orRefuse(entry, decoder.end));
  parser.close();
  yield;
}

/** Unknown encodings and bytes that are not valid in theirs. */
function orRefuse<T>(entry: Entry, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    return refuseDamaged(entry.name, 'is in an unknown encoding', error);
  }
}

/** Reads a small part to its end. */
export async function readSmallXml(archive: Archive, entry: Entry, listener: XmlListener): Promise<void> {
  if (entry.bytes > archive.limits.smallPartBytes) {
    refuse('too_large', `The part "${entry.name}" of the file is larger than this program reads.`);
  }
  for await (const _ of readXml(archive, entry, listener));
}

/** saxes, with everything refused that a workbook has no need of. */
export class XmlParser {
  readonly #parser = new SaxesParser({ xmlns: false });
  readonly #part: string;
  readonly #limit: number;
  #started = false;
  #passedOver = 0;
  #ofOthers: ReadonlySet<string> | undefined;
  /** Characters since the last tag: saxes keeps them all until the next one. */
  #silent = 0;

  constructor(part: string, listener: XmlListener, limit: number) {
    this.#part = part;
    this.#limit = limit;
    const parser = this.#parser;
    parser.on('error', (error) => refuseDamaged(part, `is not sound XML (${error.message})`));
    parser.on('doctype', () =>
      refuse('unsafe_xml', 'The file contains a document type definition, which no workbook needs.'),
    );
    parser.on('opentag', (tag: SaxesTagPlain) => this.#open(tag.name, tag.attributes, listener));
    parser.on('closetag', (tag) => this.#close(tag.name, listener));
    const text = (value: string): void => {
      if (this.#passedOver === 0) listener.text?.(value);
    };
    parser.on('text', text);
    parser.on('cdata', text);
  }

  write(text: string): void {
    this.#silent += text.length;
    const start = this.#started ? text : text.replace(/^\ufeff?\s+(?=<)/, '');
    this.#started ||= text !== '';
    this.#parser.write(start);
    if (this.#silent > this.#limit)
      refuse('too_large', `The part "${this.#part}" of the file holds a text without end.`);
  }

  close(): void {
    this.#parser.close();
  }

  #open(written: string, attributes: Attributes, listener: XmlListener): void {
    this.#silent = 0;
    this.#ofOthers ??= prefixesOfOthers(written, attributes);
    const name = local(written);
    if (this.#isPassedOver(written, name)) this.#passedOver++;
    else if (this.#passedOver === 0) listener.open(name, attributes);
  }

  #close(written: string, listener: XmlListener): void {
    this.#silent = 0;
    const name = local(written);
    if (this.#isPassedOver(written, name)) this.#passedOver--;
    else if (this.#passedOver === 0) listener.close?.(name);
  }

  #isPassedOver(written: string, name: string): boolean {
    return PASSED_OVER.has(name) || (written !== name && this.#ofOthers?.has(prefix(written)) === true);
  }
}

/** By byte order mark, else by the XML declaration, else UTF-8. A declaration of UTF-16 in single bytes is wrong. */
export function encodingOf(head: Buffer): string {
  const marked = encodingOfMark(head);
  if (marked !== undefined) return marked;
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head.toString('latin1', 0, 256))?.[1];
  return declared === undefined || /^(utf-?16|ucs|iso-10646)/i.test(declared) ? 'utf-8' : declared;
}
