import { readFileSync } from 'node:fs';
import type { Context } from '../context.ts';
import { profilesOf } from '../profiles/profiles.ts';
import { tried } from '../profiles/sign-in.ts';
import type { Options } from './options.ts';
import { CommandRefusal } from './refusal.ts';

/**
 * Who a line acts as: an editor named “Command line”, since whoever runs it can read the store's file as well; or with
 * `--as NAME` and `--pin-file FILE` a profile, with what its role may do.
 */
export async function beginAtCommandLine(context: Context, options: Options): Promise<void> {
  const name = options.as?.toLocaleLowerCase('en-GB');
  if (name === undefined) return context.session.beginAtCommandLine();
  const profiles = profilesOf(context.database);
  const profile = profiles.find((one) => one.name.toLocaleLowerCase('en-GB') === name);
  if (profile === undefined)
    throw new CommandRefusal(
      `There is no profile “${String(options.as)}”. The profiles are: ${profiles.map((one) => one.name).join(', ') || 'none'}.`,
    );
  const file = options['pin-file'];
  if (profile.secret !== null && file === undefined)
    throw new CommandRefusal(`Give --pin-file FILE, a file that holds the PIN or passphrase of ${profile.name} alone.`);
  const typed = file === undefined ? '' : readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  const outcome = await tried(context, profile, profile.secret, typed, 'profiles.signIn');
  if (outcome.kind !== 'in') throw new CommandRefusal(outcome.message);
}
