import type { ColumnKind, TableRow, TableValue } from '../../../../contract/exports.ts';
import type { Paper, PaperBlock } from '../../../../contract/papers.ts';
import { dateInWords } from '../../../../core/dates.ts';
import { roundedPercent } from '../../../../core/rates.ts';
import { countInWords } from '../../../../core/words.ts';
import { decimalInWords } from '../words.ts';

/** A table of a pack: in the Word file below its part, in the workbook on a sheet of its own. */
export interface EvidenceTable {
  /** Name of its sheet, 31 letters at the most. */
  readonly sheet: string;
  readonly title: string;
  readonly columns: readonly { readonly heading: string; readonly kind: ColumnKind }[];
  readonly rows: readonly TableRow[];
  readonly notes: readonly string[];
}

/** A part of a pack: sentences, what is missing, and tables. */
export interface EvidencePart {
  readonly title: string;
  readonly says: readonly string[];
  readonly missing: readonly string[];
  readonly tables: readonly EvidenceTable[];
}

/** A pack as both of its files are made of it, so that they say the same. */
export interface EvidencePack {
  readonly title: string;
  readonly subtitle: string;
  readonly parts: readonly EvidencePart[];
  readonly definitions: readonly { readonly term: string; readonly meaning: string }[];
  readonly sources: readonly string[];
}

export interface Made {
  readonly on: string;
  readonly at: string;
  readonly version: string;
}

export const column = (heading: string, kind: ColumnKind = 'text') => ({ heading, kind });
export const row = (...values: TableValue[]): TableRow => ({ kind: 'row', values });

export const madeWith = ({ on, version }: Made): string =>
  `Made on ${dateInWords(on)} with Maternity Workforce Planner ${version}.`;

/** The pack as a paper: what it says, its parts, the definitions, and where it all comes from. */
export function paperOf(pack: EvidencePack, made: Made): Paper {
  const says = pack.parts.flatMap((part) => part.says.slice(0, 1));
  return {
    title: pack.title,
    subtitle: pack.subtitle,
    foot: pack.subtitle,
    madeOn: made.on,
    madeAt: made.at,
    blocks: [
      { kind: 'heading', level: 1, text: 'What this pack says' },
      { kind: 'list', items: says.length > 0 ? says : ['There is nothing to show yet.'] },
      ...pack.parts.flatMap(blocksOf),
      { kind: 'heading', level: 1, text: 'Definitions' },
      { kind: 'definitions', items: pack.definitions.map(({ term, meaning }) => ({ term, meaning })) },
      { kind: 'heading', level: 1, text: 'Where it comes from' },
      { kind: 'list', items: [...pack.sources, madeWith(made)] },
    ],
  };
}

function blocksOf({ title, says, missing, tables }: EvidencePart): PaperBlock[] {
  return [
    { kind: 'heading', level: 1, text: title },
    ...says.map((text): PaperBlock => ({ kind: 'paragraph', text })),
    ...missing.map((text): PaperBlock => ({ kind: 'note', text })),
    ...tables.map(
      (table): PaperBlock => ({
        kind: 'table',
        title: table.title,
        columns: table.columns.map(({ heading, kind }) => ({
          heading,
          kind: kind === 'text' || kind === 'long_text' || kind === 'date' ? 'words' : 'figure',
        })),
        rows: table.rows.map(({ kind, values }) => ({
          kind: kind === 'row' ? 'row' : 'total',
          cells: values.map((value, at) => inWords(value, table.columns[at]?.kind ?? 'text')),
        })),
        notes: [...table.notes],
      }),
    ),
  ];
}

/** A value as a paper prints it. */
function inWords(value: TableValue, kind: ColumnKind): string {
  if (value === null) return '–';
  if (typeof value === 'string') return kind === 'date' && /^\d{4}-/.test(value) ? dateInWords(value) : value;
  if (typeof value === 'object') {
    const percent = roundedPercent(value);
    return percent === null ? '–' : `${percent.toFixed(2)} %`;
  }
  if (kind === 'wte') return decimalInWords(value, 100_000);
  if (kind === 'minutes') return decimalInWords(value, 60);
  return countInWords(value);
}
