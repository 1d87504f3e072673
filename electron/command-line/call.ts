import type { Context } from '../context.ts';
import { contract } from '#contract';
import { router } from '../router.ts';
import { inProcessClient } from '../transport/in-process.ts';
import { CommandRefusal } from './refusal.ts';

type Verb = (input: unknown) => Promise<unknown>;

/** `call noun.verb '{…}'`: anything in the contract, by its name there. */
export async function callContract(
  name: string | undefined,
  json: string | undefined,
  context: Context,
): Promise<unknown> {
  const names = Object.entries(contract).flatMap(([noun, verbs]) =>
    Object.keys(verbs).map((verb) => `${noun}.${verb}`),
  );
  if (name === undefined || !names.includes(name))
    throw new CommandRefusal(`There is no ${name ?? 'call without a name'}. What may be called: ${names.join(', ')}.`);
  const client = inProcessClient(router, context, ({ error }) => console.error(error));
  const [noun = '', verb = ''] = name.split('.');
  const perform = (client as unknown as Record<string, Record<string, Verb>>)[noun]?.[verb];
  if (!perform) throw new CommandRefusal(`${name} is not built yet.`);
  return (await perform(readJson(json))) ?? null;
}

function readJson(json: string | undefined): unknown {
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new CommandRefusal(`The input is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
