import { z } from 'zod';
import { enteredHours } from '../../contract/preceptorship-shapes.ts';
import type { Database } from '../../database/database.ts';
import { insertHours, insertOwn, putEvent, putMeeting } from '../preceptorship/living-changes.ts';
import { insertMentoring, putMentoringStep } from '../preceptorship/mentor-repository.ts';
import { insertPreceptor } from '../preceptorship/preceptor-repository.ts';
import { putBandGate, putCompetency } from '../preceptorship/sign-off-repository.ts';

const cell = z.string().nullable().default(null);
const wholeTime = z.number().transform((wte) => Math.round(wte * 100_000));

/** The invented service's preceptees with their preceptors, and newly appointed midwives with their mentors. */
export const samplePeople = z.object({
  preceptors: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      band: z.string(),
      pattern: z.string(),
      prepared: cell,
      registered: cell,
    }),
  ),
  preceptees: z.array(
    z.object({
      name: z.string(),
      /** Employee number on the sample's staff lists, and the name of the cohort, where there is one. */
      person: cell,
      cohort: cell,
      unit: z.string(),
      start: z.string(),
      registered: cell,
      wte: wholeTime,
      preceptor: z.object({ name: z.string(), from: z.string() }).nullable().default(null),
      /** Day on which each step was held. */
      held: z.record(z.string(), z.string()).default({}),
      hours: z.array(z.object({ kind: enteredHours.shape.kind, day: z.string(), hours: z.number() })).default([]),
      /** How many of the skills passport, in its order, are signed by both, and when. */
      competencies: z
        .object({ signed: z.number().int(), assessor: z.string(), day: z.string() })
        .nullable()
        .default(null),
      /** The way to band 6, once all are. */
      gate: z
        .object({ manager: z.string(), signed: z.string(), effective: z.string(), paid: z.string() })
        .nullable()
        .default(null),
      /** Day of the sign-off. */
      completed: cell,
    }),
  ),
  mentorings: z.array(
    z.object({
      name: z.string(),
      band: z.string(),
      post: z.string(),
      unit: z.string(),
      appointed: z.string(),
      mentor: cell,
      mentorNamedOn: cell,
      objectives: cell,
      held: z.record(z.string(), z.string()).default({}),
    }),
  ),
});

/** Stores them for a trust. To be called in a transaction. */
export function insertPeople(
  database: Database,
  trustId: number,
  { preceptors, preceptees, mentorings }: z.infer<typeof samplePeople>,
): void {
  for (const { pattern, ...cells } of preceptors)
    insertPreceptor(database, trustId, {
      ...cells,
      shiftPattern: pattern,
      person: null,
      most: null,
      until: null,
      notes: null,
    });
  for (const { preceptor, held, hours, competencies, gate, completed, ...cells } of preceptees) {
    const own = { ...cells, programme: null, notes: null };
    const whose = { trustId, precepteeKey: `own:${insertOwn(database, trustId, own)}` };
    if (preceptor)
      putEvent(database, whose, undefined, {
        kind: 'preceptor',
        from: preceptor.from,
        preceptor: preceptor.name,
        reason: null,
        note: null,
      });
    for (const [step, day] of Object.entries(held))
      putMeeting(database, whose, {
        step,
        held: day,
        who: preceptor?.name ?? null,
        planned: null,
        outcome: null,
        agreedActions: null,
        next: null,
      });
    for (const { kind, day, hours: given } of hours)
      insertHours(database, whose, { kind, day, minutes: given * 60, entered: day, purpose: null, note: null });
    for (let number = 1; number <= (competencies?.signed ?? 0); number += 1)
      putCompetency(database, whose, {
        competency: `skills_passport:SP${number}`,
        state: 'competent',
        assessor: competencies?.assessor ?? null,
        assessorSigned: competencies?.day ?? null,
        precepteeSigned: competencies?.day ?? null,
      });
    if (gate) {
      const { manager, signed: managerSigned, effective, paid } = gate;
      putBandGate(database, whose, { competenciesComplete: null, manager, managerSigned, effective, paid });
    }
    if (completed)
      putEvent(database, whose, undefined, {
        kind: 'completed',
        from: completed,
        approvedBy: 'Practice development midwife',
        note: null,
      });
  }
  for (const { held, ...cells } of mentorings) {
    const none = { person: null, coachingOffered: null, ended: null, endReason: null, notes: null };
    const id = insertMentoring(database, trustId, { ...cells, ...none });
    for (const [step, day] of Object.entries(held))
      putMentoringStep(database, id, { step, held: day, movedTo: null, reason: null, outcome: null });
  }
}
