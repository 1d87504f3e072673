import { join } from 'node:path';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { afterwards } from './afterwards.ts';
import { now, temporaryFolder } from './database.ts';

/** The whole planner over a real, empty data file: its client in this process, and its context. Throws what it did not expect. */
export function openTestPlanner(dataFolder = temporaryFolder()) {
  const answer = openPlanner(dataFolder, join(import.meta.dirname, '../..'), now);
  if (answer.kind === 'refused') throw new Error(`${answer.message}\n${answer.details}`);
  afterwards(answer.close);
  const planner = inProcessClient(router, answer.context, (failure) => {
    throw failure;
  });
  return { planner, context: answer.context, dataFolder };
}

/** What a refused call says: its code, sentence and data. Throws where the call was not refused. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: string; message: string; data: unknown }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'defined' in error && error.defined)
      return { code: String(error.code), message: error.message, data: 'data' in error ? error.data : undefined };
    throw error;
  }
  throw new Error('The call was not refused');
}
