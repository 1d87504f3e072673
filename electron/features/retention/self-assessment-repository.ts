import { and, desc, eq, getTableColumns } from 'drizzle-orm';
import type { RoundCells, StatementAnswer } from '#contract';
import { selfAssessment, selfAssessmentAnswer } from '#drizzle';
import type { Database } from '../../database/database.ts';

export type StoredRound = RoundCells & { readonly id: number; readonly tool: 'retention' | 'learning' };
export type StoredAnswer = StatementAnswer & { readonly statement: string; readonly actionKey: string | null };

/** All rounds of a trust, of any tool, the newest first. */
export function roundsOf({ db }: Database, trustId: number): StoredRound[] {
  return db
    .select()
    .from(selfAssessment)
    .where(eq(selfAssessment.trustId, trustId))
    .orderBy(desc(selfAssessment.day), desc(selfAssessment.id))
    .all()
    .map(({ trustId: _trust, level, tool, ...round }) => ({
      ...round,
      level: level as RoundCells['level'],
      tool: tool as StoredRound['tool'],
    }));
}

/** What rounds say of statements: by round, then by statement. */
export function answersOf({ db }: Database, trustId: number): Map<number, Map<string, StoredAnswer>> {
  const answers = new Map<number, Map<string, StoredAnswer>>();
  for (const { id: _id, selfAssessmentId, ...answer } of db
    .select(getTableColumns(selfAssessmentAnswer))
    .from(selfAssessmentAnswer)
    .innerJoin(selfAssessment, eq(selfAssessment.id, selfAssessmentAnswer.selfAssessmentId))
    .where(eq(selfAssessment.trustId, trustId))
    .all()) {
    const ofRound = answers.get(selfAssessmentId) ?? new Map<string, StoredAnswer>();
    answers.set(selfAssessmentId, ofRound.set(answer.statement, answer));
  }
  return answers;
}

export function insertRound({ db }: Database, trustId: number, cells: Omit<StoredRound, 'id'>): number {
  return db
    .insert(selfAssessment)
    .values({ trustId, ...cells })
    .returning({ id: selfAssessment.id })
    .get().id;
}

/** Takes a round away with its answers. */
export function deleteRound({ db }: Database, id: number): void {
  db.delete(selfAssessmentAnswer).where(eq(selfAssessmentAnswer.selfAssessmentId, id)).run();
  db.delete(selfAssessment)
    .where(and(eq(selfAssessment.id, id)))
    .run();
}

export function putAnswer(
  { db }: Database,
  selfAssessmentId: number,
  statement: string,
  cells: Partial<Omit<StoredAnswer, 'statement'>>,
): void {
  if (Object.keys(cells).length === 0) return;
  db.insert(selfAssessmentAnswer)
    .values({ selfAssessmentId, statement, ...cells })
    .onConflictDoUpdate({
      target: [selfAssessmentAnswer.selfAssessmentId, selfAssessmentAnswer.statement],
      set: cells,
    })
    .run();
}
