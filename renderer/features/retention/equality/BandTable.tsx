import { useMemo } from 'react';
import type { EqualityBand, WorkforceEquality } from '#contract';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { HowMade } from '../../../components/HowMade.tsx';
import { dateText } from '../../../components/numbers.ts';
import { ScreenLink } from '../../../components/ScreenLink.tsx';
import { bandsMade } from './figures.ts';
import { shareText } from './words.ts';

const allOf = ({ white, bme, unknown }: Pick<EqualityBand, 'white' | 'bme' | 'unknown'>) => white + bme + unknown;

/** Staff in post of each band by ethnic group, from the staff list. */
export function BandTable({ data }: { data: WorkforceEquality }) {
  const columns = useMemo((): Column<EqualityBand>[] => {
    const count = (key: 'white' | 'bme' | 'unknown', title: string): Column<EqualityBand> => ({
      key,
      title,
      number: true,
      value: (band) => band[key],
      means: 'People in post of the band by ethnic origin on the staff list; one with two assignments counts once.',
    });
    return [
      { key: 'name', title: 'Band', header: true, value: ({ name }) => name },
      ...data.groups.map(({ key, name }) => count(key, name)),
      {
        key: 'all',
        title: 'All',
        number: true,
        value: allOf,
        means: 'White, Black and minority ethnic, and not stated or unknown together.',
      },
      {
        key: 'share',
        title: 'Black and minority ethnic, share',
        number: true,
        share: true,
        value: (band) => band.bme / allOf(band),
        show: (band) => shareText({ counted: band.bme, outOf: allOf(band) }),
        means: 'Black and minority ethnic ÷ all of the band.',
      },
    ];
  }, [data.groups]);
  const sum = (key: 'white' | 'bme' | 'unknown') => data.bands.reduce((total, band) => total + band[key], 0);
  const total = { white: sum('white'), bme: sum('bme'), unknown: sum('unknown') };
  if (data.list === null)
    return (
      <EmptyState
        title="No staff list tells this"
        action={
          <ScreenLink to="/imports" look="button">
            Import a staff list
          </ScreenLink>
        }
      >
        <p>
          No staff list of this day or before it says the ethnic origin of staff. Import one from ESR with the column
          Ethnic Origin, or enter heads by group at indicator 1.
        </p>
      </EmptyState>
    );
  return (
    <>
      <DataTable
        caption="Staff in post by band and ethnic group"
        columns={columns}
        rows={data.bands}
        rowKey={({ key }) => key}
        footer={
          <tr>
            <th scope="row">All bands</th>
            {data.groups.map(({ key }) => (
              <td key={key} className="number">
                {total[key]}
              </td>
            ))}
            <td className="number">{allOf(total)}</td>
            <td className="number">
              {shareText({ counted: total.bme, outOf: allOf(total) })}{' '}
              <HowMade
                name="Black and minority ethnic, share of all bands"
                value={shareText({ counted: total.bme, outOf: allOf(total) })}
                making={bandsMade(data)}
              />
            </td>
          </tr>
        }
      />
      <p className="below-table">
        Staff list of {dateText(data.list.census)}: {data.list.people} people, each once, by the primary assignment,
        without bank staff. Every count is shown here: keep it inside the trust.
      </p>
    </>
  );
}
