import { createReadStream } from 'node:fs';
import { argv } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** What one reader spent on one file; CPU of all threads, from opening the file to its last cell. */
export interface Measure {
  readonly cpu: number;
  readonly wall: number;
  readonly megabytes: number;
  readonly cells: number;
}

/** Each loads its library, and answers a function that reads every cell of a file and counts those with a value. */
export const YARDSTICKS: Readonly<Record<string, () => Promise<(file: string) => Promise<number>>>> = {
  /** The floor: unpacking every part with Node's zlib as it comes, looking at nothing. */
  async inflate() {
    const { default: yauzl } = await import('yauzl');
    return async (file) => {
      const zip = await yauzl.openPromise(file, { autoClose: false });
      for await (const entry of zip.eachEntry()) {
        for await (const _ of await zip.openReadStreamPromise(entry));
      }
      zip.close();
      return 0;
    };
  },

  async ours() {
    const { openFile } = await import('../../electron/imports/workbook/open.ts');
    return async (file) => {
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

  async exceljs() {
    const { default: exceljs } = await import('exceljs');
    return async (file) => {
      let cells = 0;
      for await (const sheet of new exceljs.stream.xlsx.WorkbookReader(createReadStream(file), {})) {
        for await (const row of sheet) row.eachCell((cell) => void (cell.value === null || cells++));
      }
      return cells;
    };
  },

  async sheetjs() {
    const { default: xlsx } = await import('xlsx');
    return async (file) => {
      const book = xlsx.readFile(file, { dense: true });
      let cells = 0;
      for (const row of Object.values(book.Sheets[book.SheetNames[0]!]!)) {
        if (Array.isArray(row)) for (const cell of row) if (cell?.v !== undefined) cells++;
      }
      return cells;
    };
  },
};

/** Run as a program with a reader's name and a file: measures once everything is loaded and compiled. */
if (fileURLToPath(import.meta.url) === argv[1]) {
  const read = await YARDSTICKS[argv[2]!]!();
  await wait(500);
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  const cells = await read(argv[3]!);
  const used = process.cpuUsage(cpu);
  const measure: Measure = {
    cpu: (used.user + used.system) / 1e6,
    wall: (performance.now() - wall) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
    cells,
  };
  console.log(JSON.stringify(measure));
}
