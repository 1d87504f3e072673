import type { KeptRecord, LmnsRecord, OfferedText } from '#contract';
import { dateInWords } from '../../core/dates.ts';
import { assertNever } from '../../core/invariant.ts';
import { disclosureFor, protectedInWords } from '../../core/small-numbers.ts';
import type { Context } from '../../context.ts';
import { placedLearners } from './calculations/placed-learners.ts';
import { countingDocuments } from './counting.ts';
import { recordsOf } from './record-repository.ts';
import type { LmnsRow } from './repository.ts';

/** What a record is called in the history: "Staffing of RX1, July to September 2026: assured". */
export function recordInWords(cells: LmnsRecord): string {
  switch (cells.kind) {
    case 'assurance':
      return `Safe staffing of ${cells.code}: ${cells.judgement}`;
    case 'level':
      return `Agreed level of ${cells.profession}, ${cells.code}`;
    case 'capacity':
      return `Capacity of ${cells.service}, ${cells.code}`;
    case 'placements':
      return `Placements of ${cells.university}, ${cells.code}`;
    case 'practice':
      return `Practice “${cells.title}”`;
    case 'challenge':
      return `Challenge “${cells.title}”`;
    case 'action':
      return `Action on ${cells.reference} for ${cells.code}`;
    default:
      return assertNever(cells);
  }
}

/** The records of an LMNS, each with what of it is left out where it is shown. */
export function readRecords({ database, reference }: Context, lmns: LmnsRow): KeptRecord[] {
  const records = recordsOf(database, lmns.id);
  const disclosure = disclosureFor(reference.smallNumbers, 'lmns');
  const placements = records.flatMap(({ id, cells }) => (cells.kind === 'placements' ? [{ id, cells }] : []));
  const counts = placedLearners(
    placements.map(({ cells }) => cells),
    disclosure,
  ).rows;
  const filled = new Map(placements.map(({ id }, index) => [id, counts[index]]));
  return records.map((record) => {
    const count = filled.get(record.id);
    const isLeftOut = count?.kind === 'small' || count?.kind === 'withheld';
    const leftOut: KeptRecord['leftOut'] = isLeftOut ? { filled: protectedInWords(count, disclosure.hideBelow) } : {};
    return { ...record, leftOut };
  });
}

/** Free texts of a record by field, which must not tell of a patient. */
export function textsOf(cells: LmnsRecord): Record<string, string> {
  const texts = Object.entries(cells).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts.filter(([field]) => !['kind', 'code', 'period', 'judgement'].includes(field)));
}

/** What trusts share and escalate in the returns that count, the newest first: each text once, as it was said last. */
export function offeredTexts(context: Context, lmns: LmnsRow): OfferedText[] {
  const kept = recordsOf(context.database, lmns.id).map(({ cells }) => cells);
  const found = new Map<string, OfferedText>();
  for (const document of countingDocuments(context, lmns).reverse())
    for (const kind of ['practice', 'challenge'] as const) {
      const { code, name } = document.trust;
      for (const text of kind === 'practice' ? document.shared.practices : document.shared.challenges) {
        const key = `${kind}/${code}/${text.title}`;
        if (found.has(key)) continue;
        const isTaken = (cells: LmnsRecord) => cells.kind === kind && cells.code === code && cells.title === text.title;
        found.set(key, {
          kind,
          code,
          trust: name,
          period: document.period,
          title: text.title,
          words: text.text,
          element: text.element,
          references: text.references.join(', '),
          escalateTo: text.escalateTo,
          approved: `${text.approvedBy}, ${dateInWords(text.approvedOn)}`,
          taken: kept.some(isTaken),
        });
      }
    }
  return [...found.values()];
}
