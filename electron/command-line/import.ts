import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mapping as mappingShape } from '../contract/import-shapes.ts';
import type { Context } from '../context.ts';
import { removeTrust } from '../database/remove-trust.ts';
import { addTrust } from '../features/organisation/service.ts';
import { findTrust } from '../features/organisation/repository.ts';
import { requireTrust } from '../features/organisation/trust.ts';
import { planForCommandLine } from '../features/returns/plan-command.ts';
import { type ImportOptions, importForCommandLine } from '../imports/command-line.ts';
import { isRefusal } from '../imports/refusal.ts';
import type { CommandAnswer } from './commands.ts';
import { type Options, readImportPeriod, readTrustCode } from './options.ts';
import { CommandRefusal } from './refusal.ts';

/** `import KIND FILE --trust CODE …`: a trust that is not there yet is made under that code. */
export async function importFromFile(
  kind: string,
  path: string,
  options: Options,
  context: Context,
): Promise<CommandAnswer> {
  const trust = readTrustCode(options);
  const settings = {
    mapping: readMapping(options),
    period: readImportPeriod(options),
    units: oneOf('units', options.units, ['create', 'refuse']),
  };
  const overlap = oneOf('overlap', options.overlap, ['replace', 'add', 'leave']);
  const dryRun = options['dry-run'] ?? false;
  const problemsOut = options['problems-out'] === undefined ? undefined : resolve(options['problems-out']);
  const replace = options.replace ?? false;
  if (problemsOut !== undefined && !replace && existsSync(problemsOut))
    throw new CommandRefusal(`${problemsOut} is there already. Give another name, or --replace. Nothing was stored.`);
  const isNew = findTrust(context.database, trust) === undefined;
  if (isNew)
    addTrust(context.database, context.reference, { code: trust, name: trust, system: null, sites: [], units: [] });
  let stored = false;
  try {
    const answer =
      kind === 'plan'
        ? await importPlan(path, trust, dryRun, context)
        : await importRows(
            path,
            { trust, kind: kind === 'auto' ? undefined : kind, dryRun, overlap, problemsOut, replace, ...settings },
            context,
          );
    stored = !dryRun && answer.exitCode === undefined;
    return answer;
  } finally {
    // A trust is made for what is imported into it: where nothing was, it goes again.
    if (isNew && !stored) removeTrust(context.database, requireTrust(context.database, trust).id);
  }
}

async function importRows(path: string, options: ImportOptions, context: Context): Promise<CommandAnswer> {
  const answer = await importForCommandLine(context, path, options);
  if (!isRefusal(answer)) return { answer };
  const { code, message } = answer;
  const data = 'data' in answer ? answer.data : {};
  return { answer: { outcome: 'refused', code, ...data, message }, exitCode: 1, sentence: message };
}

async function importPlan(path: string, trust: string, dryRun: boolean, context: Context): Promise<CommandAnswer> {
  const answer = await planForCommandLine(context, { trust, path, dryRun });
  return 'outcome' in answer ? { answer, exitCode: 1, sentence: answer.message } : { answer };
}

function readMapping({ mapping: path }: Options) {
  if (path === undefined) return undefined;
  let typed: unknown;
  try {
    typed = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CommandRefusal(
      `The mapping ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const read = mappingShape.safeParse(typed);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path: place, message }) => `${place.join('.') || 'mapping'}: ${message}`);
  throw new CommandRefusal(`The mapping ${path} does not fit. ${problems.join(' ')}`);
}

function oneOf<const Value extends string>(
  name: string,
  typed: string | undefined,
  values: readonly Value[],
): Value | undefined {
  if (typed === undefined) return undefined;
  const found = values.find((value) => value === typed);
  if (!found) throw new CommandRefusal(`--${name} is one of: ${values.join(', ')}.`);
  return found;
}
