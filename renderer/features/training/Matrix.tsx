import type { TrainingCell, TrainingCompliance } from '#contract';
import { Status } from '../../components/Status.tsx';
import type { Behind } from './PeopleDialog.tsx';
import { fractionText, nameIn, shareText } from './words.ts';
import { DataTable, type Column } from '../../components/DataTable.tsx';

export type Measure = 'inDate' | 'attended' | 'atEnd';
const meetsOf = { inDate: 'meets', attended: 'meetsAttended', atEnd: 'meetsAtEnd' } as const;

const measures: Record<Measure, string> = {
  inDate: 'People of the staff group in post on the day who are in date ÷ all who are counted.',
  attended: 'People of the staff group who attended within the scheme’s year ÷ all who are counted.',
  atEnd: 'People of the staff group who are still in date at the end of the scheme’s year ÷ all who are counted.',
};

interface MatrixProps {
  data: TrainingCompliance;
  measure: Measure;
  onOpen: (behind: Behind) => void;
}

/** Each course by each staff group: the exact fraction, its share, and whether that reaches the threshold. */
export function Matrix({ data, measure, onOpen }: MatrixProps) {
  const cellOf = (course: string, group: string) =>
    data.cells.find((cell) => cell.course === course && cell.group === group);
  const columns: Column<TrainingCompliance['courses'][number]>[] = [
    { key: 'course', title: 'Course', header: true, value: ({ name }) => name },
    ...data.groups.map(
      ({ key, name }): Column<TrainingCompliance['courses'][number]> => ({
        key,
        title: name,
        value: (course) => {
          const cell = cellOf(course.key, key);
          if (!cell) return 'not counted';
          const rate = cell[measure];
          if (rate.denominator === 0) return 'nobody in post';
          return `${fractionText(rate)}, ${shareText(rate, cell[meetsOf[measure]], data.threshold)}`;
        },
        show: (course) => {
          const cell = cellOf(course.key, key);
          if (!cell) return <span className="quiet">not counted</span>;
          return <Cell cell={cell} data={data} measure={measure} onOpen={onOpen} />;
        },
        means: measures[measure],
      }),
    ),
  ];
  return (
    <>
      <DataTable
        className="table--dense compliance"
        caption="Compliance by course and staff group"
        columns={columns}
        rows={data.courses}
        rowKey={({ key }) => key}
      />
      {data.remarks.length > 0 && <p className="note">{data.remarks.map(({ message }) => message).join(' ')}</p>}
    </>
  );
}

function Cell({ cell, data, measure, onOpen }: { cell: TrainingCell } & MatrixProps) {
  const rate = cell[measure];
  const meets = cell[meetsOf[measure]];
  const { course, group } = cell;
  const what = `${nameIn(data.courses, course)}, ${nameIn(data.groups, group)}`;
  if (rate.denominator === 0) return <span className="quiet">nobody in post</span>;
  const share = shareText(rate, meets, data.threshold);
  const open = (which: Behind['which'], title: string) => onOpen({ course, group, which, title: `${what}: ${title}` });
  return (
    <span className="compliance__cell">
      <button
        type="button"
        className="link"
        aria-label={`${fractionText(rate)}: ${what}`}
        onClick={() =>
          measure === 'attended' ? open('attended', 'attended') : open('counted', 'everybody who is counted')
        }
      >
        {fractionText(rate)}
      </button>
      <Status kind={meets === true ? 'green' : 'red'} word={share} />
      {measure === 'inDate' && cell.short > 0 && (
        <button
          type="button"
          className="link compliance__more"
          aria-label={`${cell.short} more wanting: ${what}`}
          onClick={() => open('missing', 'not in date')}
        >
          {cell.short} more
        </button>
      )}
      {measure === 'atEnd' && cell.lapsing > 0 && (
        <button
          type="button"
          className="link compliance__more"
          aria-label={`${cell.lapsing} lapse: ${what}`}
          onClick={() => open('lapsing', 'lapse before the scheme’s date')}
        >
          {cell.lapsing} lapse
        </button>
      )}
      {measure === 'inDate' && cell.underPlan !== null && (
        <small>under the rotation plan {fractionText(cell.underPlan)}</small>
      )}
      {measure === 'inDate' && cell.atScreen > 0 && <small>{cell.atScreen} at a screen alone</small>}
    </span>
  );
}
