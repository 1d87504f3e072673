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

const lower = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim();

/** A procedure in words: “preceptorship.addPreceptor” is “Preceptorship: add preceptor”, “personalData.list” “Personal data: list”. */
export function procedureWords(what: string): string {
  const [noun = '', ...rest] = what.split('.');
  const words = lower(noun);
  return own[what] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}: ${lower(rest.join(' '))}`;
}
