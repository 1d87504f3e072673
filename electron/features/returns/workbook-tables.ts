import {
  type ReturnDocument,
  type RosterRow,
  statusWords,
  type TableRow,
  type TableValue,
  type TemporaryRow,
  type WorkforceRow,
} from '#contract';
import type { SheetTable } from '../../exports/layout.ts';
import { dateInWords } from '../../core/dates.ts';
import { periodKind } from './calculations/periods.ts';

const row = (values: TableValue[], kind: TableRow['kind'] = 'row'): TableRow => ({ kind, values });
const momentInWords = (instant: string) => `${dateInWords(instant.slice(0, 10))} at ${instant.slice(11, 16)} UTC`;
const signedInWords = (signature: { role: string; at: string } | null, none: string) =>
  signature ? `${signature.role}, ${momentInWords(signature.at)}` : none;

const of = ({ trust, title }: ReturnDocument) => `${trust.name} (${trust.code}) · ${title}`;

/** What the return is, of whom and when, how its lines stand, and the terms that it uses. */
export function coverTable(document: ReturnDocument): SheetTable {
  const { trust, system, title, period, first, last, madeAt, appVersion, packs, lines, rosters } = document;
  const { checked, signedOff, submitted } = document.signatures;
  const kind = periodKind(period) === 'month' ? 'Month' : 'Quarter';
  const statuses = Object.entries(statusWords).map(([status, word]) =>
    row([word, `${lines.filter((line) => line.status === status).length} of ${lines.length} lines`]),
  );
  const unanswered = lines.filter(({ status }) => status === null).length;
  return {
    title: 'Theme 2 return',
    subtitle: of(document),
    filter: false,
    columns: [
      { heading: 'Item', kind: 'text', width: 30 },
      { heading: 'Detail', kind: 'long_text', width: 100 },
    ],
    rows: [
      row(['About this return', null], 'group'),
      row(['Trust', `${trust.name} (${trust.code})`]),
      row(['LMNS or ICB', system ? `${system.name} (${system.kind})` : 'not named']),
      row([kind, `${title} (${period}, ${dateInWords(first)} to ${dateInWords(last)})`]),
      row(['Made', momentInWords(madeAt)]),
      row(['Checked', signedInWords(checked, 'not checked')]),
      row(['Signed off', signedInWords(signedOff, 'not signed off: a draft')]),
      row(['Submitted', signedInWords(submitted, 'not submitted')]),
      ...(document.restatements.length > 0
        ? [row(['Corrected', `${document.restatements.length} times; see the sheet “Corrections”`])]
        : []),
      row(['Made with', `Maternity Workforce Planner ${appVersion}`]),
      ...packs.map((pack) => row(['Standards', `${pack.title}, version ${pack.version}`])),
      row(['Rosters read', rosters.sources.join('; ') || 'none of this period']),
      row(['How the lines stand', null], 'group'),
      ...statuses,
      ...(unanswered ? [row(['No status', `${unanswered} of ${lines.length} lines`])] : []),
      row(['Definitions', null], 'group'),
      ...document.definitions.map(({ term, meaning }) => row([term, meaning])),
    ],
  };
}

/** Column of the status in the table of lines, from 1. */
export const STATUS_COLUMN = 4;

export function linesTable(document: ReturnDocument): SheetTable {
  return {
    title: 'Lines of the return',
    subtitle: of(document),
    columns: [
      { heading: 'Line', kind: 'text', width: 7 },
      { heading: 'Action', kind: 'text', width: 18 },
      { heading: 'Plan date', kind: 'text', width: 12 },
      { heading: 'Status', kind: 'text', width: 14 },
      { heading: 'Progress', kind: 'long_text', width: 26 },
      { heading: 'Next steps', kind: 'long_text', width: 20 },
      { heading: 'Evidence', kind: 'long_text', width: 26 },
      { heading: 'Lead', kind: 'text', width: 13 },
      { heading: 'Due', kind: 'date', width: 12 },
      { heading: 'Risk', kind: 'long_text', width: 18 },
      { heading: 'Mitigation', kind: 'long_text', width: 18 },
      { heading: 'Help needed', kind: 'long_text', width: 16 },
      { heading: 'Willing to share', kind: 'text', width: 10 },
    ],
    rows: document.lines.map((line) =>
      row([
        line.reference,
        line.title,
        line.dates,
        line.status ? statusWords[line.status] : 'No status',
        line.progress,
        line.nextSteps,
        line.evidence,
        line.lead,
        line.due,
        line.risk,
        line.mitigation,
        line.helpNeeded,
        line.sharing ? 'yes' : '',
      ]),
    ),
  };
}

/** Our wording of each line, and the published one where the trust has loaded it. */
export function wordingTable(document: ReturnDocument): SheetTable {
  const published = document.lines.some((line) => line.published !== null);
  return {
    title: 'What each line asks for',
    subtitle: of(document),
    columns: [
      { heading: 'Line', kind: 'text', width: 7 },
      { heading: 'Objective', kind: 'text', width: 26 },
      { heading: 'Action', kind: 'text', width: 26 },
      { heading: 'In our words', kind: 'long_text', width: 60 },
      ...(published ? [{ heading: 'As published', kind: 'long_text' as const, width: 60 }] : []),
    ],
    rows: document.lines.map((line) =>
      row([line.reference, line.objective, line.title, line.sentence, ...(published ? [line.published] : [])]),
    ),
  };
}

