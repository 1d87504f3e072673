import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { newTrust, quarter, type Trust } from '#contract';
import { assessmentArea, assessmentInputs } from '../../contract/assessment-shapes.ts';
import { returnAnswer } from '../../contract/return-document.ts';
import type { Context } from '../../context.ts';
import { inTransaction } from '../../database/database.ts';
import { removeLmns, removeTrust } from '../../database/remove-trust.ts';
import { monthLater } from '../assurance/calculations/months.ts';
import { insertAction, putCount } from '../assurance/repository.ts';
import { insertAssessment, setStatus } from '../establishment/assessment-repository.ts';
import { insertLine } from '../establishment/repository.ts';
import { writePreference } from '../organisation/preferences.ts';
import { describeTrust, findTrust } from '../organisation/repository.ts';
import { addTrust } from '../organisation/service.ts';
import { noAnswer } from '../returns/calculations.ts';
import { insertReturn } from '../returns/repository.ts';
import { insertLists } from './lists.ts';
import { setUpLocalSystem } from './local-system.ts';
import { insertPeople, samplePeople } from './people.ts';
import { insertPlans, samplePlans } from './plans.ts';
import { importRosters } from './rosters.ts';
import { tellStory } from './story.ts';

const wholeTime = z.number().transform((wte) => Math.round(wte * 100_000));
const sampleService = z.object({
  trust: newTrust,
  assessment: z.object({ tool: z.string(), source: z.string(), date: z.string() }),
  establishment: z.array(
    z.object({
      unit: z.string(),
      staffGroup: z.string(),
      band: z.string(),
      required: wholeTime,
      funded: wholeTime,
      inPost: wholeTime,
    }),
  ),
  /** Counts of a unit from a month on, one for each month. */
  monthlyCounts: z.array(
    z.object({ unit: z.string(), counted: z.string(), first: z.string(), counts: z.array(z.number().int()) }),
  ),
  redFlagActions: z.array(
    z.object({
      month: z.string(),
      unit: z.string(),
      flag: z.string(),
      action: z.string(),
      lead: z.string(),
      due: z.string().nullable(),
      done: z.string().nullable(),
    }),
  ),
  plans: samplePlans,
  /** The agreed Birthrate+ assessment; its areas name their units. */
  birthrate: assessmentInputs.extend({ areas: z.array(assessmentArea.extend({ unit: z.string() })) }),
  /** What the one before it says otherwise. */
  earlierBirthrate: z.object({
    reference: z.string(),
    date: z.string(),
    studyFirst: z.string(),
    studyLast: z.string(),
  }),
  returns: z.object({ period: quarter, lines: z.record(z.string(), returnAnswer.partial()) }),
});

/** Loads the invented service from `resources/sample/`, or finds the one that is there, and brings it into view. */
export async function loadSample(context: Context): Promise<Trust> {
  const { database, reference, resourcesFolder } = context;
  const folder = join(resourcesFolder, 'sample');
  const service = sampleService.parse(JSON.parse(readFileSync(join(folder, 'service.json'), 'utf8')));
  const people = samplePeople.parse(JSON.parse(readFileSync(join(folder, 'people.json'), 'utf8')));
  const already = findTrust(database, service.trust.code);
  if (already) {
    writePreference(database, 'trust in view', already.code);
    return describeTrust(database, already);
  }
  const trust = inTransaction(database, () => {
    const added = addTrust(database, reference, service.trust, true);
    const units = new Map(added.units.map(({ name, id }) => [name, id]));
    for (const { unit, staffGroup, band, ...wte } of service.establishment) {
      const { tool: requiredTool, source: requiredSource, date: requiredDate } = service.assessment;
      const place = { unitId: units.get(unit) ?? 0, staffGroup, band };
      insertLine(database, added.id, place, { ...wte, requiredTool, requiredSource, requiredDate });
    }
    for (const { unit, counted, first, counts } of service.monthlyCounts)
      for (const [index, count] of counts.entries())
        putCount(database, added.id, { unitId: units.get(unit) ?? 0, month: monthLater(first, index), counted, count });
    for (const { unit, ...action } of service.redFlagActions)
      insertAction(database, { trustId: added.id, unitId: units.get(unit) ?? null, ...action });
    const { areas, ...assessment } = service.birthrate;
    const inputs = { ...assessment, areas: areas.map((area) => ({ ...area, unit: units.get(area.unit) ?? null })) };
    setStatus(database, insertAssessment(database, added.id, inputs), 'agreed');
    const earlier = { ...inputs, head: { ...inputs.head, ...service.earlierBirthrate } };
    setStatus(database, insertAssessment(database, added.id, earlier), 'superseded');
    insertPlans(database, added.id, service.plans);
    insertPeople(database, added.id, people);
    const answers = Object.entries(service.returns.lines).map(([line, answer]) => ({
      ...noAnswer,
      ...answer,
      reference: line,
    }));
    insertReturn(database, added.id, service.returns.period, null, answers);
    return added;
  });
  // Hundreds of small changes: each is safe in the log, and the store is written through again afterwards.
  database.sqlite.pragma('synchronous = NORMAL');
  try {
    await tellStory(context, trust.code, 'early');
    inTransaction(database, () => insertLists(context, trust.id, service.establishment));
    await importRosters(context, trust.code);
    await tellStory(context, trust.code, 'late');
    if (service.trust.system) await setUpLocalSystem(context, trust, service.trust.system);
  } catch (error) {
    // Whole or not at all.
    removeSample(context);
    throw error;
  } finally {
    database.sqlite.pragma('synchronous = FULL');
  }
  return trust;
}

/** Takes the invented service away with everything that was entered in it. */
export function removeSample({ database }: Pick<Context, 'database'>): void {
  const samples = database.sqlite
    .prepare<[], { id: number; lmns: number | null }>(
      'select trust.id, lmns.id as lmns from trust left join lmns on lmns.system_id = trust.system_id where is_sample = 1',
    )
    .all();
  inTransaction(database, () => {
    for (const { id, lmns } of samples) {
      removeTrust(database, id);
      if (lmns !== null) removeLmns(database, lmns);
    }
    // A system that this PC keeps as an LMNS stays with what it received.
    database.sqlite.exec(
      `delete from system where id not in (select system_id from trust where system_id is not null)
       and id not in (select system_id from lmns)`,
    );
  });
}
