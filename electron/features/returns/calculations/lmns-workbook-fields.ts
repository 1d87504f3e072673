import { type ColumnKind, type ReturnDocument, statusWords, type TableValue, type WorkforceRow } from '#contract';

/** A part of a return that a cell of somebody else's workbook can take. */
export interface LmnsWorkbookField {
  readonly key: string;
  /** What it belongs to: "About the return", "4.1 Birthrate+", "Figures of 4.1". */
  readonly part: string;
  readonly title: string;
  readonly kind: ColumnKind;
  readonly value: TableValue;
  /** Other words for the value that a list may have in its place, the best first. */
  readonly alike?: readonly string[];
}

type Line = ReturnDocument['lines'][number];

/** Fields of an answer in their order, with the words that a heading calls them by. */
export const lineFields = {
  status: { title: 'Status', called: /\b(b?rag|status)\b/i },
  nextSteps: { title: 'Next steps', called: /\bnext (steps|actions)\b|\bplanned\b/i },
  progress: { title: 'Progress', called: /\b(progress|updates?|narrative|commentary|position)\b/i },
  evidence: { title: 'Evidence', called: /\bevidence\b/i },
  lead: { title: 'Lead', called: /\b(lead|owner|responsible)\b/i },
  due: { title: 'Due', called: /\b(due|deadline|by when|(target|completion) date)\b/i },
  mitigation: { title: 'Mitigation', called: /\bmitigati/i },
  risk: { title: 'Risk', called: /\brisks?\b/i },
  helpNeeded: { title: 'Help needed', called: /\b(help|support|escalat\w*)\b/i },
  sharing: { title: 'Willing to share', called: /\bshar(e|ing)\b/i },
} as const;
export type LineField = keyof typeof lineFields;
export const lineFieldKeys = Object.keys(lineFields) as LineField[];

/** Every part of a return that can be poured, with what it is now. */
export function lmnsWorkbookFields(document: ReturnDocument): LmnsWorkbookField[] {
  return [
    ...about(document),
    ...document.lines.flatMap(ofLine),
    ...workforce(document),
    ...figures(document),
    ...measures(document),
  ];
}

function about({ trust, system, title, period, first, last, madeAt, signatures }: ReturnDocument): LmnsWorkbookField[] {
  const part = 'About the return';
  const text = (key: string, name: string, value: string | null): LmnsWorkbookField => ({
    key,
    part,
    title: name,
    kind: 'text',
    value,
  });
  const day = (key: string, name: string, value: string | null) => ({
    ...text(key, name, value),
    kind: 'date' as const,
  });
  return [
    text('trust name', 'Trust', trust.name),
    text('trust code', 'Trust code', trust.code),
    text('system name', 'LMNS or ICB', system?.name ?? null),
    text('period title', 'Period', title),
    text('period code', 'Period, short', period),
    day('period first', 'First day', first),
    day('period last', 'Last day', last),
    day('made on', 'Made on', madeAt.slice(0, 10)),
    text('checked by', 'Checked by', signatures.checked?.role ?? null),
    text('signed off by', 'Signed off by', signatures.signedOff?.role ?? null),
    day('signed off on', 'Signed off on', signatures.signedOff?.at.slice(0, 10) ?? null),
    text('submitted by', 'Submitted by', signatures.submitted?.role ?? null),
  ];
}

function ofLine(line: Line): LmnsWorkbookField[] {
  return lineFieldKeys.map((field) => ({
    key: `line ${line.reference} ${field}`,
    part: `${line.reference} ${line.title}`,
    title: lineFields[field].title,
    kind: field === 'due' ? 'date' : 'long_text',
    value: answerOf(line, field),
    ...(field === 'status' && line.status
      ? { alike: [capital(line.status), line.status.slice(0, 1).toUpperCase()] }
      : {}),
  }));
}

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

function answerOf(line: Line, field: LineField): string | null {
  if (field === 'status') return line.status && statusWords[line.status];
  if (field === 'sharing') return line.sharing ? 'Yes' : 'No';
  return line[field];
}

const workforceColumns: readonly [keyof WorkforceRow & string, string, ColumnKind][] = [
  ['required', 'required', 'wte'],
  ['funded', 'funded', 'wte'],
  ['inPost', 'in post', 'wte'],
  ['requiredLessFunded', 'required less funded', 'wte'],
  ['vacancy', 'vacancy, net', 'wte'],
  ['grossVacancy', 'vacancy, gross', 'wte'],
  ['requiredLessInPost', 'required less in post', 'wte'],
  ['vacancyRate', 'vacancy rate', 'rate'],
  ['establishmentFill', 'establishment fill', 'rate'],
];

function workforce({ workforce: { rows } }: ReturnDocument): LmnsWorkbookField[] {
  return rows
    .filter(({ level }) => level === 'trust' || level === 'staff group')
    .flatMap((row) =>
      workforceColumns.map(([column, words, kind]) => ({
        key: `workforce ${row.staffGroup ?? 'all'} ${column}`,
        part: 'Workforce',
        title: `${row.staffGroup ?? 'All staff groups'}: ${words}`,
        kind,
        value: row[column],
      })),
    );
}

function figures({ figures: all }: ReturnDocument): LmnsWorkbookField[] {
  return all.flatMap((figure) => [
    {
      key: `figure ${figure.reference} ${figure.key}: sentence`,
      part: `Figures of ${figure.reference}`,
      title: `${figure.title}, in a sentence`,
      kind: 'long_text' as const,
      value: figure.sentence,
    },
    ...figure.measures.map(({ key, title, kind, value }) => ({
      key: `figure ${figure.reference} ${figure.key}: ${key}`,
      part: `Figures of ${figure.reference}`,
      title: `${figure.title}: ${title}`,
      kind,
      value,
    })),
  ]);
}

function measures({ measures: { definitions, values } }: ReturnDocument): LmnsWorkbookField[] {
  const known = new Map(definitions.map((definition) => [definition.id, definition]));
  return values.flatMap((value) => {
    const { measure, group, numerator, denominator } = value;
    const definition = known.get(measure);
    if (!definition) return [];
    const kind = definition.unit === 'wte' || definition.unit === 'minutes' ? definition.unit : 'count';
    const common = { part: 'Measures', key: `measure ${measure} ${group ?? 'all'}` };
    const name = `${definition.shortName}${group === null ? '' : `, ${group}`}`;
    return [
      { ...common, key: `${common.key} numerator`, title: `${name}: numerator`, kind, value: numerator } as const,
      { ...common, key: `${common.key} denominator`, title: `${name}: denominator`, kind, value: denominator } as const,
      ...(numerator !== null && denominator !== null && definition.denominator !== null
        ? [
            {
              ...common,
              key: `${common.key} rate`,
              title: `${name}: rate`,
              kind: 'rate' as const,
              value: { numerator: numerator * definition.denominatorPer, denominator },
            },
          ]
        : []),
    ];
  });
}
