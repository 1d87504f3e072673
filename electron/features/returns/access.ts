import { ORPCError } from '@orpc/server';
import { returnRefusals } from '../../contract/return-refusals.ts';
import type { Context } from '../../context.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { requireTrust } from '../organisation/trust.ts';
import { trustLines } from './register.ts';
import { findReturn, type ReturnRow } from './repository.ts';

type Refusal = keyof typeof returnRefusals;

const refuse = (code: Refusal) => {
  const { status, message } = returnRefusals[code];
  return new ORPCError(code, { defined: true, status, message });
};

/** A trust and its return of a period. Throws the refusals TRUST_UNKNOWN and NOT_STARTED. */
export function requireReturn(
  { database }: Context,
  { trust: code, period }: { readonly trust: string; readonly period: string },
): { trust: TrustRow; row: ReturnRow } {
  const trust = requireTrust(database, code);
  const row = findReturn(database, trust.id, period);
  if (!row) throw refuse('NOT_STARTED');
  return { trust, row };
}

/** Throws LINE_UNKNOWN for a reference that trusts do not answer. */
export function requireLine(context: Context, reference: string): void {
  if (!trustLines(context).some((line) => line.reference === reference)) throw refuse('LINE_UNKNOWN');
}

/** A return whose line may be changed. Throws FROZEN once it is submitted, and NOT_A_DRAFT once it is checked. */
export function requireOpenLine(
  context: Context,
  asked: { readonly trust: string; readonly period: string; readonly reference: string },
): { trust: TrustRow; row: ReturnRow } {
  requireReturn(context, asked);
  requireLine(context, asked.reference);
  return requireOpenReturn(context, asked);
}

/** A return that may be changed. Throws FROZEN once it is submitted, and NOT_A_DRAFT once it is checked. */
export function requireOpenReturn(
  context: Context,
  asked: { readonly trust: string; readonly period: string },
): { trust: TrustRow; row: ReturnRow } {
  const found = requireReturn(context, asked);
  if (found.row.state === 'submitted') throw refuse('FROZEN');
  if (found.row.state === 'checked' || found.row.state === 'signed off') throw refuse('NOT_A_DRAFT');
  return found;
}
