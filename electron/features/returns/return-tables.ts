import type { MeasureDefinition, ReturnDocument, TableRow } from '#contract';
import type { NamedTable } from '../../exports/csv.ts';
import type { SheetTable } from '../../exports/layout.ts';
import { definerInWords } from './calculations/own-measures.ts';
import { valueInWords } from './calculations/words.ts';
import { fingerprintOf } from './own-measures/measures-file.ts';
import { changesTable, evidenceTable, restatementsTable } from './workbook-beside.ts';
import {
  coverTable,
  linesTable,
  rosterTable,
  sharedTable,
  temporaryTable,
  wordingTable,
  workforceTable,
} from './workbook-tables.ts';

/** Every table of a return, in the order of its workbook; tables without rows have only their headings. */
export function returnTables(document: ReturnDocument): NamedTable[] {
  return [
    { name: 'cover', table: coverTable(document) },
    { name: 'lines', table: linesTable(document) },
    { name: 'evidence', table: evidenceTable(document) },
    { name: 'wording', table: wordingTable(document) },
    { name: 'figures', table: figuresTable(document) },
    { name: 'measures', table: measuresTable(document) },
    { name: 'workforce', table: workforceTable(document) },
    { name: 'shift-fill', table: rosterTable(document) },
    { name: 'temporary-staffing', table: temporaryTable(document) },
    { name: 'shared', table: sharedTable(document) },
    ...(document.sinceBefore ? [{ name: 'changes', table: changesTable(document, document.sinceBefore) }] : []),
    { name: 'corrections', table: restatementsTable(document) },
  ];
}

const subtitleOf = ({ trust, title }: ReturnDocument) => `${trust.name} (${trust.code}) · ${title}`;
const text = (heading: string) => ({ heading, kind: 'text' as const });

/** Figures one measure a row, each value in words with its unit and beside it as numbers. */
function figuresTable(document: ReturnDocument): SheetTable {
  const rows = document.figures.flatMap((figure) =>
    figure.measures.map(({ title, kind, value, formula, inputs, note, workedOut }): TableRow => {
      const { numerator, denominator } =
        typeof value === 'object' && value !== null
          ? value
          : { numerator: typeof value === 'number' ? value : null, denominator: null };
      const remarks = [
        workedOut === undefined
          ? null
          : `Overruled: worked out as ${valueInWords(kind, workedOut)}. ${figure.decision?.reason ?? ''}`,
        note,
        ...figure.warnings,
      ];
      return {
        kind: 'row',
        values: [
          figure.reference,
          figure.title,
          title,
          valueInWords(kind, value),
          kind,
          numerator,
          denominator,
          formula,
          inputs.map((input) => `${input.title} ${valueInWords(input.kind, input.value)}`).join('; '),
          figure.of,
          figure.source,
          remarks.filter((one) => one !== null).join(' '),
        ],
      };
    }),
  );
  const count = (heading: string) => ({ heading, kind: 'count' as const });
  return {
    title: 'Figures and how they were made',
    subtitle: subtitleOf(document),
    columns: [
      ...['Line', 'Figure', 'Measure', 'Value', 'Kind'].map(text),
      count('Value or numerator'),
      count('Denominator'),
      ...['Formula', 'Inputs', 'Of', 'Source', 'Remarks'].map(text),
    ],
    rows,
  };
}

function measuresTable(document: ReturnDocument): SheetTable {
  const { definitions, values } = document.measures;
  const known = new Map(definitions.map((definition) => [definition.id, definition]));
  return {
    title: 'Measures',
    subtitle: subtitleOf(document),
    columns: [
      ...['Id', 'Measure', 'Part', 'Unit'].map(text),
      { heading: 'Numerator', kind: 'count' },
      { heading: 'Denominator', kind: 'count' },
      { heading: 'Denominator is divided by', kind: 'count' },
      ...['Numerator is', 'Denominator is'].map(text),
      { heading: 'From', kind: 'date' },
      { heading: 'On', kind: 'date' },
      ...['Formula', 'Pack', 'Defined by', 'Definition', 'Leaves out', 'Standardised', 'Source', 'Note'].map(text),
    ],
    rows: values.map((own) => ({
      kind: 'row',
      values: [
        own.measure,
        known.get(own.measure)?.shortName ?? null,
        own.group,
        known.get(own.measure)?.unit ?? null,
        own.numerator,
        own.denominator,
        known.get(own.measure)?.denominatorPer ?? null,
        own.numeratorState,
        own.denominatorState,
        own.from,
        own.on,
        own.formula,
        own.pack,
        ...definedAs(known.get(own.measure)),
        own.note ?? null,
      ],
    })),
  };
}

/** Who defines a measure, what tells its definition from others, what it leaves out, and where its numbers come from. */
function definedAs(definition: MeasureDefinition | undefined): (string | null)[] {
  if (!definition) return [null, null, null, null, null];
  const { exclusions, standardisation, source } = definition;
  return [definerInWords(definition), fingerprintOf(definition), exclusions, standardisation, source];
}
