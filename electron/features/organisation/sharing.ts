import { and, asc, eq } from 'drizzle-orm';
import * as tables from '#drizzle';
import type { SharedWith } from '#contract';
import type { Context } from '../../context.ts';
import { dateInWords } from '../../core/dates.ts';
import { type Disclosure, disclosureFor, type Noted } from '../../core/small-numbers.ts';
import { recordChange } from '../../database/history.ts';
import type { TrustRow } from './repository.ts';
import { toldAsText, toldFromText } from './told.ts';

type World = Pick<Context, 'database' | 'reference'>;
type Named = Disclosure & { readonly name: string };

/** What is left out of a file that leaves the trust, by what went to the same readers before. */
export interface Sharing {
  /** Protects by what the readers know already, and takes down what they are told. */
  readonly profile: Named;
  /**
   * Keeps what the file told, so that a corrected one tells nobody by the difference. Answers in a sentence which counts were
   * left out for that, and null where none was.
   */
  readonly remember: (title: string) => string | null;
}

function filesBefore({ db }: World['database'], trustId: number, readers: SharedWith) {
  return db
    .select()
    .from(tables.sharedFile)
    .where(and(eq(tables.sharedFile.trustId, trustId), eq(tables.sharedFile.readers, readers)))
    .orderBy(asc(tables.sharedFile.id))
    .all();
}

/** Counts as they may leave the trust in a file, or be shown as such a file would have them. */
export function beginSharing(
  { database, reference, now }: World & Pick<Context, 'now'>,
  trust: TrustRow,
  readers: SharedWith,
  own: Named = disclosureFor(reference.smallNumbers, readers),
): Sharing {
  const [before, lmns] = [filesBefore(database, trust.id, readers), filesBefore(database, trust.id, 'lmns')];
  const told = (files: typeof before) => files.flatMap((file) => toldFromText(file.at, file.told));
  const noted: Noted[] = [];
  const [ofOwn, ofLmns] = [told(before), told(lmns)];
  const memory = { own: ofOwn, beside: ofLmns, note: (one: Noted) => void noted.push(one) };
  const keep = (title: string) => {
    const at = now();
    const rows = [
      { readers: 'lmns' as const, told: toldAsText(noted, 'beside') },
      ...(readers === 'public' ? [{ readers, told: toldAsText(noted, 'own') }] : []),
    ];
    const known = new Set([...before, ...lmns].map((one) => `${one.readers} ${one.told}`));
    const fresh = rows.filter((row) => !known.has(`${row.readers} ${row.told}`));
    const label = `Made to share: ${title}, ${own.name.charAt(0).toLowerCase()}${own.name.slice(1)}`;
    if (fresh.length > 0)
      recordChange(database, { trustId: trust.id, label, at }, () => {
        for (const row of fresh)
          database.db
            .insert(tables.sharedFile)
            .values({ trustId: trust.id, title, at, ...row })
            .run();
      });
  };
  return {
    profile: { ...own, memory },
    remember: (title) => {
      keep(title);
      const changed = new Set(noted.flatMap((one) => [...one.changed].filter((key) => one.asked.has(key))));
      const otherwise = [...ofOwn, ...ofLmns].filter((file) =>
        [...changed].some((key) => file.told.get(key) === 'shown'),
      );
      const days = [...new Set(otherwise.map(({ at }) => at.slice(0, 10)))].map(dateInWords);
      return changed.size === 0 ? null : changedInWords(changed.size, days, own.hideBelow);
    },
  };
}

function changedInWords(count: number, days: readonly string[], hideBelow: number): string {
  const counts = count === 1 ? '1 count is' : `${count} counts are`;
  return `${counts} not shown: a file shared before (${days.join(', ')}) told otherwise, and the difference would tell of 1 to ${hideBelow - 1} people.`;
}
