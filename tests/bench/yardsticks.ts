import { createReadStream } from 'node:fs';
import { argv } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { prepareImport, prepareInsert } from './into-the-store.ts';

/** What one yardstick spent on one file; CPU of all threads, from opening the file to its last cell or row. */
export interface Measure {
  readonly cpu: number;
  readonly wall: number;
  readonly megabytes: number;
  /** Cells with a value that were read, or rows that were stored. */
  readonly count: number;
}

/** Makes everything ready for a file, and answers what is to be measured; that answers its count. */
export type Prepare = (file: string) => Promise<() => Promise<number>>;

export const YARDSTICKS: Readonly<Record<string, Prepare>> = {
  /** The floor: unpacking every part with Node's zlib as it comes, looking at nothing. */
  async inflate(file) {
    const unpack = await prepareInflate();
    return () => unpack(file);
  },

  async ours(file) {
    const { openFile } = await import('../../electron/imports/workbook/open.ts');
    // What a kind of file needs is loaded when the first one is opened.
    const first = await openFile(file);
    if (first.kind === 'opened') await first.close();
    return async () => {
      const opened = await openFile(file);
      if (opened.kind === 'refused') throw new Error(opened.message);
      let cells = 0;
      for await (const batch of opened.rows(0)) {
        for (const { values } of batch) for (const value of values) if (value !== null) cells++;
      }
      await opened.close();
      return cells;
    };
  },

  async exceljs(file) {
    const { default: exceljs } = await import('exceljs');
    return async () => {
      let cells = 0;
      for await (const sheet of new exceljs.stream.xlsx.WorkbookReader(createReadStream(file), {})) {
        for await (const row of sheet) row.eachCell((cell) => void (cell.value === null || cells++));
      }
      return cells;
    };
  },

  async sheetjs(file) {
    const { default: xlsx } = await import('xlsx');
    return async () => {
      const book = xlsx.readFile(file, { dense: true });
      let cells = 0;
      for (const row of Object.values(book.Sheets[book.SheetNames[0]!]!)) {
        if (Array.isArray(row)) for (const cell of row) if (cell?.v !== undefined) cells++;
      }
      return cells;
    };
  },

  /** The whole way: from the file on disk to its rows in the store, all recognition and checks included. */
  import: prepareImport,

  /** What the whole way is held against: unpacking the file, and storing the very same rows as plainly as can be. */
  async insert(file) {
    const unpack = await prepareInflate();
    const insert = await prepareInsert(file);
    return async () => {
      await unpack(file);
      return insert();
    };
  },
};

async function prepareInflate() {
  const { default: yauzl } = await import('yauzl');
  return async (file: string) => {
    const zip = await yauzl.openPromise(file, { autoClose: false });
    for await (const entry of zip.eachEntry()) {
      for await (const _ of await zip.openReadStreamPromise(entry));
    }
    zip.close();
    return 0;
  };
}

/** Run as a program with a yardstick's name and a file: measures once everything is loaded. */
if (fileURLToPath(import.meta.url) === argv[1]) {
  const run = await YARDSTICKS[argv[2]!]!(argv[3]!);
  await wait(500);
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  const count = await run();
  const used = process.cpuUsage(cpu);
  const measure: Measure = {
    cpu: (used.user + used.system) / 1e6,
    wall: (performance.now() - wall) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
    count,
  };
  console.log(JSON.stringify(measure));
}
