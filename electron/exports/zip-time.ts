const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/**
 * Sets the time of every part of a zip to `at` (ISO 8601), in place: the packer stamps the time of day, which would make
 * two files of the same content differ. The time is written as UTC, to the two seconds that a zip can hold.
 */
export function setZipTime(zip: Uint8Array, at: string): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const moment = new Date(at);
  const time = (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1);
  const years = Math.max(0, moment.getUTCFullYear() - 1980);
  const date = (years << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate();
  const stamp = (offset: number) => {
    view.setUint16(offset, time, true);
    view.setUint16(offset + 2, date, true);
  };

  let end = zip.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new Error('Not a zip: it has no directory');
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(entry, true) !== DIRECTORY_ENTRY) throw new Error('The directory of the zip is damaged');
    stamp(entry + 12);
    stamp(view.getUint32(entry + 42, true) + 10);
    const name = view.getUint16(entry + 28, true);
    const extra = view.getUint16(entry + 30, true);
    const comment = view.getUint16(entry + 32, true);
    entry += 46 + name + extra + comment;
  }
}
