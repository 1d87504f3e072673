import { describe, expect, it } from 'vitest';
import { addDays } from '../../../electron/core/dates.ts';
import type { PrecepteeEntry } from '../../../electron/features/preceptorship/entries.ts';
import { precepteesAt } from '../../../electron/features/preceptorship/repository.ts';
import {
  expectedOf,
  ifSamples,
  type ImportingTrust,
  openImportingTrust,
  sampleFile,
  samplesAreHere,
} from '../../support/importing.ts';

const file = 'j_preceptees.xlsx';
const trust = 'T1';
const today = '2026-11-02';

interface Expected {
  readonly preceptees: readonly {
    readonly employee_number: string;
    readonly name: string;
    readonly milestones: Readonly<Record<string, { readonly due: string | null; readonly status: string }>>;
    readonly preceptor_named: string;
    readonly supernumerary_hours_required: number;
    readonly supernumerary_hours_given: number;
    readonly supernumerary_hours_short: number;
    readonly adjusted_end: string | null;
    readonly state: string;
    readonly overdue: readonly string[];
    readonly due_within_28_days: readonly string[];
  }[];
}

async function openOn(day: string): Promise<ImportingTrust> {
  const opened = await openImportingTrust();
  Object.assign(opened.context, { today: () => day });
  return opened;
}

/** The due list as the sample states it: who, what and whether it is overdue. */
function statedDue({ preceptees }: Expected) {
  return preceptees
    .flatMap(({ employee_number: person, milestones, overdue, due_within_28_days: soon, preceptor_named: named }) => [
      ...(named === 'overdue' ? [`${person} preceptor overdue`] : []),
      ...overdue.map((step) => `${person} ${step} overdue ${milestones[step]?.due}`),
      ...soon.map((step) => `${person} ${step} due ${milestones[step]?.due}`),
    ])
    .sort();
}

async function foundDue({ client }: ImportingTrust) {
  const [{ items }, { rows }] = [
    await client.preceptorship.due({ trust }),
    await client.preceptorship.board({ trust }),
  ];
  const personOf = new Map(rows.map(({ key, person }) => [key, person]));
  return items
    .filter(({ when }) => when !== 'possible')
    .map(
      ({ key, step, when, due }) =>
        `${personOf.get(key)} ${step} ${when === 'overdue' ? 'overdue' : 'due'}${step === 'preceptor' ? '' : ` ${due}`}`,
    )
    .sort();
}

async function expectStated(opened: ImportingTrust, expected: Expected) {
  expect(await foundDue(opened)).toEqual(statedDue(expected));
  const { rows } = await opened.client.preceptorship.board({ trust });
  for (const one of expected.preceptees) {
    const row = rows.find(({ person }) => person === one.employee_number);
    const milestones = Object.fromEntries(row?.meetings.map(({ key, due, status }) => [key, { due, status }]) ?? []);
    const { owed, given, short } = row?.hours ?? {};
    const hours = (minutes: { numerator: number; denominator: number } | null | undefined) =>
      minutes ? minutes.numerator / minutes.denominator / 60 : null;
    expect({ ...row, milestones, owed: hours(owed), given: (given ?? 0) / 60, short: hours(short) }).toMatchObject({
      name: one.name,
      state: one.state,
      adjustedEnd: one.adjusted_end,
      milestones: one.milestones,
      owed: one.supernumerary_hours_required,
      given: one.supernumerary_hours_given,
      short: one.supernumerary_hours_short,
    });
  }
}

/** Types what a log says as a person does: the preceptee, the preceptor, meetings, hours by the week, pauses and the rest. */
async function enterByHand({ client: { preceptorship } }: ImportingTrust, entries: readonly PrecepteeEntry[]) {
  for (const entry of entries) {
    const { start, person, name, unit, wte, pinDate: registered } = entry;
    const { key } = await preceptorship.addPreceptee({ trust, start, person, name: name ?? '', unit, wte, registered });
    const event = (happened: Parameters<typeof preceptorship.recordEvent>[0]['event']) =>
      preceptorship.recordEvent({ trust, key, event: happened });
    const { preceptor, preceptorNamedOn, pauseStart, pauseEnd, extendedTo, signedOff } = entry;
    if (preceptor !== null && preceptorNamedOn !== null)
      await event({ kind: 'preceptor', from: preceptorNamedOn, preceptor });
    if (pauseStart !== null) await event({ kind: 'pause', from: pauseStart, until: pauseEnd, reason: 'As in the log' });
    for (const [step, held] of Object.entries(entry.meetings))
      await preceptorship.recordMeeting({ trust, key, step, held });
    if (extendedTo !== null)
      await event({ kind: 'extension', from: today, until: extendedTo, reason: 'As in the log', approvedBy: 'A lead' });
    if (signedOff !== null) await event({ kind: 'completed', from: signedOff, approvedBy: 'A lead' });
    let [day, left] = [start, entry.supernumeraryMinutes ?? 0];
    for (; left > 0; left -= 3000, day = addDays(day, 1))
      await preceptorship.addHours({ trust, key, kind: 'supernumerary', day, minutes: Math.min(3000, left) });
  }
}

/** What the sample's rows say, as the import reads them. */
async function entriesOfSample(): Promise<PrecepteeEntry[]> {
  const other = await openOn(today);
  await other.import(sampleFile(file));
  return precepteesAt(other.context.database, 1, today);
}

describe.skipIf(!samplesAreHere)(`the due list of 2 November 2026${ifSamples}`, () => {
  const expected = expectedOf(file) as unknown as Expected;

  it('is as the sample states it, from the imported log', async () => {
    const opened = await openOn(today);
    await opened.import(sampleFile(file));
    await expectStated(opened, expected);
  });

  it('is the same where everything was entered by hand, also once the log comes too, and once its import is undone', async () => {
    const opened = await openOn(today);
    const { client } = opened;
    await enterByHand(opened, await entriesOfSample());
    await expectStated(opened, expected);
    const { items } = await client.preceptorship.due({ trust });
    await opened.import(sampleFile(file));
    expect((await client.preceptorship.board({ trust })).rows).toHaveLength(12);
    expect((await client.preceptorship.due({ trust })).items).toEqual(items);
    const [batch] = await client.imports.list({ trust });
    await client.imports.undo({ batch: batch?.id ?? 0 });
    expect((await client.preceptorship.due({ trust })).items).toEqual(items);
  });
});
