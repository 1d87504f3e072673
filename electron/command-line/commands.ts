import type { Context } from '../context.ts';
import { backupForCommandLine, restoreForCommandLine } from '../backups/command-line.ts';
import { checkStore } from '../database/check.ts';
import { reportForCommandLine } from '../features/assurance/command-line.ts';
import { compileForCommandLine } from '../features/lmns/command-line.ts';
import { bundleForCommandLine } from '../features/returns/bundle/command-line.ts';
import { returnForCommandLine } from '../features/returns/command-line.ts';
import { callContract } from './call.ts';
import { printFigures } from './figures.ts';
import { importFromFile } from './import.ts';
import { type Options, readPeriod, readReturnPeriod, readTrustCode, required } from './options.ts';
import { CommandRefusal } from './refusal.ts';

/** What a command prints, and how it ends: a sentence goes to standard error. */
export interface CommandAnswer {
  readonly answer: unknown;
  readonly exitCode?: number;
  readonly sentence?: string;
}

type Command = (words: readonly string[], options: Options, context: Context) => Promise<CommandAnswer>;

const commands: Record<string, Command> = {
  call: async ([name, json], _, context) => ({ answer: await callContract(name, json, context) }),

  import: ([kind, file], options, context) =>
    importFromFile(required(kind, 'a kind, such as auto'), required(file, 'a file'), options, context),

  figures: async ([kind], options, context) => ({
    answer: printFigures(
      required(kind, 'a kind, such as duty_roster'),
      readTrustCode(options),
      readPeriod(options),
      context,
    ),
  }),

  return: async (_, options, context) => ({
    answer: await returnForCommandLine(context, {
      trust: readTrustCode(options),
      period: readReturnPeriod(options),
      out: required(options.out, '--out FILE'),
      replace: options.replace ?? false,
    }),
  }),

  bundle: async (_, options, context) => ({
    answer: await bundleForCommandLine(context, {
      trust: readTrustCode(options),
      period: readReturnPeriod(options),
      out: required(options.out, '--out FILE'),
      passphraseFile: options['passphrase-file'],
      replace: options.replace ?? false,
    }),
  }),

  compile: (_, options, context) =>
    compileForCommandLine(context, {
      folder: required(options.in, '--in DIR, the folder of the returns'),
      out: required(options.out, '--out FILE'),
      tables: options.tables ?? null,
      period: options.period === undefined ? null : readReturnPeriod(options),
      passphraseFile: options['passphrase-file'],
      replace: options.replace ?? false,
    }),

  report: async (_, options, context) => ({
    answer: await reportForCommandLine(context, {
      trust: readTrustCode(options),
      period: readPeriod(options),
      out: required(options.out, '--out FILE'),
      replace: options.replace ?? false,
    }),
  }),

  backup: async (_, options, context) => ({
    answer: await backupForCommandLine(context, {
      out: required(options.out, '--out FILE'),
      replace: options.replace ?? false,
    }),
  }),

  restore: async ([file], options, context) => ({
    answer: await restoreForCommandLine(context, {
      file: required(file, 'a backup'),
      passphraseFile: options['passphrase-file'],
    }),
  }),

  check: async (_, __, { database }) => {
    const answer = checkStore(database);
    return answer.sound ? { answer } : { answer, exitCode: 1, sentence: answer.findings.join(' ') };
  },
};

/** Does what the words of the command line say. Throws a CommandRefusal, or the contract's own refusal. */
export async function runCommand(words: readonly string[], options: Options, context: Context): Promise<CommandAnswer> {
  const [name, ...rest] = words;
  const command = name === undefined ? undefined : commands[name];
  if (!command)
    throw new CommandRefusal(
      `There is no command ${name ?? 'given'}. The commands are: ${Object.keys(commands).join(', ')}.`,
    );
  return command(rest, options, context);
}
