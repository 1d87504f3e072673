import type { ReturnDocument, ReturnStatus, WorkforceRow } from '#contract';
import { type WorkforceLine, workforceRows } from '../returns/calculations/workforce.ts';

/** The other three of the invented system: their size beside the sample trust, and of their posts how many are filled. */
export const otherTrusts = [
  { code: 'SM0', name: 'Saltmarsh Hospitals (sample)', share: 0.72, filled: 0.99, turn: 1 },
  { code: 'OK0', name: 'Oakhanger and Downs (sample)', share: 1.31, filled: 0.965, turn: 2 },
  { code: 'SB0', name: 'St Brannoc’s & St Kew’s – Women’s (sample)', share: 0.55, filled: 1.015, turn: 3 },
] as const;
export type OtherTrust = (typeof otherTrusts)[number];

const statuses = ['green', 'amber', 'green', 'blue', 'red', 'green', 'amber'] as const;
/** Whole hundredths of a WTE. */
const HUNDREDTH = 1000;

type Values = ReturnDocument['measures']['values'];

/** What another trust of the system returned: the same lines with its own statuses, and figures of its own size. */
export function returnOfOther(document: ReturnDocument, other: OtherTrust): ReturnDocument {
  const { code, name, share, turn } = other;
  const rows = establishmentOf(document, other);
  const minutes = (value: number) => Math.round(value * share);
  return {
    ...document,
    trust: { code, name },
    lines: document.lines.map((line, index) => ({
      ...line,
      status: statuses[(index * turn + turn) % statuses.length] ?? 'green',
      sharing: false,
    })),
    figures: [],
    shared: { practices: [], challenges: [] },
    sinceBefore: null,
    workforce: { ...document.workforce, rows },
    rosters: {
      ...document.rosters,
      fill: document.rosters.fill.map((row) => ({
        ...row,
        plannedMinutes: minutes(row.plannedMinutes),
        actualMinutes: minutes(row.actualMinutes * (1 - turn / 100)),
      })),
      temporary: document.rosters.temporary.map((row) => ({
        ...row,
        substantiveMinutes: minutes(row.substantiveMinutes),
        bankMinutes: minutes(row.bankMinutes),
        agencyMinutes: minutes(row.agencyMinutes),
        otherMinutes: minutes(row.otherMinutes),
      })),
    },
    measures: { ...document.measures, values: document.measures.values.map((value) => valueOf(value, other, rows)) },
  };
}

/** A return that is corrected: in Saltmarsh a post was counted as filled that was not, and a line was told too well. */
export function corrected(document: ReturnDocument, at: string): ReturnDocument {
  const reason = 'One midwife had left before the quarter ended and was still counted as in post.';
  const WTE = 100_000;
  const isOfMidwives = ({ level, staffGroup }: WorkforceRow) => level === 'line' && staffGroup === 'Midwives';
  const place = document.workforce.rows.findIndex((row) => isOfMidwives(row) && row.band === 'Band 6');
  const lines = document.workforce.rows
    .map((row, index) => (index === place ? { ...row, inPost: (row.inPost ?? 0) - WTE } : row))
    .filter(({ level }) => level === 'line');
  const rows = workforceRows(lines.map(lineOf));
  const values = document.measures.values.map((value) => fromRows(value, rows) ?? value);
  const of = document.signatures.submitted?.at ?? document.madeAt;
  const inPost = (all: readonly WorkforceRow[]) =>
    ((all.find(({ level }) => level === 'trust')?.inPost ?? 0) / WTE).toFixed(2);
  const changes = [{ place: 'Workforce, in post', from: inPost(document.workforce.rows), to: inPost(rows) }];
  const by = 'Maternity workforce lead';
  const status: ReturnStatus = 'amber';
  return {
    ...document,
    madeAt: at,
    lines: document.lines.map((line) => (line.reference === '4.2' ? { ...line, status } : line)),
    workforce: { ...document.workforce, rows },
    measures: { ...document.measures, values },
    signatures: { ...document.signatures, submitted: { role: by, at } },
    restatements: [{ at, by, reason, of, changes }],
  };
}

/** Its establishment line by line, with every sum and rate that follows from it. */
function establishmentOf({ workforce }: ReturnDocument, { share, filled }: OtherTrust): WorkforceRow[] {
  const sized = (wte: number | null, by: number) =>
    wte === null ? null : Math.round((wte * by) / HUNDREDTH) * HUNDREDTH;
  return workforceRows(
    workforce.rows
      .filter(({ level }) => level === 'line')
      .map((row) =>
        lineOf({
          ...row,
          required: sized(row.required, share),
          funded: sized(row.funded, share),
          inPost: sized(row.inPost, share * filled),
        }),
      ),
  );
}

/** A row of a line as the establishment would have it. */
function lineOf(row: WorkforceRow): WorkforceLine {
  const named = (name: string | null) => ({ key: name ?? '', name: name ?? '' });
  const { required, funded, inPost, requiredTool, requiredSource, requiredDate } = row;
  const place = { unit: { id: 0, name: row.unit ?? '' }, staffGroup: named(row.staffGroup), band: named(row.band) };
  return { ...place, required, funded, inPost, requiredTool, requiredSource, requiredDate };
}

/** Measures of the establishment follow from its rows; others are of the trust's size, and a little below the sample's. */
function valueOf(value: Values[number], { share, turn }: OtherTrust, rows: readonly WorkforceRow[]): Values[number] {
  const sized = (of: number | null, by: number) => (of === null ? null : Math.round(of * share * by));
  return (
    fromRows(value, rows) ?? {
      ...value,
      numerator: sized(value.numerator, 1),
      denominator: sized(value.denominator, 1 + turn / 40),
    }
  );
}

function fromRows(value: Values[number], rows: readonly WorkforceRow[]): Values[number] | undefined {
  const row = rows.find(
    ({ level, staffGroup }) => level === (value.group === null ? 'trust' : 'staff group') && staffGroup === value.group,
  );
  if (!row) return undefined;
  const sides: Readonly<Record<string, readonly [number | null, number | null]>> = {
    'vacancy-rate': [row.vacancy, row.funded],
    'establishment-fill': [row.inPost, row.funded],
    'funding-gap': [row.requiredLessFunded, row.required],
    'staffing-gap': [row.requiredLessInPost, row.required],
  };
  const found = sides[value.measure];
  return found && { ...value, numerator: found[0], denominator: found[1] };
}
