import type { Context } from '../context.ts';
import { type Access, accessRefusals, mayCall, whyNot } from '../contract/access.ts';
import { auditForCommandLine, notedCommand } from '../audit/command-line.ts';
import { backupForCommandLine, restoreForCommandLine } from '../backups/command-line.ts';
import { checkStore } from '../database/check.ts';
import { reportForCommandLine } from '../features/assurance/command-line.ts';
import { compileForCommandLine } from '../features/lmns/command-line.ts';
import { bundleForCommandLine } from '../features/returns/bundle/command-line.ts';
import { returnForCommandLine } from '../features/returns/command-line.ts';
import { lockForCommandLine, unlockForCommandLine } from '../protection/command-line.ts';
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
      asSent: options['as-sent'] ?? false,
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

  lock: async (_, options, context) => ({
    answer: await lockForCommandLine(context, required(options['key-file'], '--key-file FILE with a passphrase')),
  }),

  unlock: async (_, __, context) => ({ answer: await unlockForCommandLine(context) }),

  audit: ([wish], _, context) => auditForCommandLine(context, wish),

  check: async (_, __, { database }) => {
    const answer = checkStore(database);
    return answer.sound ? { answer } : { answer, exitCode: 1, sentence: answer.findings.join(' ') };
  },
};

/** Those for a store that opens. */
export const commandNames: readonly string[] = Object.keys(commands);

/** What each command does with people's data, which decides who may do it and how it is kept in the audit. */
const actOf: Readonly<Record<string, Pick<Access, 'act' | 'data'>>> = {
  import: { act: 'import', data: 'people' },
  figures: { act: 'view', data: 'figures' },
  return: { act: 'export', data: 'figures' },
  bundle: { act: 'export', data: 'figures' },
  compile: { act: 'export', data: 'lmns' },
  report: { act: 'export', data: 'figures' },
  backup: { act: 'export', data: 'people' },
  restore: { act: 'restore', data: 'people' },
  lock: { act: 'change', data: 'people' },
  unlock: { act: 'change', data: 'people' },
};

/** The part of the planner that a command belongs to, which the PC's policy may switch off. */
const partOf: Readonly<Record<string, string>> = {
  import: 'imports',
  return: 'returns',
  bundle: 'returns',
  compile: 'lmns',
  report: 'assurance',
  lock: 'protection',
  unlock: 'protection',
};

/** Does what the words of the command line say. Throws a CommandRefusal, or the contract's own refusal. */
export async function runCommand(words: readonly string[], options: Options, context: Context): Promise<CommandAnswer> {
  const [name, ...rest] = words;
  const command = name === undefined ? undefined : commands[name];
  if (!command)
    throw new CommandRefusal(
      `There is no command ${name ?? 'given'}. The commands are: ${commandNames.join(', ')}. --help says what each does.`,
    );
  if (context.policy?.disabled?.includes(partOf[name ?? ''] ?? ''))
    throw new CommandRefusal(accessRefusals.SWITCHED_OFF.message);
  const act = actOf[name ?? ''];
  const { who } = context.session;
  // `call` is asked by the router, procedure by procedure.
  if (who !== null && act !== undefined && !mayCall(who.role, act)) throw new CommandRefusal(whyNot(who.role, act));
  const work = () => command(rest, options, context);
  if (act === undefined) return work();
  return notedCommand(context, { kind: act.act, what: `command.${name ?? ''}`, trust: options.trust }, work);
}
