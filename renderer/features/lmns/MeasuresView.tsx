import type { MeasureDefinition, SystemCompile } from '#contract';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { figureText, measureName, numberText } from '../../components/measure-words.ts';
import { besides } from './compile-words.ts';

interface Row {
  definition: MeasureDefinition;
  group: string | null;
  table: SystemCompile['measures'][number]['groups'][number]['tables'][number];
}

interface MeasuresViewProps {
  system: SystemCompile;
  onMeasure: (id: string, group: string | null) => void;
}

/** Every measure: the system's figure with its sums, and each trust's beside it; what not to compare is said. */
export function MeasuresView({ system, onMeasure }: MeasuresViewProps) {
  const { measures, trusts, hideBelow } = system;
  const rows = measures.flatMap(({ definition, groups }): Row[] =>
    groups.flatMap(({ group, tables }) => {
      const [table] = tables.slice(-1);
      return table ? [{ definition, group, table }] : [];
    }),
  );
  if (rows.length === 0)
    return (
      <EmptyState title="No measures">
        <p>The returns of this period hold no measures: they were made before measures travelled with a return.</p>
      </EmptyState>
    );
  const columns: Column<Row>[] = [
    {
      key: 'measure',
      title: 'Measure',
      value: ({ definition, group }) => measureName(definition, group),
      header: true,
      show: ({ definition, group }) => (
        <>
          <button type="button" className="link" onClick={() => onMeasure(definition.id, group)}>
            {measureName(definition, group)}
          </button>
          {definition.definedBy && <small>defined by {definition.definedBy.name}</small>}
        </>
      ),
    },
    {
      key: 'line',
      title: 'Lines',
      value: ({ definition }) => definition.references.join(', '),
      means: 'Lines of the Theme 2 return that the measure proves.',
    },
    {
      key: 'system',
      title: 'System',
      value: ({ definition, table }) => figureText(table.system, definition, hideBelow),
      number: true,
      show: ({ definition, table: { system: all } }) => (
        <>
          <strong>{figureText(all, definition, hideBelow)}</strong>
          {definition.denominator !== null && all.numerator !== null && (
            <small>
              {numberText(all, 'numerator', definition.unit, hideBelow)} of{' '}
              {numberText(all, 'denominator', definition.unit, hideBelow)}
            </small>
          )}
        </>
      ),
      means: 'Numerators of all trusts ÷ their denominators: summed, never averaged.',
    },
    ...trusts.map(({ code, name }): Column<Row> => {
      const cellOf = ({ table }: Row) => table.cells.find(({ trust }) => trust === code);
      const text = (row: Row) => {
        const cell = cellOf(row);
        return cell?.returned ? figureText(cell, row.definition, hideBelow) : 'no figure';
      };
      return {
        key: code,
        title: name,
        value: text,
        number: true,
        means: 'The figure of the trust as it returned it.',
        show: (row) => {
          const cell = cellOf(row);
          return (
            <>
              {text(row)}
              {cell?.restated && <small className="heat__note"> restated</small>}
              {cell && cell.rank !== null && <small className="heat__note"> rank {cell.rank}</small>}
            </>
          );
        },
      };
    }),
    {
      key: 'beside',
      title: 'Beside it',
      value: ({ table }) => besides(table).join(' '),
      show: ({ table }) => {
        const said = besides(table);
        return (
          <>
            {table.comparable ? 'Comparable' : 'Not ranked'}
            {said.length > 0 && <small>{said.join(' ')}</small>}
          </>
        );
      },
      means: 'What has to be known to read the figure: trusts without one, restated, or counted otherwise.',
    },
  ];
  return (
    <div className="measures">
      <DataTable
        caption={`Measures, ${system.title}`}
        columns={columns}
        rows={rows}
        rowKey={({ definition, group }) => `${definition.id} ${group ?? ''}`}
      />
    </div>
  );
}
