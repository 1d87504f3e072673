import { useQuery } from '@tanstack/react-query';
import type { GapRow, GapShown } from '#contract';
import { planner } from '../../../client/planner.ts';
import { Answered } from '../../../components/Answered.tsx';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { dateText, hoursText, wteText } from '../../../components/numbers.ts';
import { MadeLine } from '../../../components/MadeLine.tsx';
import { gapMade } from '../figures.ts';
import { type Behind, bandText, positionAt } from './rows.ts';
import { awayText } from './words.ts';
import { DialogFoot } from '../../../components/DialogFoot.tsx';

const parts: Record<GapRow['part'], string> = {
  required: 'Required',
  funded: 'Funded',
  inPost: 'In post',
  away: 'Away',
  bank: 'Bank',
  agency: 'Agency',
};

const whyText = ({ why, part }: GapRow) => {
  if (why === null) return '';
  return part === 'away' ? (awayText[why as keyof typeof awayText] ?? why) : dateText(why);
};

const columns = (cover: boolean): Column<GapRow>[] => [
  {
    key: 'source',
    title: 'File and row',
    value: ({ fileName, sheet, row }) => [fileName, sheet, row === null ? '' : `row ${row}`].filter(Boolean).join(', '),
    header: true,
  },
  {
    key: 'part',
    title: 'Part',
    value: ({ part }) => parts[part],
    means: 'The part of the figure that the row counts for.',
  },
  { key: 'what', title: 'Post', value: ({ what }) => what },
  { key: 'who', title: 'Who', value: ({ who }) => who },
  { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
  { key: 'costCentre', title: 'Cost centre', value: ({ costCentre }) => costCentre },
  { key: 'band', title: 'Group and band', value: ({ groupName, band }) => `${groupName}, ${bandText(band)}` },
  {
    key: 'why',
    title: cover ? 'Day' : 'Why',
    means: 'The day of the shift, or why the row counts as it does.',
    value: whyText,
  },
  cover
    ? {
        key: 'minutes',
        title: 'Hours worked',
        number: true,
        value: ({ minutes }) => (minutes ?? 0) / 60,
        show: ({ minutes }) => hoursText(minutes ?? 0),
        means: 'Hours of bank and agency shifts that were worked, breaks left out.',
      }
    : {
        key: 'wte',
        title: 'WTE',
        number: true,
        value: ({ wte }) => (wte ?? 0) / 100_000,
        show: ({ wte }) => wteText(wte),
        means: 'What the row adds to the figure.',
      },
];

interface GapBehindProps {
  gap: GapShown;
  scope: { trust: string; on: string; groups: string[] | undefined };
  behind: Behind;
  onClose: () => void;
}

/** Hours of shifts, as the table adds them up. */
const coverText = (rows: readonly GapRow[]) =>
  `${hoursText(rows.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0))} hours`;

/** The rows that a figure is made of, with file, sheet and row; they add up to it. Beside them the panel of how it was made. */
export function GapBehind({ gap, scope, behind, onClose }: GapBehindProps) {
  const { title, rate, ...figure } = behind;
  const rows = useQuery({
    queryKey: ['gap rows', scope, figure],
    queryFn: () => planner.establishment.gapRows({ ...scope, ...figure, limit: 1000 }),
  });
  const position = positionAt(gap, figure);
  const cover = figure.measure === 'bank' || figure.measure === 'agency';
  return (
    <Dialog title={title} wide onClose={onClose}>
      <Answered query={rows}>
        {({ total, wte, minutesOfWte, rows: found }) => (
          <>
            {position && (
              <MadeLine
                name={title}
                value={wte === null ? coverText(found) : `${wteText(wte)} WTE`}
                making={gapMade(gap, figure.measure, position)}
                remark={rate && `Vacancy rate: ${rate}`}
              />
            )}
            {rate && <p>Vacancy rate: {rate}.</p>}
            {minutesOfWte && (
              <p>
                1.00 WTE works {hoursText(Math.round(minutesOfWte.numerator / minutesOfWte.denominator))} hours over the
                same days.
              </p>
            )}
            {total > found.length && (
              <p>
                The first {found.length} of {total} rows. Choose one unit to see all of them.
              </p>
            )}
            {found.length === 0 ? (
              <p>
                No row stands behind it: the import holds none for this unit, staff group and band, so it is nought.
              </p>
            ) : (
              <DataTable
                caption={`Rows of ${title}`}
                columns={columns(cover)}
                rows={found}
                rowKey={({ part, batch, row, what, band, unit }) => `${part} ${batch} ${row} ${unit} ${what} ${band}`}
                footer={
                  <tr className="table__total">
                    <th scope="row" colSpan={8}>
                      {found.length} rows
                    </th>
                    <td className="number">
                      {cover
                        ? hoursText(found.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0))
                        : wteText(found.reduce((sum, row) => sum + (row.wte ?? 0), 0))}
                    </td>
                  </tr>
                }
              />
            )}
          </>
        )}
      </Answered>
      <DialogFoot onCancel={onClose} />
    </Dialog>
  );
}
