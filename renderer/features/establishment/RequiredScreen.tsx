import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { AgreedLevels } from './required/AgreedLevels.tsx';
import { Assessments } from './required/Assessments.tsx';
import { Continuity } from './required/Continuity.tsx';
import { NeonatalNursing } from './required/NeonatalNursing.tsx';

const parts = [
  { key: 'assessments', title: 'Birthrate+', Part: Assessments },
  { key: 'neonatal', title: 'Neonatal nursing', Part: NeonatalNursing },
  { key: 'agreed', title: 'Agreed levels', Part: AgreedLevels },
  { key: 'continuity', title: 'Continuity teams', Part: Continuity },
] as const;

/** What the service needs, by the tool or agreement of each profession. */
export default function RequiredScreen() {
  const [chosen, setChosen] = useState<(typeof parts)[number]['key']>('assessments');
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
