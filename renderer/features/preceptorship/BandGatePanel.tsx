import type { BandGate } from '#contract';
import { Button } from '../../components/Button.tsx';
import { dateText } from '../../components/numbers.ts';
import { Status, type StatusKind } from '../../components/Status.tsx';
import { DataTable, type Column } from '../../components/DataTable.tsx';

interface GateStep {
  name: string;
  day: string | null;
  more: string | null;
}

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
  const steps: GateStep[] = [
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
  const columns: Column<GateStep>[] = [
    { key: 'name', title: 'Step', header: true, value: ({ name }) => name },
    { key: 'day', title: 'Day', value: ({ day }) => day, show: ({ day }) => (day === null ? '–' : dateText(day)) },
    {
      key: 'status',
      title: 'Status',
      value: (step) => statusOf(steps.indexOf(step)).word,
      show: (step) => <Status {...statusOf(steps.indexOf(step))} />,
      means: 'Done once its day is recorded; the first without a day is next. No step follows from a date alone.',
    },
    { key: 'more', title: 'Details', value: ({ more }) => more },
  ];
  return (
    <div className="people-table">
      <DataTable caption="The way to band 6" columns={columns} rows={steps} rowKey={({ name }) => name} />
      <p className="below-table not-printed">
        <Button onClick={onOpen}>Record a step to band 6</Button>
      </p>
    </div>
  );
}
