import { useState } from 'react';
import type { SystemCompile } from '#contract';
import { Choose } from '../../components/Choose.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { counted, wteText } from '../../components/numbers.ts';
import { DataTable, type Column } from '../../components/DataTable.tsx';
import { positionMeans } from '../../components/position-words.ts';
import { systemGapMade } from './figures.ts';

const ALL = 'All staff groups';
const gapKeys = ['requiredLessFunded', 'vacancy', 'requiredLessInPost'] as const;
const gapNames = {
  requiredLessFunded: 'Required − funded',
  vacancy: 'Vacancy (funded − in post)',
  requiredLessInPost: 'Required − in post',
};

const gapColumns = [
  ['required', 'Required', positionMeans.required],
  ['funded', 'Funded', positionMeans.funded],
  ['inPost', 'In post', positionMeans.inPost],
  ['requiredLessFunded', 'Required − funded', positionMeans.requiredLessFunded],
  ['vacancy', 'Vacancy, net', 'Funded less in post; what is over in one place makes up for what is short in another.'],
  ['grossVacancy', 'Vacancy, gross', positionMeans.gross],
  ['requiredLessInPost', 'Required − in post', positionMeans.requiredLessInPost],
] as const;
type GapRow = Record<(typeof gapColumns)[number][0], number | null> & { trust: string };

/** Net and gross gaps of a staff group over the system, with each trust's. */
export function GapsView({ system: compiled }: { system: SystemCompile }) {
  const { gaps, trusts, title } = compiled;
  const [group, setGroup] = useState('');
  const gap = gaps.find(({ staffGroup }) => (staffGroup ?? '') === group) ?? gaps[0];
  if (!gap)
    return (
      <EmptyState title="No establishment">
        <p>No return of this period holds an establishment.</p>
      </EmptyState>
    );
  const nameOf = (code: string) => trusts.find((trust) => trust.code === code)?.name ?? code;
  const rows: GapRow[] = gap.trusts;
  const system: GapRow = {
    trust: '',
    required: gap.required,
    funded: gap.funded,
    inPost: gap.inPost,
    requiredLessFunded: gap.requiredLessFunded.net,
    vacancy: gap.vacancy.net,
    grossVacancy: gap.vacancy.gross,
    requiredLessInPost: gap.requiredLessInPost.net,
  };
  const columns: Column<GapRow>[] = [
    {
      key: 'trust',
      title: 'Trust',
      header: true,
      value: ({ trust }) => (trust === '' ? 'System' : nameOf(trust)),
    },
    ...gapColumns.map(
      ([key, head, means]): Column<GapRow> => ({
        key,
        title: head,
        number: true,
        value: (row) => (row[key] === null ? null : row[key] / 100_000),
        copied: (row) => (row[key] === null ? 'not known' : row[key] / 100_000),
        show: (row) => wteText(row[key]),
        means,
      }),
    ),
  ];
  return (
    <>
      <div className="filters">
        <Choose
          title="Staff group"
          value={group}
          choices={gaps.map(({ staffGroup }) => ({ key: staffGroup ?? '', name: staffGroup ?? ALL }))}
          onChoose={setGroup}
        />
      </div>
      <Figures>
        {gapKeys.map((key) => {
          const { net, gross, summed, missing } = gap[key];
          return (
            <Figure
              key={key}
              name={gapNames[key]}
              value={net === null ? 'Not known' : `${wteText(net)} WTE`}
              making={systemGapMade(compiled, gap, key)}
              remark={`net over ${counted(summed.length, 'trust')}; gaps alone ${wteText(gross)}${missing.length > 0 ? ` · not known: ${missing.map(nameOf).join(', ')}` : ''}`}
            />
          );
        })}
      </Figures>
      <DataTable
        caption={`Gaps by trust, ${gap.staffGroup ?? ALL}, ${title}, WTE`}
        columns={columns}
        rows={rows}
        rowKey={({ trust }) => trust}
        totals={[system]}
      />
    </>
  );
}
