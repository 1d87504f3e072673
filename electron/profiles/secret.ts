import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** What scrypt is told: `cost` × `blockSize` × 128 bytes of memory are used. */
export interface Stretching {
  readonly salt: Buffer;
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
}

const MOST_MEMORY = 512 * 1024 * 1024;

/** A key of 32 bytes from a PIN or a passphrase by scrypt; slow on purpose, and off this thread. */
export function stretch(secret: string, { salt, ...costs }: Stretching): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(secret, salt, 32, { ...costs, maxmem: MOST_MEMORY }, (error, key) => (error ? reject(error) : resolve(key))),
  );
}

/** 32 MB and about a tenth of a second a try. */
const COSTS = { cost: 2 ** 15, blockSize: 8, parallelization: 1 } as const;

/** What is kept of a secret: enough to know it again, and nothing that it could be read from. */
export async function keptSecret(secret: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await stretch(plain(secret), { salt, ...COSTS });
  return JSON.stringify({ ...COSTS, salt: salt.toString('base64'), key: key.toString('base64') });
}

/** Whether it is the secret that `kept` was made of. */
export async function isSecret(secret: string, kept: string): Promise<boolean> {
  const { salt, key, ...costs } = JSON.parse(kept) as typeof COSTS & { salt: string; key: string };
  const made = await stretch(plain(secret), { salt: Buffer.from(salt, 'base64'), ...costs });
  return timingSafeEqual(made, Buffer.from(key, 'base64'));
}

/** The same however its accents are typed. */
const plain = (secret: string) => secret.normalize('NFKC');

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 20 letters and digits in groups of four: 100 random bits. Shown once. */
export function newRecoveryCode(): string {
  const letters = [...randomBytes(20)].map((byte) => LETTERS[byte % 32] ?? '').join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as it is compared: what people add or mistake when they copy it by hand does not count. */
export const plainCode = (typed: string) =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
