import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataFolder } from '../data-folder.ts';
import { openPlanner } from '../open-planner.ts';
import { runCommand } from './commands.ts';
import { refusalSentence } from './refusal.ts';

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
  'passphrase-file': { type: 'string' },
  in: { type: 'string' },
  tables: { type: 'string' },
} as const;

/** Where a line prints its answer, and where the sentence that goes with it. */
export interface Outputs {
  print(text: string): void;
  say(sentence: string): void;
}

/**
 * One line of the command line: `COMMAND … [--data DIR]`, on the program that lies in `project`. Prints JSON; on refusal says
 * a sentence. Answers the exit code: 1 on refusal. The forms of the commands are a promise to those who script the planner.
 */
export async function runLine(words: readonly string[], project: string, { print, say }: Outputs): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
    const dataFolder = values.data === undefined ? defaultDataFolder() : resolve(values.data);
    const opened = openPlanner(dataFolder, project);
    if (opened.kind === 'refused') {
      say(opened.message);
      return 1;
    }
    try {
      const { answer, exitCode = 0, sentence } = await runCommand(positionals, values, opened.context);
      print(JSON.stringify(answer, null, 2));
      if (sentence) say(sentence);
      return exitCode;
    } finally {
      opened.close();
    }
  } catch (error) {
    say(refusalSentence(error));
    return 1;
  }
}
