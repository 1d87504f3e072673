import { CommandRefusal } from './refusal.ts';

interface CommandHelp {
  /** What stands after the command's name. */
  readonly usage: string;
  /** What it does, in a sentence or two. */
  readonly does: string;
  /** Its own options, each with what it means. */
  readonly options?: Readonly<Record<string, string>>;
  readonly example: string;
}

const trust = { '--trust CODE': 'the trust, by its ODS code, such as RX1' };
const out = { '--out FILE': 'where the file is written', '--replace': 'replaces a file that is there already' };
const days = {
  '--from DATE --to DATE': 'from and to these days, such as 2026-10-05',
  '--on DATE': 'that day alone, or as things stood on it',
};
const quarter = { '--period 2026-Q2': 'the quarter of the NHS year, or a month as 2026-10' };
const passphrase = { '--passphrase-file FILE': 'a file whose first line is the passphrase, where there is one' };

/** Options of every command. */
const everywhere: Readonly<Record<string, string>> = {
  '--data DIR': 'the folder of the store; without it the one that the desktop app uses',
  '--key-file FILE': 'opens an encrypted store: the first line is its passphrase or its recovery code',
  '--as NAME': 'acts as that profile, with what its role may do; without it as an editor named “Command line”',
  '--pin-file FILE': 'a file that holds the PIN or passphrase of that profile',
  '--policy FILE': 'a policy to go by where the PC has none',
  '--help': 'says this',
};

/** Every command, in the order in which they are told. */
export const commandHelp: Readonly<Record<string, CommandHelp>> = {
  import: {
    usage: 'KIND FILE --trust CODE',
    does: 'Reads a file and stores it, or with --dry-run says what it would store. KIND is a kind of file, such as duty_roster, or auto. A trust that is not there yet is made.',
    options: {
      ...trust,
      '--mapping FILE': 'how its columns are read, as JSON',
      '--period FROM..TO': 'the days that it is about, where it does not say so itself',
      '--on DATE': 'the day as on which it says how things stand',
      '--units create|refuse': 'what becomes of units that the trust does not have',
      '--overlap replace|add|leave': 'what becomes of days that are there already',
      '--dry-run': 'stores nothing',
      '--problems-out FILE': 'writes the rows that were left out, with why',
      '--replace': 'replaces that file where it is there already',
    },
    example: 'import auto roster.xlsx --trust RX1',
  },
  call: {
    usage: "NOUN.VERB ['JSON']",
    does: 'Makes any call of the contract, with JSON in and out. Without a name it says which there are.',
    example: 'call organisation.overview',
  },
  figures: {
    usage: 'KIND --trust CODE',
    does: 'Prints figures as plain numbers by name, with the unit in the name. KIND is a kind of file or “establishment”.',
    options: { ...trust, ...days },
    example: 'figures duty_roster --trust RX1 --from 2026-10-05 --to 2026-11-01',
  },
  return: {
    usage: '--trust CODE --period 2026-Q2 --out FILE',
    does: 'Writes the trust’s Theme 2 return as a workbook.',
    options: { ...trust, ...quarter, ...out },
    example: 'return --trust RX1 --period 2026-Q2 --out return.xlsx',
  },
  bundle: {
    usage: '--trust CODE --period 2026-Q2 --out FILE',
    does: 'Writes the return as it was signed off or submitted last as a bundle for the LMNS, sealed where a passphrase is given.',
    options: { ...trust, ...quarter, ...out, ...passphrase },
    example: 'bundle --trust RX1 --period 2026-Q2 --out rx1.json',
  },
  compile: {
    usage: '--in DIR --out FILE',
    does: 'Compiles the returns of a folder into one for the system, by the ending of FILE: .xlsx, .json, or .zip of CSV. Ends with 1 where a file is refused, and names it.',
    options: {
      '--in DIR': 'the folder of the returns',
      ...out,
      '--tables DIR': 'writes its tables there, too',
      '--as-sent': 'takes them as they were sent, without what protects small numbers across trusts',
      ...quarter,
      ...passphrase,
    },
    example: 'compile --in returns --out system.json',
  },
  report: {
    usage: '--trust CODE --from DATE --to DATE --out FILE',
    does: 'Writes the staffing report to the board, as Word (.docx) or PDF (.pdf).',
    options: { ...trust, ...days, ...out },
    example: 'report --trust RX1 --from 2026-04-01 --to 2026-09-30 --out board.docx',
  },
  backup: {
    usage: '--out FILE',
    does: 'Makes a backup, proves it, and writes it where it is wanted, too.',
    options: out,
    example: 'backup --out planner.mwpbackup',
  },
  restore: {
    usage: 'FILE',
    does: 'Puts a backup in the place of what is there, after a backup of that.',
    options: passphrase,
    example: 'restore planner.mwpbackup',
  },
  salvage: {
    usage: '',
    does: 'For a store that does not open: saves what can still be read of it, and keeps the damaged file. An encrypted one needs --key-file.',
    example: 'salvage --data DIR',
  },
  check: {
    usage: '',
    does: 'Reads the whole store and says what is wrong with it. Ends with 1 where something is.',
    example: 'check',
  },
  audit: {
    usage: 'verify',
    does: 'Follows every chain of the audit from its beginning and looks for an end that was cut off. Ends with 1 and names the first entry that is broken.',
    example: 'audit verify',
  },
  lock: {
    usage: '--key-file FILE',
    does: 'Encrypts the store with a key that the passphrase in that file opens, and prints the recovery code, this once.',
    example: 'lock --key-file passphrase.txt',
  },
  unlock: {
    usage: '--key-file FILE',
    does: 'Makes an encrypted store readable again.',
    example: 'unlock --key-file passphrase.txt',
  },
};

const PROGRAM = 'planner';
const ENDS = [
  'Exit codes:',
  '  0  done: the answer is JSON on standard output',
  '  1  refused, or something is wrong: a sentence on standard error says what, and what to do next',
];

/** Options with what they mean, one a line. */
export const listed = (options: Readonly<Record<string, string>>) => {
  const width = Math.max(...Object.keys(options).map((option) => option.length));
  return Object.entries(options).map(([option, means]) => `  ${option.padEnd(width)}  ${means}`);
};

/** Usage, options and exit codes of one command, or which commands there are. Throws where there is none of that name. */
export function helpText(name: string | undefined): string {
  if (name === undefined) {
    const commands = Object.entries(commandHelp).map(([command, { does }]) => [command, firstSentence(does)] as const);
    return [
      `Usage: ${PROGRAM} COMMAND … [--data DIR]`,
      '',
      'Commands:',
      ...listed(Object.fromEntries(commands)),
      '',
      `${PROGRAM} COMMAND --help says more of one.`,
      '',
      'Options of every command:',
      ...listed(everywhere),
      '',
      ...ENDS,
    ].join('\n');
  }
  const help = Object.hasOwn(commandHelp, name) ? commandHelp[name] : undefined;
  if (help === undefined)
    throw new CommandRefusal(`There is no command ${name}. The commands are: ${Object.keys(commandHelp).join(', ')}.`);
  const { usage, does, options, example } = help;
  return [
    `Usage: ${[PROGRAM, name, usage].filter(Boolean).join(' ')}`,
    '',
    does,
    '',
    ...(options ? ['Options:', ...listed(options), ''] : []),
    'Options of every command:',
    ...listed(everywhere),
    '',
    ...ENDS,
    '',
    `Example: ${PROGRAM} ${example}`,
  ].join('\n');
}

const firstSentence = (text: string) => `${text.split('. ')[0] ?? ''}.`.replace('..', '.');
