import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './database.ts';

const headings =
  'Unit,Staff Number,Name,Grade,Grade Type,Duty Date,Shift,Start,End,Break Mins,Work Hours,Fill Type,Duty Status,In Charge,Actual Start,Actual End,Actual Work Hours';
const units = ['Delivery Suite', 'Birth Centre', 'Postnatal Ward', 'Community'];

/** A roster of so many worked duties, from 1 January 2026 on, as a text file: each row is accepted. */
export function writeLargeRoster(rows: number): string {
  const lines = [headings];
  for (let row = 0; row < rows; row++) {
    const date = new Date(Date.UTC(2026, 0, 1 + Math.floor((row * 365) / rows))).toISOString().slice(0, 10);
    const person = 20_000_000 + (row % 900);
    lines.push(
      `${units[row % 4]},${person},"SMITH, Person ${person}",Band 6,Registered,${date},LD,07:30,20:00,60,11:30,Substantive,Worked,No,07:30,20:00,11:30`,
    );
  }
  const path = join(temporaryFolder(), `roster-${rows}.csv`);
  writeFileSync(path, lines.join('\n'));
  return path;
}
