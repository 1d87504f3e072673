import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../../electron/database/database.ts';
import type { DutyEntry, Flag } from '../../../electron/features/rosters/entries.ts';
import { dutyInserter } from '../../../electron/features/rosters/repository.ts';
import { answerCare, answerRoster } from '../../../electron/features/rosters/service.ts';
import { requireTrust } from '../../../electron/features/organisation/trust.ts';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';
import { duty, noActual, noPlanned } from './rows.ts';

const period = { first: '2026-10-05', last: '2026-10-11' };
const flag = fc.constantFrom<Flag>(0, 1);
const someDuty = fc
  .record({
    unit: fc.constantFrom('Delivery Suite', 'Birth Centre', 'Triage'),
    day: fc.integer({ min: 4, max: 12 }),
    registered: flag,
    night: flag,
    inCharge: flag,
    supernumerary: flag,
    purpose: fc.constantFrom('care', 'on_call', 'management'),
    status: fc.constantFrom('worked', 'unfilled', 'cancelled', 'extra'),
    plannedStart: fc.constantFrom(null, 450, 480, 1170),
    actualStart: fc.constantFrom(null, 440, 450, 500, 1170),
    minutes: fc.integer({ min: 1, max: 700 }),
  })
  .map(
    ({ day, plannedStart, actualStart, minutes, ...rest }): DutyEntry =>
      duty({
        ...rest,
        ...(plannedStart === null ? noPlanned : { plannedStart, plannedMinutes: minutes }),
        ...(actualStart === null ? noActual : { actualStart, actualMinutes: minutes + 5 }),
        date: `2026-10-${String(day).padStart(2, '0')}`,
      } as Partial<DutyEntry>),
  );

/** What a board asks, read off the figures that are worked out duty by duty. */
function byEachDuty(answer: ReturnType<typeof answerRoster>) {
  if (!answer) return undefined;
  const { units, all } = answer.figures;
  return { units, all, coordinators: answer.coordinators.map(({ cover }) => shown(cover)) };
}

const shown = ({ slots, ...cover }: { slots: readonly { duties: readonly unknown[] }[] }) => ({
  ...cover,
  slots: slots.map(({ duties, ...slot }) => ({ ...slot, counting: duties.length })),
});

function bySums(answer: ReturnType<typeof answerCare>) {
  return answer && { units: answer.units, all: answer.all, coordinators: answer.coordinators.map(shown) };
}

describe('shift fill and coordinators of many months', async () => {
  const { context, sqlite } = await openImportingTrust(['Delivery Suite', 'Birth Centre', 'Triage']);
  const { database } = context;
  const trust = requireTrust(database, 'T1');
  sqlite.exec(`INSERT INTO batch (trust_id, kind, format, file_name, file_sha256, file_bytes, sheet, header_row, headings,
      reading, period_first, period_last, rows_read, rows_accepted, rows_refused, rows_ignored, remarks, units_made, committed_at, committed_by)
    VALUES (${trust.id}, 'duty_roster', 'duty_roster', 'a.xlsx', '', 1, 'A', 1, '', '{}', '2026-10-01', '2026-10-31', 1, 1, 0, 0, '[]', '[]',
      '2026-11-01T09:00:00.000Z', 'test')`);
  const batchId = Number(sqlite.prepare('SELECT max(id) FROM batch').pluck().get());
  const units = new Map(sqlite.prepare('SELECT name, id FROM unit').raw().all() as [string, number][]);

  it('added up by the store are those worked out duty by duty, whatever the roster', () => {
    fc.assert(
      fc.property(fc.array(someDuty, { maxLength: 40 }), (duties) => {
        inTransaction(database, () => {
          sqlite.exec('DELETE FROM duty');
          const insert = dutyInserter(database, { trustId: trust.id, batchId, unitId: (name) => units.get(name)! });
          for (const [row, entry] of duties.entries()) insert({ kind: 'duty', duty: { ...entry, row: row + 2 } });
        });
        expect(bySums(answerCare(database, trust, period))).toEqual(byEachDuty(answerRoster(database, trust, period)));
      }),
      { numRuns: 150 },
    );
  });
});

describe.skipIf(!samplesAreHere)(`those of the sample roster${ifSamples}`, () => {
  it('are the published ones either way', async () => {
    const { context, import: take } = await openImportingTrust(['Delivery Suite', 'Birth Centre']);
    await take(sampleFile('a_duty_roster_2026-10.xlsx'));
    const trust = requireTrust(context.database, 'T1');
    const october = { first: '2026-10-05', last: '2026-11-01' };
    const care = answerCare(context.database, trust, october);
    expect(care?.all.total).toEqual({ planned: 17021 * 60, actual: 15789.5 * 60 });
    expect(care?.coordinators).toMatchObject([{ rostered: 53, actual: 51, both: { numerator: 50, denominator: 56 } }]);
    expect(bySums(care)).toEqual(byEachDuty(answerRoster(context.database, trust, october)));
  });
});
