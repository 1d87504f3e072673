import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ORPCError } from '@orpc/server';
import { LEAST_PASSPHRASE } from '#contract';
import type { Context } from '../../../context.ts';
import { writeFileWhole } from '../../../exports/write-file.ts';
import { makeBundle } from './service.ts';

/** What `planner bundle` prints. */
export interface WrittenBundle {
  readonly trust: string;
  readonly period: string;
  /** Absolute path of the bundle. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly madeAt: string;
  readonly submittedAt: string | null;
  readonly sealed: boolean;
}

const refuse = (code: string, message: string) => new ORPCError(code, { status: 409, message });

/** The passphrase in a file: its first line, so that it stands in no list of processes. Throws where there is none. */
export async function readPassphrase(path: string | undefined): Promise<string | null> {
  if (path === undefined) return null;
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw refuse('PASSPHRASE_FILE', `The passphrase file ${path} cannot be read.`);
  }
  const [passphrase = ''] = text.replace(/^\ufeff/, '').split(/\r?\n/);
  if (passphrase.length < LEAST_PASSPHRASE)
    throw refuse('PASSPHRASE_FILE', `The first line of ${path} has fewer than ${LEAST_PASSPHRASE} characters.`);
  return passphrase;
}

/**
 * `bundle --trust CODE --period 2026-Q2 --out FILE [--passphrase-file FILE]`: the return as it was signed off or submitted
 * last, for the LMNS. Refuses a draft, a return that tells of a person, and a file that cannot be written.
 */
export async function bundleForCommandLine(
  context: Context,
  asked: { trust: string; period: string; out: string; passphraseFile: string | undefined; replace: boolean },
): Promise<WrittenBundle> {
  const passphrase = await readPassphrase(asked.passphraseFile);
  const outcome = await makeBundle(context, { ...asked, passphrase, namesNobody: false });
  if (outcome.kind === 'draft')
    throw refuse('NOT_SIGNED_OFF', 'This return is a draft. Check it and sign it off, then make the bundle.');
  if (outcome.kind === 'names somebody') throw refuse('NAMES_SOMEBODY', outcome.message);
  const file = resolve(asked.out);
  const written = await writeFileWhole(file, outcome.bytes, asked.replace);
  if (written.kind === 'exists')
    throw refuse('FILE_EXISTS', `There is already a file ${file}. Add --replace to replace it.`);
  if (written.kind === 'failed') throw refuse('FILE_NOT_WRITTEN', written.message);
  const { document, bytes } = outcome;
  return {
    trust: document.trust.code,
    period: document.period,
    file,
    bytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    madeAt: document.madeAt,
    submittedAt: document.signatures.submitted?.at ?? null,
    sealed: passphrase !== null,
  };
}
