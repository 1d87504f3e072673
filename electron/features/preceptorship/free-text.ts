import { ORPCError } from '@orpc/server';
import { type FoundIdentifier, PATIENT_IDENTIFIER } from '../../contract/free-text.ts';
import type { Context } from '../../context.ts';
import { findPatientIdentifiers, type PatientIdentifier } from '../../core/patient-identifiers.ts';
import type { Database } from '../../database/database.ts';

type World = Pick<Context, 'database' | 'reference'>;

/** What in a text looks as if it identified a patient; the numbers of a trust's staff do not. */
export function patientFinder(
  { database, reference }: World,
  trustId: number,
): (text: string) => readonly PatientIdentifier[] {
  const isStaff = (digits: string) => isStaffNumber(database, trustId, digits);
  return (text) => findPatientIdentifiers(text, reference.patientIdentifiers.forms, isStaff);
}

/**
 * Throws the refusal PATIENT_IDENTIFIER where one of the free texts, by field, looks as if it identified a patient and
 * nobody has said that it does not. To be called before anything is stored.
 */
export function refusePatients(
  { database, reference }: World,
  trustId: number,
  texts: Readonly<Record<string, string | null | undefined>>,
  aboutNoPatient: boolean,
): void {
  if (aboutNoPatient) return;
  const find = patientFinder({ database, reference }, trustId);
  const found = Object.entries(texts).flatMap(([field, text]): FoundIdentifier[] =>
    find(text ?? '').map((one) => ({ field, ...one })),
  );
  if (found.length === 0) return;
  const said = found.map(({ text, looksLike }) => `“${text}” looks like ${looksLike}`).join('; ');
  const message = `${said}. Take it out: nothing about patients is kept here. If it is something else, say so and save again. Nothing was stored.`;
  throw new ORPCError('PATIENT_IDENTIFIER', {
    defined: true,
    status: PATIENT_IDENTIFIER.status,
    message,
    data: { found },
  });
}

function isStaffNumber({ sqlite }: Database, trustId: number, digits: string): boolean {
  const onList = (table: 'assignment' | 'leaver') =>
    sqlite.prepare(`SELECT 1 FROM ${table} WHERE trust_id = ? AND person = ? LIMIT 1`).get(trustId, digits);
  return (onList('assignment') ?? onList('leaver')) !== undefined;
}
