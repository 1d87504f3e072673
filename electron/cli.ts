import { resolve } from 'node:path';
import { runLine } from './command-line/line.ts';

/** The command line as a program: answers on standard output, sentences on standard error. */
process.exitCode = await runLine(process.argv.slice(2), resolve(import.meta.dirname, '..'), {
  print: console.log,
  say: console.error,
});
