const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const ESCAPED = /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));|&/gi;

/** What `toString` calls in the end; called directly, a short text costs half. Every Node has it, its types leave it out. */
type Sliceable = Buffer & Record<'latin1Slice' | 'utf8Slice', (from: number, to: number) => string>;

/**
 * The text between two tags, from `from` to before `to`, with line breaks as XML wants them and everything unescaped.
 * `undefined` where the bytes are not plainly right (not UTF-8, a forbidden control character, an unknown entity): then
 * saxes has to judge.
 */
export function textOf(buffer: Buffer, from: number, to: number): string | undefined {
  const bytes = buffer as Sliceable;
  let high = false;
  let special = false;
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    if (byte >= 0x80) high = true;
    else if (byte === 0x26 || byte === 0x5f || byte < 0x20) {
      if (byte < 0x20 && byte !== 0x0a && byte !== 0x09 && byte !== 0x0d) return undefined;
      special = true;
    }
  }
  if (high && !isValid(bytes, from, to)) return undefined;
  const text = high ? bytes.utf8Slice(from, to) : bytes.latin1Slice(from, to);
  return special ? unescapeText(text) : text;
}

function isValid(bytes: Sliceable, from: number, to: number): boolean {
  return !bytes.utf8Slice(from, to).includes('\ufffd') || isUtf8(bytes.subarray(from, to));
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function unescapeText(text: string): string | undefined {
  let sound = true;
  const plain = text.replace(/\r\n?/g, '\n').replace(ESCAPED, (_, hex?: string, decimal?: string, name?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const char = name === undefined ? charOf(code) : NAMED[name];
    if (char === undefined) sound = false;
    return char ?? '';
  });
  return sound ? unescapeExcel(plain) : undefined;
}

/** The characters that XML 1.0 allows (section 2.2). */
function charOf(code: number): string | undefined {
  const allowed =
    code >= 0x20
      ? code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
      : code === 9 || code === 10 || code === 13;
  return allowed ? String.fromCodePoint(code) : undefined;
}

/** Excel writes a character that XML forbids as `_x000D_`, and an underscore that looks like that as `_x005F_`. */
export function unescapeExcel(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
