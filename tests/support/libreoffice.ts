import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from './database.ts';

const isHere = (program: string, argument: string): boolean => {
  try {
    execFileSync(program, [argument], { stdio: 'ignore', timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
};

const missing = [
  ['soffice', '--version'],
  ['pdftotext', '-v'],
].flatMap(([program = '', argument = '']) => (isHere(program, argument) ? [] : [program]));

/** For the name of a test: why it was skipped; empty where LibreOffice and a reader of PDFs are here. */
export const ifLibreOffice = missing.length === 0 ? '' : ` (skipped: ${missing.join(' and ')} is not here)`;

/** What LibreOffice made of a file. */
export interface Printed {
  /** The program that opened it, by its filter: `calc` or `writer`. */
  readonly program: string;
  /** The text of each page. */
  readonly pages: readonly string[];
}

/** Has LibreOffice open files, all in one start, and print each as a PDF, by name. A file that it cannot open is not in the answer. */
export async function printedByLibreOffice(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<ReadonlyMap<string, Printed>> {
  const folder = temporaryFolder();
  const out = join(folder, 'pdf');
  mkdirSync(out);
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
  const paths = files.map(({ name }) => join(folder, name));
  // A profile of its own: another LibreOffice that is open would take the files over.
  const own = [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--norestore'];
  const words = [...own, '--convert-to', 'pdf', '--outdir', out, ...paths];
  const { stdout } = await promisify(execFile)('soffice', words, { timeout: 120_000 });
  const printed = new Map<string, Printed>();
  for (const line of stdout.split('\n')) {
    const [, from = '', to = '', program = ''] =
      /^convert (.*?)(?: as a .*)? -> (.*) using filter : (\w+)_pdf_Export/.exec(line) ?? [];
    const file = files.find(({ name }) => from.endsWith(`/${name}`));
    if (!file) continue;
    const text = `${to}.txt`;
    execFileSync('pdftotext', ['-layout', to, text]);
    const pages = readFileSync(text, 'utf8').split('\f').slice(0, -1);
    printed.set(file.name, { program, pages });
  }
  return printed;
}
