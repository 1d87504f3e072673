import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from './command-line/commands.ts';
import { refusalSentence } from './command-line/refusal.ts';
import { defaultDataFolder } from './data-folder.ts';
import { openPlanner } from './open-planner.ts';

const OPTIONS = {
  data: { type: 'string' },
  trust: { type: 'string' },
  mapping: { type: 'string' },
  period: { type: 'string' },
  units: { type: 'string' },
  'dry-run': { type: 'boolean' },
  from: { type: 'string' },
  to: { type: 'string' },
  on: { type: 'string' },
  out: { type: 'string' },
  replace: { type: 'boolean' },
  overlap: { type: 'string' },
  'problems-out': { type: 'string' },
} as const;

/**
 * The command line: `planner COMMAND … [--data DIR]`. Prints JSON on standard output; on refusal a sentence on
 * standard error, and ends with 1. The forms of the commands are a promise to those who script the planner.
 */
async function main(): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
    const dataFolder = values.data === undefined ? defaultDataFolder() : resolve(values.data);
    const opened = openPlanner(dataFolder, resolve(import.meta.dirname, '..'));
    if (opened.kind === 'refused') {
      console.error(opened.message);
      return 1;
    }
    try {
      const { answer, exitCode = 0, sentence } = await runCommand(positionals, values, opened.context);
      console.log(JSON.stringify(answer, null, 2));
      if (sentence) console.error(sentence);
      return exitCode;
    } finally {
      opened.close();
    }
  } catch (error) {
    console.error(refusalSentence(error));
    return 1;
  }
}

process.exitCode = await main();
