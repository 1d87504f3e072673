import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IncentiveSchemeHead } from '#contract';
import { planner } from '../../client/planner.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';

const changes = { added: 'New', removed: 'No longer asked', changed: 'Changed', same: 'Same' } as const;

/** What differs between two years of the scheme. */
export function CompareDialog({ schemes, onClose }: { schemes: IncentiveSchemeHead[]; onClose: () => void }) {
  const years = schemes.map(({ year }) => year).sort((a, b) => a - b);
  const [one, setOne] = useState(years[years.length - 2] ?? years[0] ?? 0);
  const [other, setOther] = useState(years[years.length - 1] ?? 0);
  const comparison = useQuery({
    queryKey: ['assurance', 'compare', one, other],
    queryFn: () => planner.assurance.compareSchemes({ one, other }),
  });
  const choice = (label: string, value: number, onYear: (year: number) => void) => (
    <label className="filter">
      {label}
      <select value={value} onChange={(event) => onYear(Number(event.target.value))}>
        {years.map((year) => (
          <option key={year} value={year}>
            Year {year}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <Dialog title="Compare years" wide onClose={onClose}>
      <div className="grid-tools">
        {choice('From', one, setOne)}
        {choice('to', other, setOther)}
      </div>
      <Answered query={comparison}>
        {({ days, requirements }) => (
          <>
            <table className="table table--dense">
              <caption>Days</caption>
              <thead>
                <tr>
                  <th scope="col">What</th>
                  <th scope="col">Year {one}</th>
                  <th scope="col">Year {other}</th>
                </tr>
              </thead>
              <tbody>
                {days.map((day) => (
                  <tr key={day.what}>
                    <th scope="row">{day.what}</th>
                    <td>{day.one}</td>
                    <td>{day.differs ? <strong>{day.other}</strong> : day.other}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <table className="table table--dense">
              <caption>Requirements</caption>
              <thead>
                <tr>
                  <th scope="col">Requirement</th>
                  <th scope="col">Change</th>
                  <th scope="col">What differs</th>
                </tr>
              </thead>
              <tbody>
                {requirements.map(({ reference, title, change, details }) => (
                  <tr key={reference}>
                    <th scope="row">
                      {reference} {title}
                    </th>
                    <td>{changes[change]}</td>
                    <td>{details.join(' ')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </Answered>
      <div className="dialog__actions">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}
