import zlib from 'node:zlib';

type Crc32 = (bytes: Uint8Array, soFar: number) => number;

/** The checksum of zip files (ISO 3309), continued from `soFar`; 0 starts a new one. */
export const crc32: Crc32 = typeof zlib.crc32 === 'function' ? zlib.crc32 : crc32ByTable;

const table = new Int32Array(256).map((_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  return remainder;
});

/** For runtimes before Node 20.15, which have no `zlib.crc32`. */
export function crc32ByTable(bytes: Uint8Array, soFar: number): number {
  let crc = ~soFar;
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ table[(crc ^ bytes[i]!) & 0xff]!;
  return ~crc >>> 0;
}