export function workforceTable(document: ReturnDocument): SheetTable {
  const all = { line: '', 'staff group': 'All units', unit: 'All staff groups', trust: 'All' };
  const values = (own: WorkforceRow) => [
    own.unit ?? all[own.level],
    own.staffGroup ?? all[own.level],
    own.band ?? 'All',
    own.required,
    own.funded,
    own.inPost,
    own.requiredLessFunded,
    own.vacancy,
    own.grossVacancy,
    own.requiredLessInPost,
    own.vacancyRate,
    own.establishmentFill,
    own.requiredTool,
    own.requiredSource,
    own.requiredDate,
  ];
  return {
    title: 'Workforce',
    subtitle: `${of(document)} · whole-time equivalents on ${dateInWords(document.workforce.on)}; an empty cell is not known`,
    columns: [
      { heading: 'Unit', kind: 'text' },
      { heading: 'Staff group', kind: 'text' },
      { heading: 'Band', kind: 'text' },
      ...[
        'Required',
        'Funded',
        'In post',
        'Required − funded',
        'Vacancy, net',
        'Vacancy, gross',
        'Required − in post',
      ].map((heading) => ({ heading, kind: 'wte' as const })),
      { heading: 'Vacancy rate', kind: 'rate' },
      { heading: 'Establishment fill', kind: 'rate', width: 14 },
      { heading: 'Tool', kind: 'text' },
      { heading: 'Source', kind: 'text' },
      { heading: 'Assessed', kind: 'date' },
    ],
    rows: document.workforce.rows.map((own) => row(values(own), own.level === 'line' ? 'row' : 'total')),
  };
}

export function rosterTable(document: ReturnDocument): SheetTable {
  const fill = ({ plannedMinutes, actualMinutes }: RosterRow) => ({
    numerator: actualMinutes,
    denominator: plannedMinutes,
  });
  return {
    title: 'Shift fill',
    subtitle: `${of(document)} · hours of care; shift fill is actual over planned`,
    columns: [
      { heading: 'Unit', kind: 'text' },
      { heading: 'Shift', kind: 'text' },
      { heading: 'Staff', kind: 'text' },
      { heading: 'Planned hours', kind: 'minutes' },
      { heading: 'Actual hours', kind: 'minutes' },
      { heading: 'Shift fill', kind: 'rate' },
    ],
    rows: document.rosters.fill.map((own) =>
      row(
        [own.unit ?? 'All units', own.shift, own.staff, own.plannedMinutes, own.actualMinutes, fill(own)],
        own.unit === null ? 'total' : 'row',
      ),
    ),
  };
}

export function temporaryTable(document: ReturnDocument): SheetTable {
  const all = (own: TemporaryRow) => own.substantiveMinutes + own.bankMinutes + own.agencyMinutes + own.otherMinutes;
  const share = (own: TemporaryRow, numerator: number) => ({ numerator, denominator: all(own) });
  return {
    title: 'Temporary staffing',
    subtitle: `${of(document)} · actual hours of every duty but on call`,
    columns: [
      { heading: 'Unit', kind: 'text' },
      ...['Substantive hours', 'Bank hours', 'Agency hours', 'Not stated', 'All hours'].map((heading) => ({
        heading,
        kind: 'minutes' as const,
      })),
      ...['Bank share', 'Agency share', 'Temporary share'].map((heading) => ({ heading, kind: 'rate' as const })),
    ],
    rows: document.rosters.temporary.map((own) =>
      row(
        [
          own.unit ?? 'All units',
          own.substantiveMinutes,
          own.bankMinutes,
          own.agencyMinutes,
          own.otherMinutes,
          all(own),
          share(own, own.bankMinutes),
          share(own, own.agencyMinutes),
          share(own, own.bankMinutes + own.agencyMinutes),
        ],
        own.unit === null ? 'total' : 'row',
      ),
    ),
  };
}

const escalations = { lmns: 'the LMNS', national: 'the LMNS and NHS England' };

/** Practice that others may take up, and challenges for the LMNS or NHS England, as the trust approved the words. */
export function sharedTable(document: ReturnDocument): SheetTable {
  const { practices, challenges } = document.shared;
  const rowOf = ({
    title,
    text,
    element,
    references,
    escalateTo,
    approvedBy,
    approvedOn,
  }: (typeof practices)[number]) =>
    row([
      title,
      text,
      element,
      references.join(', '),
      escalateTo && escalations[escalateTo],
      `${approvedBy}, ${dateInWords(approvedOn)}`,
    ]);
  const groupOf = (title: string, texts: typeof practices) =>
    texts.length > 0 ? [row([title, null, null, null, null, null], 'group'), ...texts.map(rowOf)] : [];
  return {
    title: 'Practice to share and challenges to escalate',
    subtitle: of(document),
    columns: [
      { heading: 'Title', kind: 'text', width: 24 },
      { heading: 'In the trust’s words', kind: 'long_text', width: 60 },
      { heading: 'Element', kind: 'text', width: 20 },
      { heading: 'Lines', kind: 'text', width: 12 },
      { heading: 'Escalated to', kind: 'text', width: 20 },
      { heading: 'Approved by', kind: 'text', width: 26 },
    ],
    rows: [...groupOf('Practice to share', practices), ...groupOf('Challenges', challenges)],
  };
}
