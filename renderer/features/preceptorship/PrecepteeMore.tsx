import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { BandGateDialog } from './BandGateDialog.tsx';
import { BandGatePanel } from './BandGatePanel.tsx';
import { CompetencyDialog } from './CompetencyDialog.tsx';
import { CompetencyTable } from './CompetencyTable.tsx';
import { OwnCompetencies } from './OwnCompetencies.tsx';
import { PersonPack } from './PersonPack.tsx';

type Open = { kind: 'competency'; competency: string | null } | { kind: 'gate' } | { kind: 'own' };

/** Of a preceptee: competencies and who signed them, the way to band 6, and the pack for the person's file. */
export function PrecepteeMore({ preceptee }: { preceptee: { readonly key: string; readonly name: string } }) {
  const trust = useTrust().code;
  const [open, setOpen] = useState<Open | null>(null);
  const { key, name } = preceptee;
  const signOff = useQuery({
    queryKey: ['preceptorship', trust, 'sign-off', key],
    queryFn: () => planner.preceptorship.signOff({ trust, key }),
  });
  return (
    <Answered query={signOff}>
      {(answer) => (
        <>
          <h2>Band 5 to band 6</h2>
          <BandGatePanel
            gate={answer.gate}
            complete={answer.complete}
            all={answer.competencies.length}
            onOpen={() => setOpen({ kind: 'gate' })}
          />
          <h2>Competencies</h2>
          {answer.competencies.length === 0 ? (
            <p>
              No list of competencies is followed for this programme. Choose lists under “Rules and defaults”, or add
              your own.
            </p>
          ) : (
            <CompetencyTable
              signOff={answer}
              preceptee={name}
              onOpen={(competency) => setOpen({ kind: 'competency', competency })}
            />
          )}
          <p className="below-table not-printed">
            {answer.complete < answer.competencies.length && (
              <Button onClick={() => setOpen({ kind: 'competency', competency: null })}>Record several</Button>
            )}{' '}
            <Button onClick={() => setOpen({ kind: 'own' })}>Competencies of our own</Button>
          </p>
          <PersonPack preceptee={key} />
          {open?.kind === 'gate' && (
            <BandGateDialog preceptee={key} name={name} gate={answer.gate} onClose={() => setOpen(null)} />
          )}
          {open?.kind === 'own' && <OwnCompetencies onClose={() => setOpen(null)} />}
          {open?.kind === 'competency' && (
            <CompetencyDialog
              preceptee={key}
              signOff={answer}
              competency={open.competency}
              onClose={() => setOpen(null)}
            />
          )}
        </>
      )}
    </Answered>
  );
}
