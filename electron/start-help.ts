import { listed } from './command-line/help.ts';

/** What browser mode may be started with. */
export const browserOptions = {
  help: { type: 'boolean', short: 'h' },
  data: { type: 'string' },
  'key-file': { type: 'string' },
  policy: { type: 'string' },
} as const;

const everywhere = {
  '--data DIR': 'the folder of the store, unless the policy of the PC names one; without it the user’s own',
  '--help': 'says this',
};

export const browserHelp = [
  'Usage: npm start -- --browser [OPTIONS]',
  '',
  'Serves the planner from 127.0.0.1 on a free port, to this PC alone, and opens it in the default browser. The address that is',
  'printed lets its reader in: it is made new at each start. Ctrl C closes the store and ends it.',
  '',
  'Options:',
  ...listed({
    ...everywhere,
    '--no-open': 'prints the address and opens no browser',
    '--key-file FILE': 'opens an encrypted store: the first line is its passphrase or its recovery code',
    '--policy FILE': 'a policy to go by where the PC has none',
  }),
  '',
  'Exit codes:',
  '  0  ended by Ctrl C, or this help',
  '  1  could not start: a sentence on standard error says why',
].join('\n');

export const desktopHelp = [
  'Usage: maternity-workforce-planner [OPTIONS] [FILE…]',
  '',
  'Opens the planner, and takes in each FILE: an export to import (.xlsx, .csv) or the return of a trust (.mwp-return, .xlsx).',
  '',
  'Options:',
  ...listed({ ...everywhere, '--version': 'says which version this is' }),
].join('\n');
