import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import {
  type BundleEnvelope,
  BUNDLE_VERSION,
  bundleContents,
  bundleEnvelope,
  bundleFormat,
  type PersonalFinding,
  type ReturnDocument,
} from '#contract';
import { personalDataIn } from '../calculations/personal-data.ts';
import type { Json } from '../calculations/records.ts';
import { bundleRefusal, type BundleRefusalCode, inWords } from './refusals.ts';
import { unknownPlaces } from './unknown-places.ts';
import { unseal } from './seal.ts';

/** Bytes that a bundle file may have, and its contents unpacked: a return takes a hundredth of it. */
const MOST_BYTES = 32 * 1024 * 1024;

/** What a bundle file holds, or by name and in words why it is not read. */
export type BundleReading =
  | {
      readonly kind: 'read';
      readonly document: ReturnDocument;
      readonly version: number;
      readonly sealed: boolean;
      /** What a newer planner put in that is not known here, and was left out: places such as `document.later`. */
      readonly notUnderstood: readonly string[];
    }
  | {
      readonly kind: 'refused';
      readonly code: BundleRefusalCode;
      readonly message: string;
      readonly found: readonly PersonalFinding[];
    };

export interface BundleOptions {
  readonly passphrase?: string | null;
  /** True where somebody has read what looks like persons' names, and says that they are nobody's. */
  readonly namesNobody?: boolean;
}

/** True for a file that says of itself that it is a bundle, whole or not. */
export const looksLikeBundle = (bytes: Buffer): boolean =>
  bytes.subarray(0, 300).toString('utf8').includes(`"${bundleFormat}"`);

/**
 * Reads a bundle: one of this version, an older one, or a newer one that says this planner can read it, of which what is
 * not known here is left out. What would tell a person is refused. Nothing of a file is trusted before it was checked.
 */
export async function readBundle(bytes: Buffer, options: BundleOptions = {}): Promise<BundleReading> {
  const opened = await openEnvelope(bytes, options.passphrase ?? null);
  if ('kind' in opened) return opened;
  const { envelope, contents } = opened;
  let raw: Json;
  try {
    raw = JSON.parse(contents) as Json;
  } catch {
    return bundleRefusal('altered');
  }
  const parsed = bundleContents.safeParse(raw);
  const isNewer = envelope.version > BUNDLE_VERSION;
  // What a newer planner may say that is no word here, such as a status: it is not to be guessed.
  if (!parsed.success && isNewer) return bundleRefusal('newer');
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return bundleRefusal(
      'not whole',
      `At ${issue?.path.join('.') || 'its start'} it has something else than a return.`,
    );
  }
  const { document } = parsed.data;
  const unknown = unknownPlaces(raw, parsed.data as unknown as Json);
  if (unknown.length > 0 && !isNewer)
    return bundleRefusal('unknown data', `It also has: ${unknown.slice(0, 5).join(', ')}.`);
  const found = personalDataIn(document as unknown as Json);
  const isName = ({ looksLike }: PersonalFinding) => /name/.test(looksLike);
  const left = options.namesNobody ? found.filter((one) => !isName(one)) : found;
  if (left.length > 0) return { ...bundleRefusal('names somebody', inWords(left)), found: left };
  const { version, sealed } = envelope;
  return { kind: 'read', document, version, sealed: sealed !== null, notUnderstood: unknown };
}

async function openEnvelope(
  bytes: Buffer,
  passphrase: string | null,
): Promise<{ envelope: BundleEnvelope; contents: string } | Extract<BundleReading, { kind: 'refused' }>> {
  if (!looksLikeBundle(bytes)) return bundleRefusal('not a bundle');
  if (bytes.byteLength > MOST_BYTES) return bundleRefusal('too large');
  let outside: unknown;
  try {
    outside = JSON.parse(bytes.toString('utf8'));
  } catch {
    return bundleRefusal('truncated');
  }
  const said = outside as { version?: unknown; readableFrom?: unknown };
  if (typeof said.readableFrom === 'number' && said.readableFrom > BUNDLE_VERSION) return bundleRefusal('newer');
  const parsed = bundleEnvelope.safeParse(outside);
  if (!parsed.success) return bundleRefusal('altered');
  const envelope = parsed.data;
  const stored = Buffer.from(envelope.contents, 'base64');
  if (createHash('sha256').update(stored).digest('hex') !== envelope.sha256) return bundleRefusal('altered');
  const { sealed } = envelope;
  if (sealed !== null && passphrase === null) return bundleRefusal('passphrase needed');
  const packed =
    sealed === null || passphrase === null ? stored : await unseal(stored, { ...envelope, sealed }, passphrase);
  if (packed === undefined) return bundleRefusal('wrong passphrase');
  try {
    const contents = await promisify(gunzip)(packed, { maxOutputLength: MOST_BYTES });
    return { envelope, contents: contents.toString('utf8') };
  } catch (error) {
    const isLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return bundleRefusal(isLarge ? 'too large' : 'altered');
  }
}
