import { useState } from 'react';
import type { SystemCompile } from '#contract';
import { Choose } from '../../components/Choose.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { counted, wteText } from '../../components/numbers.ts';

const ALL = 'All staff groups';
const gapKeys = ['requiredLessFunded', 'vacancy', 'requiredLessInPost'] as const;
const gapNames = {
  requiredLessFunded: 'Required − funded',
  vacancy: 'Vacancy (funded − in post)',
  requiredLessInPost: 'Required − in post',
};

/** Net and gross gaps of a staff group over the system, with each trust's. */
export function GapsView({ system: { gaps, trusts, title } }: { system: SystemCompile }) {
  const [group, setGroup] = useState('');
  const gap = gaps.find(({ staffGroup }) => (staffGroup ?? '') === group) ?? gaps[0];
  if (!gap)
    return (
      <EmptyState title="No establishment">
        <p>No return of this period holds an establishment.</p>
      </EmptyState>
    );
  const nameOf = (code: string) => trusts.find((trust) => trust.code === code)?.name ?? code;
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
              how={`net over ${counted(summed.length, 'trust')}; gaps alone ${wteText(gross)}${missing.length > 0 ? ` · not known: ${missing.map(nameOf).join(', ')}` : ''}`}
            />
          );
        })}
      </Figures>
      <div className="table-scroll">
        <table className="table">
          <caption className="unseen">{`Gaps by trust, ${gap.staffGroup ?? ALL}, ${title}, WTE`}</caption>
          <thead>
            <tr>
              <th scope="col">Trust</th>
              {[
                'Required',
                'Funded',
                'In post',
                'Required − funded',
                'Vacancy, net',
                'Vacancy, gross',
                'Required − in post',
              ].map((head) => (
                <th key={head} scope="col" className="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {gap.trusts.map((row) => (
              <tr key={row.trust}>
                <th scope="row">{nameOf(row.trust)}</th>
                {(
                  [
                    'required',
                    'funded',
                    'inPost',
                    'requiredLessFunded',
                    'vacancy',
                    'grossVacancy',
                    'requiredLessInPost',
                  ] as const
                ).map((key) => (
                  <td key={key} className="number">
                    {wteText(row[key])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">System</th>
              {[
                gap.required,
                gap.funded,
                gap.inPost,
                gap.requiredLessFunded.net,
                gap.vacancy.net,
                gap.vacancy.gross,
                gap.requiredLessInPost.net,
              ].map((value, index) => (
                // The columns stand in this order.
                <td key={index} className="number">
                  {wteText(value)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}
