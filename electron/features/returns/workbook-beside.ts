import type { EvidenceKind, ReturnDocument, TableRow, TableValue } from '#contract';
import { dateInWords } from '../../core/dates.ts';
import type { SheetTable } from '../../exports/layout.ts';

const row = (values: TableValue[], kind: TableRow['kind'] = 'row'): TableRow => ({ kind, values });
const of = ({ trust, title }: ReturnDocument) => `${trust.name} (${trust.code}) · ${title}`;

const kinds: Record<EvidenceKind, string> = {
  document: 'Document',
  figure: 'Figure',
  import: 'Import',
  plan: 'Plan',
  meeting: 'Meeting',
};
const decisions = { accepted: 'accepted', edited: 'in the trust’s words', overruled: 'overruled' };

/** Pieces of evidence line by line: what each is called, where it is, and what it shows. */
export function evidenceTable(document: ReturnDocument): SheetTable {
  const figures = new Map(document.figures.map((figure) => [`${figure.reference} ${figure.key}`, figure]));
  return {
    title: 'Evidence by title and place',
    subtitle: of(document),
    columns: [
      { heading: 'Line', kind: 'text', width: 7 },
      { heading: 'Kind', kind: 'text', width: 12 },
      { heading: 'Title', kind: 'text', width: 34 },
      { heading: 'Where it is', kind: 'long_text', width: 34 },
      { heading: 'Date', kind: 'date', width: 12 },
      { heading: 'What it shows', kind: 'long_text', width: 60 },
      { heading: 'Decided', kind: 'long_text', width: 30 },
    ],
    rows: document.lines.flatMap(({ reference, evidenceItems }) =>
      evidenceItems.map(({ kind, title, place, day, detail, figure }) => {
        const decision = figure === null ? undefined : figures.get(`${reference} ${figure}`)?.decision;
        const decided = decision
          ? [`${decisions[decision.kind]} on ${dateInWords(decision.on)}`, decision.reason ?? '']
              .filter(Boolean)
              .join(': ')
          : '';
        return row([reference, kinds[kind], title, place, day, detail, decided]);
      }),
    ),
  };
}

const changed = (changes: ReturnDocument['restatements'][number]['changes']) =>
  changes.map(({ place, from, to }) => row([place, from || 'nothing', to || 'nothing']));

const changeColumns: SheetTable['columns'] = [
  { heading: 'What', kind: 'text', width: 40 },
  { heading: 'From', kind: 'long_text', width: 60 },
  { heading: 'To', kind: 'long_text', width: 60 },
];

/** What differs from the return of the period before. */
export function changesTable(
  document: ReturnDocument,
  { title, withFigures, changes }: NonNullable<ReturnDocument['sinceBefore']>,
): SheetTable {
  return {
    title: `What changed since ${title}`,
    subtitle: withFigures ? of(document) : `${of(document)} · answers only: the figures of ${title} were not kept`,
    columns: changeColumns,
    rows: changes.length > 0 ? changed(changes) : [row(['Nothing', null, null])],
  };
}

/** Every correction of what was submitted, the oldest first: why, by which role, and what it changed. */
export function restatementsTable(document: ReturnDocument): SheetTable {
  return {
    title: 'Corrections of what was submitted',
    subtitle: of(document),
    columns: changeColumns,
    rows: document.restatements.flatMap(({ at, by, reason, changes }) => [
      row([`${dateInWords(at.slice(0, 10))}, ${by}`, reason, null], 'group'),
      ...changed(changes),
    ]),
  };
}
