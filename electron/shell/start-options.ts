import { resolve } from 'node:path';

export interface StartOptions {
  /** Chosen with `--data DIR`; null for the usual place. */
  readonly dataFolder: string | null;
  /** Files to open, as full paths. */
  readonly files: readonly string[];
  /** What is to be printed instead of opening anything. */
  readonly asks: 'help' | 'version' | null;
}

const DATA = '--data';

/**
 * Reads what the app was started with: `argv` without the executable. `fromFolder` says that the app is run from its
 * folder, which then is the first argument. Switches that Chromium understands are passed over; the last `--data` wins.
 */
export function readStartOptions(argv: readonly string[], fromFolder: boolean, workingFolder: string): StartOptions {
  const files: string[] = [];
  let dataFolder: string | null = null;
  let asks: StartOptions['asks'] = null;
  let expected = false;
  for (const arg of argv) {
    if (expected || arg.startsWith(`${DATA}=`)) {
      dataFolder = resolve(workingFolder, expected ? arg : arg.slice(DATA.length + 1));
      expected = false;
    } else if (arg === DATA) expected = true;
    else if (arg === '--help' || arg === '-h') asks = 'help';
    else if (arg === '--version') asks ??= 'version';
    else if (!arg.startsWith('-')) files.push(resolve(workingFolder, arg));
  }
  return { dataFolder, files: fromFolder ? files.slice(1) : files, asks };
}
