import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { ORPCError } from '@orpc/server';
import type { ReceivedWay, ReturnDocument, SystemCompile } from '#contract';
import type { Context } from '../../context.ts';
import { tablesJson, tablesZip } from '../../exports/csv.ts';
import { writeFileWhole } from '../../exports/write-file.ts';
import { readPassphrase } from '../returns/bundle/command-line.ts';
import { compiler } from './calculations/compile.ts';
import { compileRules } from './compile-service.ts';
import { holdsSomething, TablesFolder } from './engine/tables-folder.ts';
import { type SystemHead, systemTables } from './files/system-tables.ts';
import { systemWorkbook } from './files/system-workbook.ts';
import { findReturns } from './unattended/folder.ts';
import { readFound } from './unattended/read-folder.ts';
import { StandingDocuments } from './unattended/standing-documents.ts';

/** What `planner compile` prints. */
export interface WrittenCompile {
  readonly period: string;
  readonly periods: readonly { readonly period: string; readonly returned: number }[];
  /** Trusts of an earlier period that did not return this one. */
  readonly missing: readonly string[];
  readonly restated: readonly string[];
  readonly warnings: readonly string[];
  /** Absolute path of what was written. */
  readonly file: string;
  readonly bytes: number;
  readonly read: readonly {
    readonly file: string;
    readonly way: ReceivedWay;
    readonly trust: string;
    readonly period: string;
    readonly madeAt: string;
    readonly sha256: string;
    /** Cells changed by hand: not taken over, since nobody is there to accept them. */
    readonly typed: readonly string[];
    /** What a newer planner put in that is not known here, by its place: it was left out. */
    readonly notUnderstood: readonly string[];
  }[];
  readonly refused: readonly { readonly file: string; readonly message: string }[];
  /** Absolute path of the folder with the tables of every return; null where none was asked for. */
  readonly tables: string | null;
  /** Files that are no returns by ending and by how they begin. */
  readonly others: readonly string[];
}

interface Asked {
  readonly folder: string;
  readonly out: string;
  /** Null for the newest that was returned. */
  readonly period: string | null;
  readonly passphraseFile: string | undefined;
  /** Folder for the tables of every return, for an engine; null for none. */
  readonly tables: string | null;
  /** True for tables that hold what each trust sent; else small numbers are left out of them across trusts. */
  readonly asSent: boolean;
  readonly replace: boolean;
}

const refuse = (code: string, message: string) => new ORPCError(code, { status: 409, message });

/** Writes the compile by the ending of the file. */
const writers: Record<string, (head: SystemHead, system: SystemCompile, found: Found) => Promise<Uint8Array>> = {
  '.xlsx': (head, system, { documents, context }) => systemWorkbook(head, system, documents, context.now()),
  '.zip': async (head, system, { context }) => tablesZip(systemTables(head, system), context.now()),
  '.json': async (head, system, { context }) => {
    const { name, kind } = head;
    const about = { system: name, kind, period: system.period, madeAt: context.now(), appVersion: context.version };
    return Buffer.from(tablesJson(about, systemTables(head, system)));
  },
};

interface Found {
  readonly documents: readonly ReturnDocument[];
  readonly context: Context;
}

/**
 * `compile --in DIR --out FILE`: compiles every return in a folder without a store of returns. A file that is refused is
 * named and the others are compiled; refuses where none is left, and where the file cannot be written.
 */
