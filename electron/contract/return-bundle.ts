import { z } from 'zod';
import { verb } from './access.ts';
import { exportedFile } from './exports.ts';
import { refusals } from './refusals.ts';
import { returnDocument } from './return-document.ts';
import { ofReturn, returnRefusals } from './return-refusals.ts';

/** Tells a return bundle from any other file. */
export const bundleFormat = 'maternity-workforce-planner/return-bundle';

/**
 * The version of the bundle that this app writes, and the oldest app that reads it by leaving out what it does not know. The
 * first rises with every field that is added, the second only where what an older app reads would be wrong. Of version 2 are who
 * defines a measure, and the note beside a figure that was entered.
 */
export const BUNDLE_VERSION = 2;
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
  /** Of the contents as they stand here, sealed or not: what was altered on the way is told from a wrong passphrase. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sealed: sealed.nullable(),
  contents: z.base64(),
});

/** Characters that a passphrase has at least. */
export const LEAST_PASSPHRASE = 8;

/** What in a bundle may tell a person: where it stands, as it is written, and what it looks like. */
export const personalFinding = z.object({ place: z.string(), text: z.string(), looksLike: z.string() });

/** The inside of a bundle: the return as it was submitted. No part of it names a member of staff. */
export const bundleContents = z.object({ document: returnDocument });

const NOT_SIGNED_OFF = {
  status: 409,
  message: 'This return is a draft. Check it and sign it off; then it can be saved as a bundle for the LMNS.',
} as const;
const NAMES_SOMEBODY = {
  status: 422,
  message: 'The return tells of a person. Write a role instead, then save the bundle again. Nothing was saved.',
  data: z.object({ found: z.array(personalFinding) }),
} as const;

/** What goes to the LMNS in one file: part of `returns`. */
export const returnBundleVerbs = {
  /** The return as it was signed off or submitted last, sealed where a passphrase is given. No person is told by it. */
  bundle: verb('export', 'figures')
    .errors({
      TRUST_UNKNOWN: refusals.TRUST_UNKNOWN,
      NOT_STARTED: returnRefusals.NOT_STARTED,
      NOT_SIGNED_OFF,
      NAMES_SOMEBODY,
    })
    .input(
      ofReturn.extend({
        passphrase: z
          .string()
          .min(LEAST_PASSPHRASE, `Use ${LEAST_PASSPHRASE} characters or more.`)
          .max(200, 'Use 200 characters or fewer.')
          .nullable()
          .default(null),
        /** True where somebody has read what looks like names, and says that they are nobody's. */
        namesNobody: z.boolean().default(false),
      }),
    )
    .output(exportedFile),
};

export type BundleEnvelope = z.infer<typeof bundleEnvelope>;
export type BundleContents = z.infer<typeof bundleContents>;
export type PersonalFinding = z.infer<typeof personalFinding>;
