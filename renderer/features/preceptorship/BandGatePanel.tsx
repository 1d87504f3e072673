import type { BandGate } from '#contract';
import { Button } from '../../components/Button.tsx';
import { dateText } from '../../components/numbers.ts';
import { Status, type StatusKind } from '../../components/Status.tsx';

interface BandGatePanelProps {
  gate: BandGate;
  /** Competencies complete, of all. */
  complete: number;
  all: number;
  onOpen: () => void;
}

/** The four steps to band 6 in their order. None follows from a date alone. */
export function BandGatePanel({ gate, complete, all, onOpen }: BandGatePanelProps) {
  const { completeOn, manager, managerSigned, effective, paid } = gate;
  const steps: { name: string; day: string | null; more: string | null }[] = [
    {
      name: 'Competencies complete',
      day: completeOn,
      more: all > 0 ? `${complete} of ${all} signed by both here` : null,
    },
    { name: 'Manager’s sign-off', day: managerSigned, more: manager },
    { name: 'Band 6 takes effect', day: effective, more: null },
    { name: 'Band 6 paid', day: paid, more: null },
  ];
  const next = steps.findIndex(({ day }) => day === null);
  const statusOf = (index: number): { kind: StatusKind; word: string } => {
    if (steps[index]?.day !== null) return { kind: 'green', word: 'Done' };
    return index === next ? { kind: 'amber', word: 'Next' } : { kind: 'blue', word: 'Later' };
  };
  return (
    <div className="people-table">
      <div className="table-scroll">
        <table className="table">
          <caption className="unseen">The way to band 6</caption>
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">Day</th>
              <th scope="col">Status</th>
              <th scope="col">Details</th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ name, day, more }, index) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{day === null ? '–' : dateText(day)}</td>
                <td>
                  <Status {...statusOf(index)} />
                </td>
                <td>{more}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="below-table not-printed">
        <Button onClick={onOpen}>Record a step to band 6</Button>
      </p>
    </div>
  );
}
