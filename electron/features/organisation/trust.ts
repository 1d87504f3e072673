import { ORPCError } from '@orpc/server';
import { refusals } from '../../contract/refusals.ts';
import type { Database } from '../../database/database.ts';
import { findTrust, type TrustRow, trustCodes } from './repository.ts';

/** The trust of that code, or the refusal that names the trusts there are. */
export function requireTrust(database: Database, code: string): TrustRow {
  const row = findTrust(database, code);
  if (row) return row;
  const known = trustCodes(database);
  const message = known.length
    ? `There is no trust with the code ${code} here. The trusts are: ${known.join(', ')}.`
    : `There is no trust with the code ${code} here. Set up the trust first.`;
  throw new ORPCError('TRUST_UNKNOWN', { defined: true, status: refusals.TRUST_UNKNOWN.status, message });
}

/** True for the error of a name that a unique index refuses. */
export function isTaken(error: unknown): boolean {
  return codes(error).includes('SQLITE_CONSTRAINT_UNIQUE');
}

/** True for the error of a row that others still point at. */
export function isStillUsed(error: unknown): boolean {
  return codes(error).some((code) => code === 'SQLITE_CONSTRAINT_FOREIGNKEY' || code === 'SQLITE_CONSTRAINT_TRIGGER');
}

function codes(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [...own, ...codes(error.cause)];
}
