import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ContinuityShown } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useTrust } from '../../../client/trust.ts';
import { Answered } from '../../../components/Answered.tsx';
import { Figure, Figures } from '../../../components/Figure.tsx';
import { wteText } from '../../../components/numbers.ts';
import { Page } from '../../../components/Page.tsx';
import { ExportButton } from '../../../components/ExportButton.tsx';
import { PrintPage } from '../../../components/PrintPage.tsx';
import { amountText } from './amounts.ts';
import { BlocksTable } from './BlocksTable.tsx';
import { continuityExport } from './continuity-export.ts';
import { QuartersTable } from './QuartersTable.tsx';
import { TeamsTable } from './TeamsTable.tsx';
import { continuityMade } from './figures.ts';

/** Continuity of carer as the trust plans it: teams, quarters and building blocks. Nothing here is a target. */
export function Continuity({ sections }: { sections: ReactNode }) {
  const trust = useTrust();
  const query = useQuery({
    queryKey: ['establishment', trust.code, 'continuity'],
    queryFn: () => planner.establishment.continuity({ trust: trust.code }),
  });
  return (
    <Answered query={query}>
      {(shown) => (
        <Page
          title="Required staffing"
          subtitle={`${trust.name} · midwifery continuity of carer · planned locally: there is no national target and no date`}
          filters={sections}
          actions={
            <>
              <ExportButton table={() => continuityExport(shown, trust.name)} disabled={shown.quarters.length === 0} />
              <PrintPage />
            </>
          }
        >
          <Headlines shown={shown} />
          <TeamsTable shown={shown} />
          <QuartersTable shown={shown} />
          <BlocksTable blocks={shown.blocks} />
          <p className="grid-keys">
            The caseload counts midwives of the teams without core staff. Staff core units apart, and run Birthrate+
            again for the women who are not with a team.
          </p>
        </Page>
      )}
    </Answered>
  );
}

function Headlines({ shown }: { shown: ContinuityShown }) {
  const made = continuityMade(shown);
  return (
    <Figures>
      <Figure
        name="Teams"
        value={String(shown.teams.length)}
        making={made.teams}
        remark={`${wteText(shown.wte)} WTE, up to ${shown.largestTeam} midwives each`}
      />
      <Figure
        name="Women a year"
        value={shown.women.toLocaleString('en-GB')}
        making={made.women}
        remark={`WTE × women for one WTE, usually ${amountText(shown.caseload)}; in whole women for each team`}
      />
      <Figure
        name="Building blocks in place"
        value={`${shown.blocksInPlace} of ${shown.blocks.length}`}
        making={made.blocks}
        remark="as the trust has said below"
      />
    </Figures>
  );
}
