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
import { staffMade, sumMade } from './figures.ts';

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
  const made = staffMade(figures);
  const wte = (of: number | null | undefined) => `${wteText(of ?? 0)} WTE`;
  const inPost = { value: wte(figures.wte), making: made.inPost };
  const available = { value: wte(figures.available), making: made.active };
  const ofSupport = { value: wte(support?.wte), making: made.support };
  const ofUnmapped = { value: wte(unmapped?.wte), making: made.unmapped };

  return (
    <>
      <Figures>
        <Figure
          name="Staff in post"
          {...inPost}
          remark={`${figures.people} people with ${figures.assignments} assignments`}
          onRows={() => setBehind({ title: 'All staff in post', which: 'in_post', ...inPost })}
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
          onRows={() => setBehind({ title: 'Active assignments', which: 'available', ...available })}
        />
        <Figure
          name="Maternity support workers"
          {...ofSupport}
          remark={`${wteText(support07?.wte ?? 0)} WTE is in NHS staff group 07, which a list filtered on 03 leaves out`}
          onRows={() =>
            setBehind({
              title: 'Maternity support workers',
              which: 'in_post',
              group: 'support',
              ...ofSupport,
            })
          }
        />
        <Figure
          name="Not mapped to a group"
          {...ofUnmapped}
          remark={
            unmapped ? 'in the total and in no group: map their codes below' : 'every occupation code has a group'
          }
          {...(unmapped && {
            onRows: () =>
              setBehind({
                title: 'Not mapped to a group',
                which: 'in_post',
                group: 'unmapped',
                ...ofUnmapped,
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
        columns={columns(by, figures, setBehind)}
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
      <StaffTrend by={by} formulas={figures.formulas} />
      {behind && <RowsBehind rows={behind} on={figures.census} onClose={() => setBehind(null)} />}
    </>
  );
}

function columns(by: Place, figures: StaffInPostShown, onRows: (rows: Rows) => void): Column<SumRow>[] {
  const rowsOf = (row: SumRow, which: Rows['which'], title: string) =>
    onRows({
      title,
      which,
      value: `${wteText(which === 'in_post' ? row.wte : (row.available ?? 0))} WTE`,
      making: sumMade(figures, row, which),
      ...row.filter,
    });
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
          onClick={() => rowsOf(row, 'in_post', row.title)}
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
            onClick={() => rowsOf(row, 'available', `${row.title}, active assignments`)}
          >
            {wteText(row.available)}
          </button>
        ),
      means: 'Of these, those who are not on leave, secondment or career break.',
    },
  ];
}