export async function compileForCommandLine(
  context: Context,
  asked: Asked,
): Promise<{ answer: WrittenCompile; exitCode?: number; sentence?: string }> {
  const folder = resolve(asked.folder);
  const file = resolve(asked.out);
  const write = writers[extname(file).toLowerCase()];
  if (!write) throw refuse('FILE_KIND', `--out ${asked.out}: end it with .xlsx, .json or .zip (tables as CSV).`);
  if (!(await isFolder(folder))) throw refuse('FOLDER_NOT_THERE', `There is no folder ${folder}.`);
  const isThere = () => refuse('FILE_EXISTS', `There is already a file ${file}. Add --replace to replace it.`);
  if (!asked.replace && existsSync(file)) throw isThere();
  const tables = asked.tables === null ? null : resolve(asked.tables);
  if (tables !== null && !asked.replace && holdsSomething(tables))
    throw refuse(
      'FILE_EXISTS',
      `${tables} is not empty. Give another folder, or add --replace to write over its tables.`,
    );
  const passphrase = await readPassphrase(asked.passphraseFile);
  const secret = asked.passphraseFile === undefined ? [] : [resolve(asked.passphraseFile)];
  const { returns, others } = await findReturns(folder, [file, ...secret]);
  const own = compiler();
  const loaded = tables === null ? null : new TablesFolder(tables, asked.asSent ? 'as sent' : 'protected');
  const standing = new StandingDocuments(asked.period);
  const read: WrittenCompile['read'][number][] = [];
  const refused: WrittenCompile['refused'][number][] = [];
  // One at a time, as the next is unpacked: a national folder holds more returns than fit beside each other.
  const begin = (place: number) => {
    const found = returns[place];
    return found && readFound(context, found, passphrase);
  };
  let ahead = begin(0);
  for (const [place, found] of returns.entries()) {
    const reading = await ahead;
    ahead = begin(place + 1);
    if (!reading) break;
    if (reading.kind === 'refused') {
      refused.push({ file: found.name, message: reading.message });
      continue;
    }
    const { document, way, sha256, typed, notUnderstood } = reading;
    own.add(document);
    standing.add(document);
    loaded?.add(document);
    const { trust, period, madeAt } = document;
    read.push({ file: found.name, way, trust: trust.code, period, madeAt, sha256, typed, notUnderstood });
  }
  loaded?.finish(context, () =>
    newestOfEachKind(own.periods()).map((newest) =>
      own.compile({ period: newest, trusts: [], ...compileRules(context) }),
    ),
  );
  const { period, documents } = standing;
  if (period === null || documents.length === 0) throw refuse('NO_RETURNS', noReturns(folder, asked.period, refused));
  const system = own.compile({ period, trusts: [], ...compileRules(context) });
  const head = documents.find((document) => document.system)?.system ?? { name: 'The system', kind: 'LMNS' as const };
  const bytes = await write(head, system, { documents, context });
  const written = await writeFileWhole(file, bytes, asked.replace);
  if (written.kind === 'exists') throw isThere();
  if (written.kind === 'failed') throw refuse('FILE_NOT_WRITTEN', written.message);
  const answer = {
    period,
    periods: system.periods.map(({ period: name, returned }) => ({ period: name, returned })),
    missing: system.missing,
    restated: system.trusts.filter(({ restated }) => restated).map(({ code }) => code),
    warnings: system.warnings.map(({ sentence }) => sentence),
    file,
    bytes: bytes.byteLength,
    tables,
    read,
    refused,
    others,
  };
  const sentences = [
    ...refused.map(({ message }) => message),
    ...read.flatMap(typedInWords),
    ...read.flatMap(newerInWords),
  ];
  return {
    answer,
    ...(refused.length > 0 ? { exitCode: 1 } : {}),
    ...(sentences.length > 0 ? { sentence: sentences.join('\n') } : {}),
  };
}

/** The last quarter and the last month of some periods in their order: the compile of each tells all before it too. */
const newestOfEachKind = (periods: readonly string[]) =>
  [true, false].flatMap((isQuarter) => periods.filter((one) => one.includes('Q') === isQuarter).slice(-1));

const isFolder = (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

function noReturns(folder: string, period: string | null, refused: WrittenCompile['refused']): string {
  const of = period === null ? '' : ` of ${period}`;
  const said = refused.map(({ message }) => message);
  return [`No return${of} in ${folder} can be compiled. Nothing was written.`, ...said].join('\n');
}

function typedInWords({ file, typed }: WrittenCompile['read'][number]): string[] {
  if (typed.length === 0) return [];
  const cells = typed.length === 1 ? 'one cell' : `${typed.length} cells`;
  return [
    `${file}: ${cells} changed by hand after the workbook was made. It was compiled as it was made: receive it in the app to take changes over.`,
  ];
}

function newerInWords({ file, notUnderstood }: WrittenCompile['read'][number]): string[] {
  if (notUnderstood.length === 0) return [];
  return [
    `${file}: a newer planner made it. What is not understood here was left out: ${notUnderstood.join(', ')}. Update this planner to compile it.`,
  ];
}
