/** What the scanners answer where the bytes are not in the usual form, so that saxes has to read the part. */
export const UNUSUAL = -1;

export const LT = 0x3c;
export const GT = 0x3e;
export const SLASH = 0x2f;
export const QUOTE = 0x22;
export const SPACE = 0x20;
const EQUALS = 0x3d;
const APOSTROPHE = 0x27;

/**
 * A stretch of XML as single bytes and, over the same memory, as words of four: comparing a word is what makes the scanners
 * fast. Behind the stretch stand a `<`, at which every search ends, and zeros, which no tag matches.
 */
export interface Region {
  readonly bytes: Buffer;
  readonly words: DataView;
}

/** Four ASCII characters as the number that `wordAt` answers where they stand. */
export function word(text: string): number {
  return Buffer.from(text).readInt32LE(0);
}

export function wordAt(region: Region, at: number): number {
  return region.words.getInt32(at, true);
}

/** The first three, and the first two bytes of a word. */
export const THREE = 0xffffff;
export const HALF = 0xffff;

export function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

export function skipBlanks(bytes: Buffer, at: number): number {
  while (isBlank(bytes[at])) at++;
  return at;
}

/** Whether these bytes stand at a position. */
export function standsAt(bytes: Buffer, at: number, expected: Uint8Array): boolean {
  for (let i = 0; i < expected.length; i++) if (bytes[at + i] !== expected[i]) return false;
  return true;
}

/** From inside a tag to behind its `>`; one inside an attribute's value does not count. */
export function skipTag(bytes: Buffer, at: number): number {
  for (;;) {
    const byte = bytes[at];
    if (byte === GT) return at + 1;
    if (byte === undefined || byte === LT) return UNUSUAL;
    if (byte === QUOTE || byte === APOSTROPHE) at = bytes.indexOf(byte, at + 1);
    if (at < 0) return UNUSUAL;
    at++;
  }
}

/** Whether the tag that ends before `at` closed itself, as in `<t/>`. */
export function closedItself(bytes: Buffer, at: number): boolean {
  return bytes[at - 2] === SLASH;
}

/**
 * From the blank before an attribute to behind its value, or to the `>` or `/` where only blanks came. Attributes named by
 * a single letter are those with a meaning to us: if they come here they are spelt in an unusual way.
 */
export function skipAttribute(bytes: Buffer, at: number): number {
  const name = skipBlanks(bytes, at);
  if (name === at) return UNUSUAL;
  if (bytes[name] === GT || bytes[name] === SLASH) return name;
  let equals = name;
  while (bytes[equals] !== EQUALS) {
    const byte = bytes[equals++];
    if (byte === undefined || byte === GT || byte === LT || isBlank(byte)) return UNUSUAL;
  }
  const quote = bytes[equals + 1];
  if (equals - name === 1 || (quote !== QUOTE && quote !== APOSTROPHE)) return UNUSUAL;
  let end = equals + 2;
  for (let byte = bytes[end]; byte !== quote; byte = bytes[++end]) {
    if (byte === undefined || byte === LT) return UNUSUAL;
  }
  return end + 1;
}
