import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import {
  type BundleEnvelope,
  BUNDLE_READABLE_FROM,
  BUNDLE_VERSION,
  bundleFormat,
  type ReturnDocument,
} from '#contract';
import { seal } from './seal.ts';

/** The bytes of a bundle file: the return as it was made, sealed where a passphrase is given. */
export async function writeBundle(document: ReturnDocument, passphrase: string | null = null): Promise<Buffer> {
  const head = { format: bundleFormat, version: BUNDLE_VERSION, readableFrom: BUNDLE_READABLE_FROM } as const;
  const packed = await promisify(gzip)(Buffer.from(JSON.stringify({ document })), { level: 9 });
  const { bytes, sealed } =
    passphrase === null ? { bytes: packed, sealed: null } : await seal(packed, passphrase, head);
  const envelope: BundleEnvelope = {
    ...head,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sealed,
    contents: bytes.toString('base64'),
  };
  return Buffer.from(`${JSON.stringify(envelope)}\n`);
}

/** Such as `RX1 Theme 2 return 2026-Q2.mwpreturn`. */
export const bundleFileName = ({ trust, period }: Pick<ReturnDocument, 'trust' | 'period'>): string =>
  `${trust.code} Theme 2 return ${period}.mwpreturn`;
