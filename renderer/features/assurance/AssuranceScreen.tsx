import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { BoardReportPart } from './BoardReportPart.tsx';
import { RedFlagsPart } from './RedFlagsPart.tsx';
import { SchemePart } from './SchemePart.tsx';

const parts = [
  { key: 'report', title: 'Board report', Part: BoardReportPart },
  { key: 'counts', title: 'Red flags and counts', Part: RedFlagsPart },
  { key: 'scheme', title: 'Incentive scheme', Part: SchemePart },
] as const;

/** Whether midwifery staffing is safe, and how the board knows. */
export default function AssuranceScreen() {
  const [chosen, setChosen] = useState<(typeof parts)[number]['key']>('report');
  const { Part } = parts.find(({ key }) => key === chosen) ?? parts[0];
  const sections = (
    <span className="grid-tools" role="group" aria-label="View">
      {parts.map(({ key, title }) => (
        <Button key={key} aria-pressed={key === chosen} onClick={() => setChosen(key)}>
          {title}
        </Button>
      ))}
    </span>
  );
  return <Part sections={sections} />;
}
