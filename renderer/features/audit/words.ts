const own: Readonly<Record<string, string>> = {
  'session.signIn': 'Signed in',
  'session.signIn.failed': 'Wrong PIN or passphrase',
  'session.signIn.unlocked': 'Unlocked',
  'session.recover': 'Signed in by the recovery code',
  'session.recover.failed': 'Wrong recovery code',
  'session.lock': 'Locked',
  'session.idle': 'Locked by itself',
  'session.begin': 'Began',
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
