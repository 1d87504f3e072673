import type { PersonalFinding, ReturnDocument } from '#contract';
import type { Context } from '../../../context.ts';
import type { Database } from '../../../database/database.ts';
import { namesOfStaff } from '../../retention/shared-text-repository.ts';
import { requireReturn } from '../access.ts';
import { type KnownStaff, personalDataIn } from '../calculations/personal-data.ts';
import type { Json } from '../calculations/records.ts';
import { newestSubmission } from '../submission-repository.ts';
import { signedDocument } from '../document.ts';
import { inWords } from './refusals.ts';
import { bundleFileName, writeBundle } from './write.ts';

interface Asked {
  readonly trust: string;
  readonly period: string;
  readonly passphrase: string | null;
  readonly namesNobody: boolean;
}

type BundleOutcome =
  | { readonly kind: 'made'; readonly fileName: string; readonly bytes: Buffer; readonly document: ReturnDocument }
  | { readonly kind: 'draft' }
  | { readonly kind: 'names somebody'; readonly message: string; readonly found: readonly PersonalFinding[] };

/**
 * The return as it was submitted last, or signed off, as a bundle. Whoever reads it knows no staff list, so this trust's
 * own is held against every word before it leaves. Throws TRUST_UNKNOWN and NOT_STARTED.
 */
export async function makeBundle(context: Context, asked: Asked): Promise<BundleOutcome> {
  const { database } = context;
  const { trust, row } = requireReturn(context, asked);
  const document = newestSubmission(database, row.id)?.document ?? signedDocument(row);
  if (!document) return { kind: 'draft' };
  const staff = { names: namesOfStaff(database, trust.id), numbers: numbersOfStaff(database, trust.id) };
  return bundleOf(document, staff, asked);
}

/** A return as a bundle, where nothing in it may tell of a person by what is known of the staff. */
export async function bundleOf(
  document: ReturnDocument,
  staff: KnownStaff,
  asked: Pick<Asked, 'passphrase' | 'namesNobody'>,
): Promise<Exclude<BundleOutcome, { kind: 'draft' }>> {
  const found = personalDataIn(document as unknown as Json, staff);
  // Words can be names by chance; numbers and addresses are somebody's.
  const left = asked.namesNobody ? found.filter(({ looksLike }) => !/name|staff list/.test(looksLike)) : found;
  if (left.length > 0) {
    const message = `The return tells of a person, and no bundle was made. ${inWords(left)} Write a role instead. If a word is no name, say so and save the bundle again.`;
    return { kind: 'names somebody', message, found: left };
  }
  const bytes = await writeBundle(document, asked.passphrase);
  return { kind: 'made', fileName: bundleFileName(document), bytes, document };
}

/** Numbers by which the staff list knows people. */
function numbersOfStaff({ sqlite }: Database, trustId: number): string[] {
  return sqlite.prepare(`SELECT DISTINCT person FROM assignment WHERE trust_id = ?`).pluck().all(trustId).map(String);
}
