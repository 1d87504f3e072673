import { useState } from 'react';
import type { StaffInPostShown } from '#contract';
import { Choose } from '../../components/Choose.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { planner } from '../../client/planner.ts';
import { useSignedIn } from '../../client/session.ts';
import { useTrust } from '../../client/trust.ts';
import { ExportButton } from '../../components/ExportButton.tsx';
import { ShareButton } from '../../components/ShareButton.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { wteText } from '../../components/numbers.ts';
import { type Place, placeText, type Rows, sumBy, type SumRow } from './sums.ts';
import { StaffTrend } from './StaffTrend.tsx';
import { RowsBehind } from './RowsBehind.tsx';
import { UnmappedCodes } from './UnmappedCodes.tsx';
import { formulaOf } from '../../components/making.ts';
import { staffMade } from './figures.ts';

const places: { key: Place; title: string }[] = [
  { key: 'unit', title: 'Unit' },
  { key: 'group', title: 'Staff group' },
  { key: 'band', title: 'Staff group and band' },
  { key: 'costCentre', title: 'Cost centre' },
];

/** WTE in post on the day of a staff list, by what the person chooses, and from list to list. */
export function StaffNumbers({ figures }: { figures: StaffInPostShown }) {
  const trust = useTrust();
  const { isOn } = useSignedIn();
  const [by, setBy] = useState<Place>('unit');
  const [behind, setBehind] = useState<Rows | null>(null);
  const support = figures.groups.find(({ group }) => group === 'support');
  const support07 = figures.staffGroups.find(({ group, staffGroup }) => group === 'support' && staffGroup === '07');
  const unmapped = figures.groups.find(({ group }) => group === 'unmapped');
  const rows = sumBy(figures, by);
  const all = { title: 'All staff in post', which: 'in_post' as const };
  const formula = (key: string) => formulaOf(figures.formulas, key);
  const made = staffMade(figures);

  return (
    <>
      <Figures>
        <Figure
          name="Staff in post"
          value={`${wteText(figures.wte)} WTE`}
          making={made.inPost}
          remark={`${figures.people} people with ${figures.assignments} assignments`}
          onRows={() => setBehind({ ...all, formula: formula('wte') })}
        />
        <Figure
          name="Active assignments"
          value={figures.available === null ? 'Not known' : `${wteText(figures.available)} WTE`}
          making={made.active}
          remark={
            figures.available === null
              ? 'the staff list gives no assignment status'
              : `${wteText(figures.wte - figures.available)} WTE away: maternity leave, career break and the like`
          }
          onRows={() => setBehind({ title: 'Active assignments', which: 'available', formula: formula('available') })}
        />
        <Figure
          name="Maternity support workers"
          value={`${wteText(support?.wte ?? 0)} WTE`}
          making={made.support}
          remark={`${wteText(support07?.wte ?? 0)} WTE is in NHS staff group 07, which a list filtered on 03 leaves out`}
          onRows={() =>
            setBehind({
              title: 'Maternity support workers',
              which: 'in_post',
              group: 'support',
              formula: formula('wte'),
            })
          }
        />
        <Figure
          name="Not mapped to a group"
          value={`${wteText(unmapped?.wte ?? 0)} WTE`}
          making={made.unmapped}
          remark={
            unmapped ? 'in the total and in no group: map their codes below' : 'every occupation code has a group'
          }
          {...(unmapped && {
            onRows: () =>
              setBehind({
                title: 'Not mapped to a group',
                which: 'in_post',
                group: 'unmapped',
                formula: formula('wte'),
              }),
          })}
        />
      </Figures>
      {unmapped && <UnmappedCodes />}
      <div className="section-head">
        <h2>In post by {places.find(({ key }) => key === by)?.title.toLowerCase()}</h2>
        <Choose
          title="By"
          value={by}
          choices={places.map(({ key, title }) => ({ key, name: title }))}
          onChoose={setBy}
        />
      </div>
      <DataTable
        caption={`Staff in post by ${by}`}
        columns={columns(by, setBehind, formula)}
        rows={rows}
        rowKey={({ title }) => title}
        tools={
          <>
            {isOn('retention') && (
              <ShareButton file={(profile) => planner.retention.staffFile({ trust: trust.code, profile })} />
            )}{' '}
            <ExportButton
              table={() => ({
                title: 'Staff in post',
                subtitle: `By the staff list of ${figures.census}`,
                columns: [
                  { heading: placeText(by), kind: 'text' },
                  { heading: 'Assignments', kind: 'count' },
                  { heading: 'In post, WTE', kind: 'wte' },
                  { heading: 'Active, WTE', kind: 'wte' },
                ],
                rows: [
                  ...rows.map((row) => ({
                    kind: 'row' as const,
                    values: [row.title, row.assignments, row.wte, row.available],
                  })),
                  { kind: 'total', values: ['All', figures.assignments, figures.wte, figures.available] },
                ],
                definitions: figures.formulas.map(({ figure, formula: meaning }) => ({ term: figure, meaning })),
              })}
            />
          </>
        }
        footer={
          <tr className="table__total">
            <th scope="row">All</th>
            <td className="number">{figures.assignments}</td>
            <td className="number">{wteText(figures.wte)}</td>
            <td className="number">{wteText(figures.available)}</td>
          </tr>
        }
      />
      <StaffTrend by={by} />
      {behind && <RowsBehind rows={behind} on={figures.census} onClose={() => setBehind(null)} />}
    </>
  );
}

function columns(by: Place, onRows: (rows: Rows) => void, formula: (key: string) => string): Column<SumRow>[] {
  return [
    { key: 'title', title: placeText(by), value: ({ title }) => title, header: true },
    {
      key: 'assignments',
      title: 'Assignments',
      value: ({ assignments }) => assignments,
      number: true,
      means: 'Rows of the staff list with a contract on the day.',
    },
    {
      key: 'wte',
      title: 'In post, WTE',
      number: true,
      value: ({ wte }) => wte / 100_000,
      show: (row) => (
        <button
          type="button"
          className="link"
          aria-label={`${wteText(row.wte)}: rows of ${row.title}`}
          onClick={() => onRows({ title: row.title, which: 'in_post', formula: formula('wte'), ...row.filter })}
        >
          {wteText(row.wte)}
        </button>
      ),
      means: 'WTE of permanent and fixed-term staff with a contract on the day, also while on leave.',
    },
    {
      key: 'available',
      title: 'Active, WTE',
      number: true,
      value: ({ available }) => (available === null ? null : available / 100_000),
      show: (row) =>
        row.available === null ? (
          wteText(row.available)
        ) : (
          <button
            type="button"
            className="link"
            aria-label={`${wteText(row.available)} active: rows of ${row.title}`}
            onClick={() =>
              onRows({
                title: `${row.title}, active assignments`,
                which: 'available',
                formula: formula('available'),
                ...row.filter,
              })
            }
          >
            {wteText(row.available)}
          </button>
        ),
      means: 'Of these, those who are not on leave, secondment or career break.',
    },
  ];
}
