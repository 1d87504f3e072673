import {
  conversation,
  mentoring,
  ownAction,
  preceptor,
  selfAssessment,
  selfAssessmentAnswer,
  trainingBooking,
  trainingSession,
} from '#drizzle';
import type { Context } from '../../electron/context.ts';
import { addDays, addMonths } from '../../electron/core/dates.ts';
import { trainingInserter } from '../../electron/features/training/repository.ts';
import { inserterOf, type Owner } from './care-and-plans.ts';
import { type Post, staffedUnits } from './posts.ts';
import type { Random } from './random.ts';

const first = ['Amina', 'Bethan', 'Callum', 'Daisy', 'Ewa', 'Folasade', 'Grace', 'Heather', 'Imran', 'Jo'];
const last = ['Abbott', 'Bhatt', 'Cole', 'Dudek', 'Evans', 'Farooq', 'Gray', 'Hughes', 'Ito', 'Jones'];

/** What the screens of training, preceptors, mentors and retention show of a trust. */
export function fillLearningAndStaying(context: Context, owner: Owner, people: readonly Post[], random: Random): void {
  const inPost = people.filter(({ start, leaving }) => start <= owner.lastDay && (leaving ?? '9') > owner.lastDay);
  fillTraining(context, owner, inPost, random);
  fillSessions(context, owner, inPost, random);
  fillPreceptors(context, owner, random);
  fillRetention(context, owner, random);
}

/** Each person's newest attendance of each course, most of them within the time that it lasts. */
function fillTraining({ database, reference }: Context, owner: Owner, people: readonly Post[], random: Random): void {
  const { trustId, lastDay } = owner;
  const insert = trainingInserter(database, { trustId, batchId: owner.newBatch('training', lastDay, lastDay) });
  let row = 6;
  for (const { person, assignment, name } of people)
    for (const { key, competences, validityMonths } of reference.training.courses) {
      if (random.chance(0.06)) continue;
      const achieved = addMonths(lastDay, -random.whole(0, Math.round(validityMonths * 1.2)));
      const expiry = addMonths(achieved, validityMonths);
      const said = { competence: competences[0]!, course: key, meets: null, columns: null, knownBy: 'dates' as const };
      insert([{ row: row++, person, assignment, name, day: lastDay, achieved, expiry, ...said }]);
    }
}

/** A session of each course a month, a year back and a year ahead, with a dozen seats taken. */
function fillSessions({ database, reference }: Context, owner: Owner, people: readonly Post[], random: Random): void {
  const session = inserterOf(database, trainingSession);
  const booking = inserterOf(database, trainingBooking);
  for (let month = -12; month < 12; month += 1)
    for (const { key } of reference.training.courses) {
      const date = addDays(addMonths(owner.lastDay, month), random.whole(1, 27));
      const held = date <= owner.lastDay;
      const courses = JSON.stringify([key]);
      const state = held ? 'held' : 'planned';
      session({ trustId: owner.trustId, courses, date, start: 540, end: 1020, capacity: 16, mix: '{}', state });
      const sessionId = database.sqlite.prepare('SELECT max(id) FROM training_session').pluck().get() as number;
      const seats = new Set(Array.from({ length: 12 }, () => random.of(people).person));
      for (const person of seats) booking({ sessionId, person, state: held ? 'attended' : 'booked' });
    }
}

function fillPreceptors({ database }: Context, { trustId, lastDay }: Owner, random: Random): void {
  const register = inserterOf(database, preceptor);
  for (const one of first)
    for (const other of last.slice(0, 6)) {
      const name = `${one} ${other}`;
      const unit = random.of(staffedUnits);
      register({ trustId, name, nameKey: name.toLowerCase(), unit, band: '6', prepared: addMonths(lastDay, -20) });
    }
  const mentored = inserterOf(database, mentoring);
  for (const [place, name] of first.entries()) {
    const appointed = addDays(lastDay, -random.whole(5, 500));
    const mentor = place % 3 === 0 ? null : `${random.of(first)} ${random.of(last)}`;
    mentored({ trustId, name: `${name} Senior`, band: '7', unit: random.of(staffedUnits), appointed, mentor });
  }
}

function fillRetention({ database, reference }: Context, { trustId, lastDay }: Owner, random: Random): void {
  const action = inserterOf(database, ownAction);
  for (let number = 1; number <= 40; number += 1)
    action({
      trustId,
      number: String(number),
      references: '["5.1"]',
      theme: 'flexible_working',
      action: `Invented action ${number}`,
      owner: random.of(first),
      start: addDays(lastDay, -random.whole(30, 400)),
      due: addDays(lastDay, random.whole(-90, 300)),
      status: random.of(['not_started', 'on_track', 'complete']),
    });
  const talk = inserterOf(database, conversation);
  for (let place = 0; place < 240; place += 1)
    talk({
      trustId,
      kind: random.of(['stay', 'exit']),
      name: `${random.of(first)} ${random.of(last)}`,
      unit: random.of(staffedUnits),
      held: addDays(lastDay, -random.whole(0, 700)),
      role: 'retention_lead',
      themes: JSON.stringify([random.of(reference.conversations.themes).key]),
      intention: random.whole(1, 5),
      consent: 'themes',
      confidential: 0,
    });
  const round = inserterOf(database, selfAssessment);
  const answer = inserterOf(database, selfAssessmentAnswer);
  for (const months of [18, 12, 6, 0]) {
    const day = addMonths(lastDay, -months);
    round({ trustId, tool: 'retention', name: `Round of ${day}`, level: 'trust', day });
    const selfAssessmentId = database.sqlite.prepare('SELECT max(id) FROM self_assessment').pluck().get() as number;
    for (const { key } of reference.selfAssessment.statements)
      answer({ selfAssessmentId, statement: key, rating: random.of(['in_place', 'partly', 'not_in_place']) });
  }
}
