import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { salvageForCommandLine } from '../backups/command-line.ts';
import { defaultDataFolder } from '../data-folder.ts';
import { openPlanner } from '../open-planner.ts';
import { readPolicy } from '../policy/policy.ts';
import { readKeyFile, refusedSentence } from '../protection/command-line.ts';
import { openWhetherLocked } from '../protection/open-locked.ts';
import { beginAtCommandLine } from './begin.ts';
import { runCommand } from './commands.ts';
import { helpText } from './help.ts';
import { refusalSentence } from './refusal.ts';

export const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
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
  'as-sent': { type: 'boolean' },
  replace: { type: 'boolean' },
  overlap: { type: 'string' },
  'problems-out': { type: 'string' },
  'passphrase-file': { type: 'string' },
  'key-file': { type: 'string' },
  policy: { type: 'string' },
  in: { type: 'string' },
  tables: { type: 'string' },
  as: { type: 'string' },
  'pin-file': { type: 'string' },
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
    const [first, second] = positionals;
    if (values.help || first === 'help') {
      print(helpText(first === 'help' ? second : first));
      return 0;
    }
    const policy = readPolicy(values.policy);
    if (policy !== null && 'kind' in policy) {
      say(policy.message);
      return 1;
    }
    const dataFolder = policy?.dataFolder ?? (values.data === undefined ? defaultDataFolder() : resolve(values.data));
    const typed = readKeyFile(values['key-file']);
    if (first === 'salvage') {
      // The one command for a store that does not open.
      const { sentence, isDone } = await salvageForCommandLine(dataFolder, project, typed);
      say(sentence);
      return isDone ? 0 : 1;
    }
    const opened = await openWhetherLocked(dataFolder, typed, (key) =>
      openPlanner(dataFolder, project, undefined, {}, { key, policy }),
    );
    if (opened.kind === 'refused') {
      say(refusedSentence(opened, typed));
      return 1;
    }
    try {
      await beginAtCommandLine(opened.context, values);
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
