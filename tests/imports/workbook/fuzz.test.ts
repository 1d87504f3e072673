import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../../electron/imports/workbook/archive.ts';
import { isCellError } from '../../../electron/imports/workbook/cell.ts';
import { openBytes } from '../../../electron/imports/workbook/file-bytes.ts';
import { DEFAULT_LIMITS } from '../../../electron/imports/workbook/limits.ts';
import { readPart } from '../../../electron/imports/workbook/part.ts';
import { FileRefusalError } from '../../../electron/imports/workbook/refusal.ts';
import { type ReadSheet, readCells } from '../../support/read-cells.ts';
import { temporaryPaths } from '../../support/temporary.ts';
import { ZipWriter } from '../../support/zip-writer.ts';
import { workTime } from '../../support/work-time.ts';

const path = temporaryPaths();
const samples = fileURLToPath(new URL('../../../../shared/samples/', import.meta.url));
const present = existsSync(samples);
const small = present
  ? readdirSync(samples).filter((name) => /\.(xlsx?|csv)$/.test(name) && !/^(a|b1|i|n2)/.test(name))
  : [];
const [SECONDS, MEGABYTES] = [5, 500];

/** `FUZZ_RUNS` and `FUZZ_SEED` repeat the search elsewhere, or for longer. */
const times = Number(process.env['FUZZ_RUNS'] ?? 1);
const random = mulberry32(Number(process.env['FUZZ_SEED'] ?? 20_261_122));

describe.skipIf(!present)(
  `damaged sample files${present ? '' : ' (skipped: the folder ../shared is not here)'}`,
  () => {
    const originals = new Map<string, ReadSheet[]>();

    beforeAll(async () => {
      for (const name of small) {
        const read = await reading(join(samples, name));
        if (typeof read !== 'string') originals.set(name, read);
      }
    });

    it(
      'with changed bytes end in the same cells or in a refusal, never in other cells',
      async () => {
        for (let run = 0; run < 150 * times; run++) {
          const name = pick(small);
          const bytes = damage(readFileSync(join(samples, name)));
          writeFileSync(path('damaged'), bytes);
          const read = await reading(path('damaged'));
          const original = originals.get(name);
          const packed = name.endsWith('.xlsx') && original !== undefined;
          if (packed && typeof read !== 'string') expectSame(read, original, `${name}, run ${run}`);
        }
      },
      60_000 + 60_000 * times,
    );

    it(
      'with changed XML, packed soundly, end in rows or in a refusal',
      async () => {
        const books = small.filter((name) => originals.has(name) && name.endsWith('.xlsx'));
        for (let run = 0; run < 100 * times; run++) {
          const parts = await partsOf(join(samples, pick(books)));
          const zip = await ZipWriter.create(path('changed.xlsx'));
          const changed = pick([...parts.keys()].filter((part) => !/theme|docProps|Content_Types/.test(part)));
          for (const [part, content] of parts) await zip.add(part, part === changed ? damage(content) : content);
          await zip.close();
          await reading(path('changed.xlsx'));
        }
      },
      60_000 + 60_000 * times,
    );

    it('have cost less than 500 MB of memory in all', () => {
      expect(process.resourceUsage().maxRSS / 1024).toBeLessThan(MEGABYTES);
    });
  },
);

/** The sheets, or the reason of the refusal; anything else that is thrown, and a reading that takes long, fails the test. */
async function reading(file: string): Promise<ReadSheet[] | string> {
  const worked = workTime();
  try {
    return await readCells(file, { fillMerged: { belowRow: 1 } });
  } catch (error) {
    if (error instanceof FileRefusalError) return error.refusal.reason;
    if (error instanceof Error && /^[a-z]+(_[a-z]+)+$/.test(error.message)) return error.message;
    throw error;
  } finally {
    expect(worked() / 1000, basename(file)).toBeLessThan(SECONDS);
  }
}

/** A part that can no longer be found may leave sheets out or texts marked as missing, but may not change a value. */
function expectSame(read: readonly ReadSheet[], original: readonly ReadSheet[], message: string): void {
  for (const sheet of read) {
    const whole = original.find(({ name }) => name === sheet.name);
    expect(whole, message).toBeDefined();
    for (const [place, value] of Object.entries(sheet.cells)) {
      if (!isCellError(value) || value.error !== '#MISSING TEXT')
        expect([place, value], message).toEqual([place, whole!.cells[place]]);
    }
    expect(Object.keys(sheet.cells), message).toHaveLength(Object.keys(whole!.cells).length);
    expect(sheet.kinds, message).toEqual(whole!.kinds);
  }
}

/** One to three of: flipped bits, other bytes, a cut, a piece put twice, a piece of zeros, the end cut off. */
function damage(original: Uint8Array): Buffer {
  let bytes: Buffer = Buffer.from(original);
  for (let change = 0; change <= random(3); change++) {
    if (bytes.length === 0) break;
    const at = random(bytes.length);
    const length = Math.min(bytes.length - at, 1 + random(random(2) === 0 ? 8 : 2000));
    const piece = bytes.subarray(at, at + length);
    const changes: (() => Buffer)[] = [
      () => (bytes.writeUInt8(bytes[at]! ^ (1 << random(8)), at), bytes),
      () => (bytes.writeUInt8(random(256), at), bytes),
      () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]),
      () => Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]),
      () => (bytes.fill(0, at, at + length), bytes),
      () => bytes.subarray(0, at),
    ];
    bytes = pick(changes.slice(0, random(3) === 0 ? 6 : 2))();
  }
  return bytes;
}

async function partsOf(file: string): Promise<Map<string, Buffer>> {
  const bytes = await openBytes(file, DEFAULT_LIMITS);
  try {
    const archive = await openArchive(bytes, DEFAULT_LIMITS);
    const parts = new Map<string, Buffer>();
    for (const entry of archive.entries.values()) {
      const blocks: Buffer[] = [];
      for await (const block of readPart(archive, entry)) blocks.push(block);
      parts.set(entry.name, Buffer.concat(blocks));
    }
    return parts;
  } finally {
    await bytes.close();
  }
}

function pick<T>(choices: readonly T[]): T {
  return choices[random(choices.length)]!;
}

/** Whole numbers below a bound, the same in each run. */
function mulberry32(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
