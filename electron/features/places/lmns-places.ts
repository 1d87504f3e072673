import type { LmnsRecord, Place } from '#contract';
import type { Context } from '../../context.ts';
import { dateInWords } from '../../core/dates.ts';
import { compileSystem } from '../lmns/compile-service.ts';
import { countingReceipts } from '../lmns/counting.ts';
import { lmnsLines } from '../lmns/lines.ts';
import { receiptsOf } from '../lmns/receipt-repository.ts';
import { recordsOf } from '../lmns/record-repository.ts';
import { offeredTexts, recordInWords } from '../lmns/records.ts';
import { expectedTrusts, type LmnsRow } from '../lmns/repository.ts';
import { periodTitle } from '../returns/calculations/periods.ts';
import { trustLines } from '../returns/register.ts';
import { place } from './service.ts';

/** A long text is told by how it begins. */
const beginning = (text: string) => (text.length > 120 ? `${text.slice(0, 120)}…` : text);

/** What a record says beside what it is called; no counts, which may be too small to be told. */
function saidOf(cells: LmnsRecord): string[] {
  switch (cells.kind) {
    case 'assurance':
      return [periodTitle(cells.period), cells.basis];
    case 'level':
      return [cells.agreed];
    case 'capacity':
      return [periodTitle(cells.period), cells.of, cells.note];
    case 'placements':
      return [periodTitle(cells.period), cells.learners, cells.quality];
    case 'action':
      return [cells.what, cells.owner, `due ${dateInWords(cells.due)}`];
    case 'practice':
    case 'challenge':
      return [cells.references, cells.words];
  }
}

/** All that an LMNS holds and that a screen of it can open; of lines and measures, those of the newest period that came. */
export function placesOfLmns(context: Context, lmns: LmnsRow): Place[] {
  const { database } = context;
  const trusts = expectedTrusts(database, lmns.id);
  const nameOf = (code: string | null) => trusts.find((trust) => trust.code === code)?.name ?? code;
  const newest = countingReceipts(context, lmns)
    .map(({ period }) => period)
    .sort()
    .pop();
  const system = newest === undefined ? null : compileSystem(context, lmns, newest);
  return [
    ...trusts.map(({ code, name }) => place('lmns_trust', code, name, 'trust', code)),
    ...receiptsOf(database, lmns.id).map(({ id, head, code, fileName, state }) =>
      place('receipt', id, `${head.trust}, ${head.title}`, code, fileName, state === 'set aside' ? 'set aside' : null),
    ),
    ...recordsOf(database, lmns.id).map(({ id, cells }) =>
      place('record', `${cells.kind} ${id}`, recordInWords(cells), nameOf(cells.code), ...saidOf(cells).map(beginning)),
    ),
    ...offeredTexts(context, lmns)
      .filter(({ taken }) => !taken)
      .map(({ kind, title, trust, words, references }) =>
        place(
          'record',
          kind,
          `${kind === 'practice' ? 'Practice' : 'Challenge'} “${title}”`,
          'offered',
          trust,
          references,
          beginning(words),
        ),
      ),
    ...(system
      ? [
          ...trustLines(context).map(({ reference, title }) =>
            place('system_line', reference, `${reference} ${title}`, 'across the trusts', system.title),
          ),
          ...system.measures.map(({ definition }) =>
            place('system_measure', definition.id, definition.shortName, 'measure', definition.references.join(' ')),
          ),
        ]
      : []),
    ...lmnsLines(context).map(({ reference, title }) =>
      place('own_line', reference, `${reference} ${title}`, 'line of the LMNS’s own'),
    ),
  ];
}
