import { tableNames } from './connection.ts';
import type { Database } from './database.ts';

/** Tables whose name does not say in words what their rows are. */
const tableWords: Record<string, string> = {
  lmns: 'LMNS',
  lmns_record: 'LMNS record',
  theme2_return: 'Theme 2 return',
  own_preceptee: 'Preceptee',
  own_retention_action: 'Retention action',
  own_competency: 'Competency of our own',
  own_course: 'Course of our own',
  own_measure: 'Measure of our own',
  own_measure_value: 'Value of a measure of our own',
  preceptee_edit: 'Preceptee, changed by hand',
  retention_action_edit: 'Retention action, changed by hand',
  vacancy_edit: 'Vacancy, changed by hand',
  vacancy_post: 'Vacancy',
  rule_value: 'Rule',
};

const columnWords: Record<string, string> = {
  person: 'Employee number',
  rag: 'RAG',
  lead: 'Led by',
  at: 'Time',
  say_as: 'Said as',
  most: 'At the most',
  count_i: 'Count I',
  count_ii: 'Count II',
  count_iii: 'Count III',
  count_iv: 'Count IV',
  count_v: 'Count V',
};

/** Columns that hold nothing a person typed or chose: keys, places in a file, and what names are compared by. */
const HIDDEN =
  /^(id|key|name_key|trust_id|batch_id|row|columns|position|contents|sha256|bytes|mapping|headings|packs)$|_key$/;
/** Stays in its record: it is in no list. */
const WITHHELD: Record<string, ReadonlySet<string>> = { conversation: new Set(['note']) };

const sentence = (name: string) => {
  const words = name
    .replaceAll('_', ' ')
    .replace(/\bwte\b/g, 'WTE')
    .replace(/\blmns\b/g, 'LMNS')
    .replace(/\bpin\b/g, 'PIN');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What a row of a table is called: "Preceptee meeting". */
export const wordsOfTable = (table: string): string => tableWords[table] ?? sentence(table);

/** What a column is called where it is shown; null for one that is not. */
export function wordsOfColumn(column: string): string | null {
  if (HIDDEN.test(column)) return null;
  return columnWords[column] ?? sentence(column.replace(/_id$/, ''));
}

/** A field of a row that was changed; null where there was nothing. */
export interface ChangedField {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A row that a change touched, in words. */
export interface ChangedRow {
  readonly what: string;
  /** The row's own name, where it has one that may be told. */
  readonly name: string | null;
  readonly kind: 'added' | 'changed' | 'removed';
  readonly fields: ChangedField[];
  /** True where what it says is for one role alone. */
  readonly isConfidential: boolean;
}

type Values = Record<string, string | number | null>;
interface Note {
  readonly table: string;
  readonly before: string | null;
  readonly after: string | null;
  /** 1 where the record is confidential, or was. */
  readonly isConfidential: 0 | 1;
}

/** The rows that a change touched, in the fields' own words: what stood there before and what after. */
export function rowsOfChange(database: Database, notes: readonly Note[]): ChangedRow[] {
  const tables = new Set(tableNames(database.sqlite));
  return notes.map(({ table, before, after, ...note }): ChangedRow => {
    const [old, now] = [before, after].map((text) => (text === null ? null : (JSON.parse(text) as Values)));
    const one = now ?? old ?? {};
    const isConfidential = note.isConfidential === 1;
    const columns = Object.keys(one).filter((column) => old?.[column] !== now?.[column]);
    const fields = isConfidential
      ? []
      : columns.flatMap((column) => fieldOf(database, { table, tables, column, old, now }));
    const name = one['name'] ?? one['title'] ?? one['doctor'] ?? null;
    return {
      what: wordsOfTable(table),
      name: isConfidential || name === null ? null : String(name),
      kind: old === null || old === undefined ? 'added' : now === null ? 'removed' : 'changed',
      fields,
      isConfidential,
    };
  });
}

interface FieldNote {
  readonly table: string;
  readonly tables: ReadonlySet<string>;
  readonly column: string;
  readonly old: Values | null | undefined;
  readonly now: Values | null | undefined;
}

function fieldOf(database: Database, { table, tables, column, old, now }: FieldNote): ChangedField[] {
  const label = wordsOfColumn(column);
  if (label === null) return [];
  // Corrections are kept field by field: the field is what was changed.
  const field = (now ?? old)?.['field'];
  if (column === 'field' && table.endsWith('_edit')) return [];
  const words = column === 'value' && typeof field === 'string' ? (wordsOfColumn(field) ?? sentence(field)) : label;
  const shown = (values: Values | null | undefined) => {
    const value = values?.[column] ?? null;
    if (value === null || value === '') return null;
    if (WITHHELD[table]?.has(column)) return 'not shown here';
    const of = column.endsWith('_id') ? column.slice(0, -3) : '';
    if (tables.has(of)) return nameOf(database, of, Number(value));
    return valueText(column, value);
  };
  const [before, after] = [shown(old), shown(now)];
  return before === null && after === null ? [] : [{ label: words, before, after }];
}

function nameOf({ sqlite }: Database, table: string, id: number): string | null {
  const columns = sqlite.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
  const column = ['name', 'title', 'date'].find((one) => columns.includes(one));
  if (column === undefined) return null;
  const found = sqlite.prepare<[number], string>(`SELECT "${column}" FROM "${table}" WHERE id = ?`).pluck().get(id);
  return found ?? 'no longer there';
}

/** Columns of whole numbers that are no count but a yes or a no. */
const YES_OR_NO =
  /^(confidential|attended|signed_off|is_sample|has_planner|rest_given|competencies_complete|manager_signed|assessor_signed|preceptee_signed|coaching_offered|tool_complete|induction|settled)$/;

function valueText(column: string, value: string | number): string {
  if (typeof value === 'number') {
    if (YES_OR_NO.test(column)) return value === 1 ? 'yes' : 'no';
    if (/(^|_)wte$/.test(column)) return `${(Math.round(value / 1000) / 100).toFixed(2)} WTE`;
    if (column.endsWith('_minute'))
      return `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;
    return String(value);
  }
  if (!/^[[{]/.test(value)) return value;
  try {
    return flat(JSON.parse(value));
  } catch {
    return value;
  }
}

/** What is kept as a list or as fields within one, on one line. */
function flat(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(flat).join(', ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .filter(([, part]) => part !== null && part !== '')
    .map(([name, part]) => `${sentence(name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase())}: ${flat(part)}`)
    .join('; ');
}
