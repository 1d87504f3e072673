const own: Readonly<Record<string, string>> = {
  'profiles.signIn': 'Signed in',
  'profiles.signIn.failed': 'Wrong PIN or passphrase',
  'profiles.signIn.unlocked': 'Unlocked',
  'profiles.recover': 'Signed in by the recovery code',
  'profiles.recover.failed': 'Wrong recovery code',
  'profiles.lock': 'Locked',
  'profiles.idle': 'Locked by itself',
  'profiles.begin': 'Began',
  'backups.restore.begun': 'Restoring began',
};

/** A procedure in words: “preceptorship.addPreceptor” is “Preceptorship: add preceptor”. */
export function procedureWords(what: string): string {
  const [noun = '', ...rest] = what.split('.');
  const verb = rest
    .join(' ')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();
  return own[what] ?? `${noun.charAt(0).toUpperCase()}${noun.slice(1)}: ${verb}`;
}
