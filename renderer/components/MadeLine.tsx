import type { ReactNode } from 'react';
import { HowMade } from './HowMade.tsx';
import type { Making } from './making.ts';

interface MadeLineProps {
  name: string;
  value: string;
  making: Making;
  /** What stands beside the figure. */
  remark?: ReactNode;
}

/** Above the rows behind a figure: its formula and what it comes to, and the panel that any figure has. */
export function MadeLine({ name, value, making, remark }: MadeLineProps) {
  return (
    <p>
      <strong>How it is worked out:</strong> {making.formula} = <strong>{value}</strong>.{' '}
      <HowMade name={name} value={value} making={making} remark={remark} />
    </p>
  );
}
