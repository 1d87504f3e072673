import { implementation } from '../../context.ts';
import { checkStore } from '../../database/check.ts';

const on = implementation.planner;

export const plannerHandlers = on.router({
  about: on.about.handler(({ context: { database, reference, version, dataFolder } }) => ({
    version,
    dataFolder,
    schemaVersion: database.sqlite.pragma('user_version', { simple: true }) as number,
    standards: reference.packs.map((pack) => ({ title: pack.title, version: pack.version })),
  })),
  check: on.check.handler(({ context: { database } }) => checkStore(database)),
});
