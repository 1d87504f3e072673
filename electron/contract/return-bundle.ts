import { z } from 'zod';
import { returnDocument } from './return-document.ts';

/** Tells a return bundle from any other file. */
export const bundleFormat = 'maternity-workforce-planner/return-bundle';

/** The version of the bundle that this app writes, and the oldest app that reads it by leaving out what it does not know. */
export const BUNDLE_VERSION = 1;
export const BUNDLE_READABLE_FROM = 1;

/** How a passphrase became a key (scrypt) and what AES-256-GCM needs to open the contents; all base64. */
const sealed = z.object({
  cipher: z.literal('aes-256-gcm'),
  kdf: z.literal('scrypt'),
  cost: z.number().int(),
  blockSize: z.number().int(),
  parallelization: z.number().int(),
  salt: z.base64(),
  iv: z.base64(),
  tag: z.base64(),
});

/** The outside of a bundle file: what it is, who may read it, and the contents as gzipped JSON, sealed or not. */
export const bundleEnvelope = z.object({
  format: z.literal(bundleFormat),
  version: z.number().int().positive(),
  /** An app that knows this version or a later one can read it. */
  readableFrom: z.number().int().positive(),
  /** Of the contents before they were sealed. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sealed: sealed.nullable(),
  contents: z.base64(),
});

/** The inside of a bundle: the return as it was submitted. No part of it names a member of staff. */
export const bundleContents = z.object({ document: returnDocument });

export type BundleEnvelope = z.infer<typeof bundleEnvelope>;
export type BundleContents = z.infer<typeof bundleContents>;
