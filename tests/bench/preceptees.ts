import { batch, precepteeEvent, precepteeHours, precepteeMeeting } from '#drizzle';
import type { Context } from '../../electron/context.ts';
import { addDays, addMonths } from '../../electron/core/dates.ts';
import { bulkInserter } from '../../electron/database/bulk-insert.ts';
import { inTransaction } from '../../electron/database/database.ts';
import { addTrust } from '../../electron/features/organisation/service.ts';
import { findTrust } from '../../electron/features/organisation/repository.ts';
import type { MeetingKey } from '../../electron/features/preceptorship/entries.ts';
import { precepteeInserter } from '../../electron/features/preceptorship/repository.ts';
import { randomNumbers } from './random.ts';

const units = ['Delivery Suite', 'Antenatal Ward', 'Postnatal Ward', 'Birth Centre', 'Community North'];
const steps: readonly (readonly [MeetingKey, number])[] = [
  ['start', 0],
  ['3m', 3],
  ['6m', 6],
  ['9m', 9],
  ['completion', 12],
];
const firstNames = ['Amina', 'Bethan', 'Callum', 'Daisy', 'Ewa', 'Folasade', 'Grace', 'Heather', 'Imran', 'Jo'];
const lastNames = ['Abbott', 'Bhatt', 'Cole', 'Dudek', 'Evans', 'Farooq', 'Gray', 'Hughes', 'Ito', 'Jones'];

/** Fills an empty store with one trust whose preceptees began over ten years to `today`, with entries by hand of every third. */
export function fillPreceptees({ database, reference }: Context, code: string, count: number, today: string): void {
  const random = randomNumbers(20_261_102);
  const upTo = (most: number) => random.whole(0, most);
  inTransaction(database, () => {
    addTrust(database, reference, {
      code,
      name: `Trust ${code}`,
      system: null,
      sites: [],
      units: units.map((name) => ({ name, kind: name.startsWith('Community') ? 'community' : 'other', site: null })),
    });
    const trustId = findTrust(database, code)!.id;
    bulkInserter(
      database,
      batch,
    )({
      trustId,
      kind: 'preceptees',
      format: 'preceptees',
      fileName: 'log.xlsx',
      fileSha256: 'log',
      fileBytes: 1,
      sheet: 'Log',
      headerRow: 1,
      headings: '',
      reading: '{"mapping":{},"places":{},"headings":[]}',
      periodFirst: today,
      periodLast: today,
      rowsRead: count,
      rowsAccepted: count,
      rowsRefused: 0,
      rowsIgnored: 0,
      remarks: '[]',
      unitsMade: '[]',
      rememberedBefore: null,
      committedAt: `${today}T09:00:00.000Z`,
      committedBy: 'bench',
      undoneAt: null,
    });
    const batchId = database.sqlite.prepare('SELECT max(id) FROM batch').pluck().get() as number;
    const insert = precepteeInserter(database, { trustId, batchId });
    const addEvent = bulkInserter(database, precepteeEvent);
    const addHours = bulkInserter(database, precepteeHours);
    const addMeeting = bulkInserter(database, precepteeMeeting);
    for (let at = 0; at < count; at++) {
      const start = addDays(addMonths(today, -120), Math.floor((at * 3650) / count));
      const held = steps.filter(([, months]) => addMonths(start, months) < addDays(today, -40));
      const person = String(20_000_000 + at);
      insert({
        row: at + 4,
        person,
        name: `${firstNames[upTo(9)]} ${lastNames[upTo(9)]} ${at}`,
        unit: units[upTo(units.length - 1)] ?? null,
        day: today,
        start,
        pinDate: addDays(start, -upTo(30)),
        wte: 60_000 + upTo(4) * 10_000,
        preceptor: `Preceptor ${upTo(60)}`,
        preceptorNamedOn: addDays(start, upTo(10)),
        meetings: Object.fromEntries(held.map(([key, months]) => [key, addDays(addMonths(start, months), upTo(20))])),
        orientationMinutes: 2250,
        supernumeraryMinutes: 4000 + upTo(5000),
        protectedMinutesPreceptee: 240,
        protectedMinutesPreceptor: 240,
        pauseStart: at % 7 === 0 ? addMonths(start, 4) : null,
        pauseEnd: at % 7 === 0 ? addMonths(start, 8) : null,
        pauseReason: at % 7 === 0 ? 'Maternity leave' : null,
        extendedTo: null,
        extensionReason: null,
        signedOff: addMonths(start, 18) < today ? addMonths(start, 13) : null,
        notes: null,
      });
      if (at % 3 !== 0) continue;
      const whose = { trustId, precepteeKey: `person:${person}` };
      const none = {
        until: null,
        wte: null,
        unit: null,
        setting: null,
        preceptor: null,
        reason: null,
        approvedBy: null,
        note: null,
      };
      addEvent({
        ...whose,
        ...none,
        kind: 'rotation',
        from: addMonths(start, 3),
        until: addMonths(start, 6),
        unit: units[upTo(4)] ?? null,
      });
      addEvent({ ...whose, ...none, kind: 'wte', from: addMonths(start, 5), wte: 80_000 });
      addHours({
        ...whose,
        kind: 'supernumerary',
        purpose: null,
        day: addDays(start, 3),
        minutes: 450,
        entered: today,
        note: null,
      });
      addMeeting({
        ...whose,
        step: '3m',
        planned: addMonths(start, 3),
        held: null,
        who: 'A preceptor',
        outcome: null,
        agreedActions: null,
        next: null,
      });
    }
  });
  database.sqlite.exec('ANALYZE');
}
