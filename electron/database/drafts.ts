import { DRAFT_DAYS, type DraftField, type DraftForm, type KeptDraft, type ListedDraft } from '../contract/drafts.ts';
import { type Database, inTransaction } from './database.ts';
import { writeQuietly } from './kept.ts';

/** Whose form it is; null for one that stands open before there is a trust or an LMNS. */
export type DraftOwner = { readonly trustId: number } | { readonly lmnsId: number } | null;

type Owner = readonly [trustId: number | null, lmnsId: number | null];
const ownerOf = (owner: DraftOwner): Owner =>
  owner === null ? [null, null] : 'trustId' in owner ? [owner.trustId, null] : [null, owner.lmnsId];
const OWNED = 'trust_id IS ? AND lmns_id IS ?';
const OF_FORM = `${OWNED} AND screen = ? AND form = ? AND record = ?`;
const placeOf = (owner: DraftOwner, { screen, form, record }: DraftForm) =>
  [...ownerOf(owner), screen, form, record] as const;

const fold = (role: string) => role.trim().toLowerCase();

interface StoredDraft extends DraftForm {
  readonly id: number;
  readonly screenTitle: string;
  readonly at: string;
  readonly role: string | null;
  readonly fields: string;
}
const COLUMNS = 'id, screen, screen_title AS screenTitle, form, record, at, role, fields';

/** Keeps a draft in place of the form's earlier one, and throws away those that have lain there too long. */
export function keepDraft(
  database: Database,
  owner: DraftOwner,
  draft: DraftForm & { screenTitle: string; role: string | null; fields: readonly DraftField[] },
  at: string,
): void {
  const { sqlite } = database;
  const tooOld = new Date(Date.parse(at) - DRAFT_DAYS * 86_400_000).toISOString();
  const { screen, screenTitle, form, record, role, fields } = draft;
  writeQuietly(database, () =>
    inTransaction(database, () => {
      sqlite.prepare('DELETE FROM draft WHERE at < ?').run(tooOld);
      dropDraft(database, owner, draft);
      sqlite
        .prepare(
          `INSERT INTO draft (trust_id, lmns_id, screen, screen_title, form, record, at, role, fields)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          ...ownerOf(owner),
          screen,
          screenTitle,
          form,
          record,
          at,
          role === null ? null : fold(role),
          JSON.stringify(fields),
        );
    }),
  );
}

/** The draft of a form; its fields are withheld where they are another role's. */
export function findDraft(
  { sqlite }: Database,
  owner: DraftOwner,
  form: DraftForm,
  role: string | undefined,
): KeptDraft | null {
  const found = sqlite
    .prepare<unknown[], StoredDraft>(`SELECT ${COLUMNS} FROM draft WHERE ${OF_FORM} ORDER BY id DESC LIMIT 1`)
    .get(...placeOf(owner, form));
  if (found === undefined) return null;
  const isOpen = found.role === null || found.role === fold(role ?? '');
  return { at: found.at, isConfidential: found.role !== null, fields: isOpen ? fieldsOf(found) : [] };
}

export function dropDraft(database: Database, owner: DraftOwner, form: DraftForm): void {
  const drop = database.sqlite.prepare(`DELETE FROM draft WHERE ${OF_FORM}`);
  writeQuietly(database, () => void drop.run(...placeOf(owner, form)));
}

/** All drafts of an owner, the newest first, with nothing of what was typed. */
export function draftsOf({ sqlite }: Database, owner: DraftOwner): ListedDraft[] {
  return sqlite
    .prepare<unknown[], StoredDraft>(`SELECT ${COLUMNS} FROM draft WHERE ${OWNED} ORDER BY at DESC, id DESC`)
    .all(...ownerOf(owner))
    .map(({ role, fields, ...draft }) => ({
      ...draft,
      isConfidential: role !== null,
      labels: fieldsOf({ fields }).map(({ label }) => label),
    }));
}

const fieldsOf = ({ fields }: { readonly fields: string }) => JSON.parse(fields) as DraftField[];
