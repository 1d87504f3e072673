// Holds the whole store in DATA for itself, as another program may, until its input ends: `holder DATA`, by `startProcess`.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';

const sqlite = new Sqlite(join(process.argv[2] ?? '', 'planner.sqlite'));
sqlite.exec('BEGIN IMMEDIATE');
writeSync(1, 'held\n');
process.stdin.resume().once('end', () => sqlite.close());
