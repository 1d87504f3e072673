import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { BundleEnvelope } from '#contract';
import { stretch } from '../../../profiles/secret.ts';

type Sealed = NonNullable<BundleEnvelope['sealed']>;
/** What of the envelope nobody may change: its words go into the seal. */
type Head = Pick<BundleEnvelope, 'format' | 'version' | 'readableFrom'>;

/** 64 MB and about a quarter of a second a try, so that guessing is slow. */
const KEY = { cost: 2 ** 16, blockSize: 8, parallelization: 1 } as const;
/** What a file may ask for at the most, so that no file can take the memory of this PC. */
const MOST_MEMORY = 256 * 1024 * 1024;

/** Contents that only the passphrase opens. */
export async function seal(contents: Buffer, passphrase: string, head: Head) {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, { ...KEY, salt }), iv);
  cipher.setAAD(Buffer.from(wordsOf(head)));
  const bytes = Buffer.concat([cipher.update(contents), cipher.final()]);
  const sealed: Sealed = {
    cipher: 'aes-256-gcm',
    kdf: 'scrypt',
    ...KEY,
    salt: salt.toString('base64'),
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
  return { bytes, sealed };
}

/** The contents; undefined where the passphrase is another one, or the seal was changed. */
export async function unseal(
  contents: Buffer,
  { sealed, ...head }: Head & { readonly sealed: Sealed },
  passphrase: string,
): Promise<Buffer | undefined> {
  const [salt, iv, tag] = [sealed.salt, sealed.iv, sealed.tag].map((text) => Buffer.from(text, 'base64'));
  if (salt === undefined || iv?.length !== 12 || tag?.length !== 16 || !isAffordable(sealed)) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', await keyOf(passphrase, { ...sealed, salt }), iv);
    decipher.setAAD(Buffer.from(wordsOf(head)));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(contents), decipher.final()]);
  } catch {
    return undefined;
  }
}

function isAffordable({ cost, blockSize, parallelization }: Sealed): boolean {
  const isSound = cost >= 2 && blockSize >= 1 && parallelization >= 1 && (cost & (cost - 1)) === 0;
  return isSound && 128 * cost * blockSize * parallelization < MOST_MEMORY;
}

const wordsOf = ({ format, version, readableFrom }: Head) => [format, version, readableFrom].join(' ');

/** A passphrase is the same however its accents are typed. */
function keyOf(
  passphrase: string,
  { salt, cost, blockSize, parallelization }: Pick<Sealed, 'cost' | 'blockSize' | 'parallelization'> & { salt: Buffer },
): Promise<Buffer> {
  return stretch(passphrase.normalize('NFKC'), { salt, cost, blockSize, parallelization });
}
