import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Placements } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { asNamed, Choose } from '../../components/Choose.tsx';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { percentText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { CapacityDialog } from './CapacityDialog.tsx';
import { placementsExport } from './placements-export.ts';
import { PlacementTables } from './PlacementTables.tsx';
import { WeekDialog } from './WeekDialog.tsx';
import { placementsMade } from './figures.ts';

/** Places for students: what areas can take by week, what was released to universities, and what was filled. */
export default function PlacementsScreen() {
  const trust = useTrust();
  const [area, setArea] = useState('');
  const [span, setSpan] = useState({ from: '', to: '' });
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const asked = {
    trust: trust.code,
    ...(span.from ? { from: span.from } : {}),
    ...(span.to ? { to: span.to } : {}),
  };
  const placements = useQuery({
    queryKey: ['placements', asked],
    queryFn: () => planner.vacancies.placements(asked),
    placeholderData: (before) => before,
  });
  const data = placements.data;
  const weeks = data?.weeks.filter((week) => area === '' || week.area === area) ?? [];
  const isEmpty = data !== undefined && data.weeks.length === 0 && !span.from && !span.to;
  return (
    <Page
      title="Student placements"
      subtitle={`${trust.name} · places by area and week · capacity = supervised shifts ÷ shifts that one student needs`}
      filters={
        data &&
        !isEmpty && (
          <>
            <Choose
              title="Area"
              value={area}
              choices={asNamed(data.areas.map(({ area: name }) => name))}
              all="All areas"
              onChoose={setArea}
            />
            <label className="filter">
              Weeks from
              <input
                type="date"
                value={span.from}
                onChange={({ target }) => setSpan({ ...span, from: target.value })}
              />
            </label>
            <label className="filter">
              to
              <input
                aria-label="Weeks to"
                type="date"
                value={span.to}
                onChange={({ target }) => setSpan({ ...span, to: target.value })}
              />
            </label>
          </>
        )
      }
      actions={
        data &&
        !isEmpty && (
          <>
            <ExportButton table={() => placementsExport(data, weeks, trust.name)} />
            <PrintPage />
            <Button kind="main" onClick={() => setOpen('new')}>
              Add capacity
            </Button>
          </>
        )
      }
    >
      <Answered query={placements}>
        {(answer) =>
          isEmpty ? (
            <EmptyState
              title="No placements yet"
              action={
                <Button kind="main" onClick={() => setOpen('new')}>
                  Add capacity
                </Button>
              }
            >
              <p>
                How many students each area can take in each week, the places that were released to universities, those
                that were filled and why others were not will be here. Enter the supervised shifts of an area first.
              </p>
            </EmptyState>
          ) : (
            <>
              <Headlines data={answer} />
              <PlacementTables data={answer} weeks={weeks} onOpen={setOpen} />
            </>
          )
        }
      </Answered>
      {open === 'new' && <CapacityDialog week={null} onClose={() => setOpen(null)} />}
      {typeof open === 'number' && data && (
        <WeekDialog data={data} week={data.weeks.find(({ id }) => id === open) ?? null} onClose={() => setOpen(null)} />
      )}
    </Page>
  );
}

function Headlines({ data }: { data: Placements }) {
  const { capacity, released, filled, filledOfCapacity, filledOfReleased } = data.all;
  const made = placementsMade(data);
  const spare = capacity - released;
  return (
    <Figures>
      <Figure
        name="Capacity"
        value={`${capacity} places`}
        making={made.capacity}
        remark="supervised shifts ÷ shifts needed, whole places of each area and week"
      />
      <Figure
        name="Released"
        value={`${released} places`}
        making={made.released}
        remark={spare >= 0 ? `${spare} of the capacity not released` : `${-spare} more than the capacity`}
      />
      <Figure
        name="Filled"
        value={percentText(filledOfReleased)}
        making={made.filled}
        remark={`${filled} of ${released} released places`}
      />
      <Figure
        name="Capacity used"
        value={percentText(filledOfCapacity)}
        making={made.used}
        remark={`${filled} filled of ${capacity} places`}
      />
    </Figures>
  );
}
