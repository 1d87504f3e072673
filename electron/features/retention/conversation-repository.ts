import { asc, eq } from 'drizzle-orm';
import type { ConversationCells } from '#contract';
import { conversation } from '#drizzle';
import type { Database } from '../../database/database.ts';
import type { StoredConversation } from './calculations/conversations.ts';

/** All conversations of a trust, in the order in which they were entered. */
export function conversationsOf({ db }: Database, trustId: number): StoredConversation[] {
  return db
    .select()
    .from(conversation)
    .where(eq(conversation.trustId, trustId))
    .orderBy(asc(conversation.id))
    .all()
    .map(({ trustId: _trust, themes, consent, confidential, ...cells }) => ({
      ...cells,
      themes: JSON.parse(themes) as string[],
      consent: consent as ConversationCells['consent'],
      confidential: confidential === 1,
    }));
}

const asStored = ({ themes, confidential, ...cells }: Partial<ConversationCells>) => ({
  ...cells,
  ...(themes === undefined ? {} : { themes: JSON.stringify(themes) }),
  ...(confidential === undefined ? {} : { confidential: confidential ? 1 : 0 }),
});

export function insertConversation({ db }: Database, trustId: number, cells: ConversationCells): number {
  const { themes, confidential, ...others } = cells;
  const row = { trustId, ...others, themes: JSON.stringify(themes), confidential: confidential ? 1 : 0 };
  return db.insert(conversation).values(row).returning({ id: conversation.id }).get().id;
}

export function updateConversation({ db }: Database, id: number, cells: Partial<ConversationCells>): void {
  if (Object.keys(cells).length > 0) db.update(conversation).set(asStored(cells)).where(eq(conversation.id, id)).run();
}

export function deleteConversation({ db }: Database, id: number): void {
  db.delete(conversation).where(eq(conversation.id, id)).run();
}
