// Opens DATA with MIGRATIONS, which are newer than it is, and prints `migrating` when it begins: to be killed on the way.
// By `startProcess`: migrate-until-killed DATA MIGRATIONS
import { writeSync } from 'node:fs';
import { openDatabase } from '../../electron/database/open.ts';

const [dataFolder = '', migrationsFolder = ''] = process.argv.slice(2);
writeSync(1, 'migrating\n');
const answer = openDatabase({ dataFolder, migrationsFolder, now: () => new Date() });
writeSync(1, `${answer.kind}\n`);
