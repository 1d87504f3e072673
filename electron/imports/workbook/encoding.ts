/** Turns the bytes of a text into characters, block by block; a character split between blocks is put together. */
export interface Decoder {
  /** Throws a TypeError where the bytes are not valid in this encoding. */
  decode(bytes: Uint8Array): string;
  /** What was still waiting for its last byte; throws when that never came. */
  end(): string;
}

/** The encoding that the first bytes give away: a byte order mark, or every other byte zero as in UTF-16. */
export function encodingOfMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a !== 0 && b === 0) return 'utf-16le';
  if (a === 0 && b !== undefined && b !== 0) return 'utf-16be';
  return undefined;
}

/** A decoder for an encoding by name, byte order mark left out; throws a RangeError for a name nobody knows. */
export function decoderFor(encoding: string): Decoder {
  const name = encoding.toLowerCase();
  if (/^(windows-1252|cp1252|iso-?8859-1|latin-?1)$/.test(name)) {
    return { decode: decodeWindows1252, end: () => '' };
  }
  if (name === 'utf-16be') return bigEndianDecoder();
  const decoder = new TextDecoder(name, { fatal: true });
  return { decode: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

/** UTF-16 with the bytes of each unit exchanged: not every runtime's TextDecoder has it. */
function bigEndianDecoder(): Decoder {
  const decoder = new TextDecoder('utf-16le', { fatal: true });
  let waiting = Buffer.alloc(0);
  return {
    decode(bytes) {
      const all = Buffer.concat([waiting, bytes]);
      const whole = all.length - (all.length % 2);
      waiting = all.subarray(whole);
      return decoder.decode(all.subarray(0, whole).swap16(), { stream: true });
    },
    end: () => (waiting.length > 0 ? decoder.decode(waiting) : decoder.decode()),
  };
}

/** Bytes 0x80 to 0x9f of windows-1252 (WHATWG Encoding, index windows-1252); all others equal Latin-1. */
const HIGH_CONTROLS =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Our own, because some releases of Node decode windows-1252 as Latin-1 and lose dashes and curly quotation marks. */
function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\x80-\x9f]/g, (char) => HIGH_CONTROLS[char.charCodeAt(0) - 0x80]!);
}
