import type { ReactNode } from 'react';
import { Button } from '../../components/Button.tsx';

interface HowKeptProps {
  folder: string;
  schedule: string;
  second: string | null;
  isLocked: boolean;
  onSecond: () => void;
  onLock: () => void;
  /** More facts, below these. */
  children: ReactNode;
}

/** Where backups lie, which are kept for how long, and whether they are locked. */
export function HowKept({ folder, schedule, second, isLocked, onSecond, onLock, children }: HowKeptProps) {
  return (
    <dl className="facts">
      <dt>Kept in</dt>
      <dd className="breakable">{folder}</dd>
      <dt>Which are kept</dt>
      <dd>{schedule}</dd>
      <dt>Second place</dt>
      <dd className="breakable">
        {second ?? 'None: if this disk fails, the backups go with it.'}{' '}
        <Button onClick={onSecond}>{second === null ? 'Choose a second place' : 'Change the second place'}</Button>
      </dd>
      <dt>Locked</dt>
      <dd>
        {isLocked
          ? 'Yes: a passphrase or the recovery code opens them.'
          : 'No: anybody who has the file can read it. Lock them before they leave this PC.'}{' '}
        <Button onClick={onLock}>{isLocked ? 'Change the lock' : 'Lock the backups'}</Button>
      </dd>
      {children}
    </dl>
  );
}
