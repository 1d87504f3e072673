import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figuresForCommandLine, type RosterKind } from '../../electron/features/rosters/command-line.ts';
import { type ImportOptions, type ImportReport, importForCommandLine } from '../../electron/imports/command-line.ts';
import { isRefusal } from '../../electron/imports/refusal.ts';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { afterwards } from './afterwards.ts';
import { now, temporaryFolder } from './database.ts';

const project = join(import.meta.dirname, '..', '..');
const samples = join(project, '..', 'shared', 'samples');

/** The sample workbooks lie beside the project on the build machine only. */
export const samplesAreHere = existsSync(samples);
/** For the name of a test: says why it was skipped. */
export const ifSamples = samplesAreHere ? '' : ' (skipped: ../shared/samples is not here)';

export const sampleFile = (name: string) => join(samples, name);

export function expectedOf(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(samples, 'expected', `${name}.expected.json`), 'utf8')) as Record<
    string,
    unknown
  >;
}

/** A trust, T1, with these units, in an empty store; and ways to import into it and to ask for its figures. */
export async function openImportingTrust(units: readonly string[] = []) {
  const answer = openPlanner(temporaryFolder(), project, now);
  if (answer.kind === 'refused') throw new Error(answer.message);
  afterwards(answer.close);
  const { context } = answer;
  const client = inProcessClient(router, context, (failure) => {
    throw failure;
  });
  const named = units.map((name) => ({
    name,
    kind: name === 'Delivery Suite' ? 'delivery_suite' : 'other',
    site: null,
  }));
  await client.organisation.addTrust({ code: 'T1', name: 'Test Trust', system: null, sites: [], units: named });
  return {
    client,
    context,
    sqlite: context.database.sqlite,
    /** Imports a file as the command line does; throws a refusal. */
    async import(path: string, options: Partial<ImportOptions> = {}): Promise<ImportReport> {
      const report = await importForCommandLine(context, path, { trust: 'T1', ...options });
      if (isRefusal(report)) throw new Error(`${report.code}: ${report.message}`);
      return report;
    },
    /** The code of the refusal and its reason, where the file is refused. */
    async refusal(path: string, options: Partial<ImportOptions> = {}) {
      const report = await importForCommandLine(context, path, { trust: 'T1', ...options });
      if (!isRefusal(report)) throw new Error('The file was not refused');
      return report;
    },
    figures(kind: RosterKind, period?: { first: string; last: string }) {
      return figuresForCommandLine(context, kind, 'T1', period);
    },
    /** Takes a file in as the screens do, and returns its key. */
    async upload(path: string, name = 'file.xlsx', piece = 60_000): Promise<string> {
      const bytes = readFileSync(path);
      const { upload } = await client.imports.begin({ name });
      for (let offset = 0; offset < bytes.length; offset += piece) {
        const chunk = bytes.subarray(offset, offset + piece).toString('base64');
        await client.imports.append({ upload, offset, chunk });
      }
      return (await client.imports.finish({ upload })).file;
    },
  };
}

export type ImportingTrust = Awaited<ReturnType<typeof openImportingTrust>>;
