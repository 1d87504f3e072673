import type { ReturnDocument, TableRow } from '#contract';
import { writeCell } from '../../exports/cell.ts';
import type { SheetTable } from '../../exports/layout.ts';
import { addTableSheet, HEADING_ROW } from '../../exports/sheet.ts';
import type { Workbook } from '../../exports/workbook.ts';
import {
  kindOfUnit,
  madeBy,
  measuredOf,
  measureInWords,
  stateInWords,
  unitNames,
} from './calculations/measure-words.ts';

const NUMERATOR_COLUMN = 4;

const columns: SheetTable['columns'] = [
  { heading: 'Measure', kind: 'text', width: 24 },
  { heading: 'Part', kind: 'text', width: 20 },
  { heading: 'Figure', kind: 'text', width: 14 },
  { heading: 'Numerator', kind: 'count', width: 13 },
  { heading: 'Denominator', kind: 'count', width: 13 },
  { heading: 'In', kind: 'text', width: 10 },
  { heading: 'What is counted', kind: 'long_text', width: 26 },
  { heading: 'Of what', kind: 'long_text', width: 26 },
  { heading: 'Leaves out', kind: 'long_text', width: 26 },
  { heading: 'From', kind: 'date', width: 12 },
  { heading: 'On', kind: 'date', width: 12 },
  { heading: 'Defined by', kind: 'text', width: 22 },
  { heading: 'Note', kind: 'long_text', width: 24 },
  { heading: 'Lines', kind: 'text', width: 10 },
  { heading: 'Id', kind: 'text', width: 20 },
];

/** The measures of a return, each with what it is made of; its numbers stand in the unit of the measure. */
export function addMeasures(workbook: Workbook, document: ReturnDocument): void {
  const measured = measuredOf(document.measures);
  if (measured.length === 0) return;
  const rows = measured.map(
    ({ definition, value }): TableRow => ({
      kind: 'row',
      values: [
        definition.shortName,
        value.group,
        measureInWords(definition, value),
        stateInWords(value.numeratorState),
        definition.denominator === null ? null : stateInWords(value.denominatorState),
        unitNames[definition.unit],
        definition.numerator,
        definition.denominator === null
          ? 'nothing: it is a number'
          : definition.denominatorPer === 1
            ? definition.denominator
            : `${definition.denominator}, divided by ${definition.denominatorPer}`,
        definition.exclusions,
        value.from,
        value.on,
        madeBy(definition, value),
        value.note ?? null,
        definition.references.join(', '),
        definition.id,
      ],
    }),
  );
  const sheet = addTableSheet(workbook, 'Measures', {
    title: 'Measures and what they are made of',
    subtitle: `${document.trust.name} (${document.trust.code}) · ${document.title}; numbers of few people are withheld`,
    columns,
    rows,
  });
  for (const [index, { definition, value }] of measured.entries())
    for (const [place, part] of (['numerator', 'denominator'] as const).entries())
      if (value[part] !== null)
        writeCell(
          sheet.getCell(HEADING_ROW + 1 + index, NUMERATOR_COLUMN + place),
          value[part],
          kindOfUnit(definition.unit),
        );
}
