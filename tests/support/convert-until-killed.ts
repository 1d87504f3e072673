import { join } from 'node:path';
import { argv } from 'node:process';
import { openWhetherLocked } from '../../electron/protection/open-locked.ts';
import { lockStore, unlockStore } from '../../electron/protection/protection.ts';
import { openPlanner } from '../../electron/open-planner.ts';

/** Encrypts DATA and makes it readable for ever, prints `converting` when it begins: `node convert-until-killed.ts DATA PASSPHRASE`. */
const [data = '', passphrase = ''] = argv.slice(2);
const opened = await openWhetherLocked(data, passphrase, (key) =>
  openPlanner(data, join(import.meta.dirname, '..', '..'), undefined, {}, { key }),
);
if (opened.kind === 'refused') throw new Error(opened.message);
process.stdout.write('converting\n');
for (;;) {
  await (opened.context.database.key === undefined
    ? lockStore(opened.context, passphrase)
    : unlockStore(opened.context));
}
