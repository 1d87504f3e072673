import { useState } from 'react';
import type { Careers, TalentPlace } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useTrust } from '../../../client/trust.ts';
import { Button } from '../../../components/Button.tsx';
import { RecordDialog, startOf } from './RecordDialog.tsx';
import { type Column, DataTable } from '../../../components/DataTable.tsx';

const keys = ['name', 'person', 'performance', 'potential', 'day'] as const;
type Level = (typeof levels)[number];
const MEANS = 'As the trust judges each person, from 1 developing to 3 outstanding.';
const levels = [
  { key: '1', name: '1 developing' },
  { key: '2', name: '2 strong' },
  { key: '3', name: '3 outstanding' },
];

/** Performance by potential, for trusts that keep such a grid. Names stay inside the trust. */
export function TalentGrid({ data, places }: { data: Careers; places: TalentPlace[] }) {
  const trust = useTrust().code;
  const [open, setOpen] = useState<TalentPlace | 'new' | null>(null);
  const place = open === 'new' ? null : open;
  const at = (potential: string, performance: string) =>
    places.filter((one) => String(one.performance) === performance && String(one.potential) === potential);
  const columns: Column<Level>[] = [
    { key: 'potential', title: 'Potential', header: true, value: ({ name }) => name, means: MEANS },
    ...levels.map(
      ({ key, name }): Column<Level> => ({
        key,
        title: `Performance ${name}`,
        value: (potential) =>
          at(potential.key, key)
            .map((one) => one.name)
            .join(', '),
        show: (potential) =>
          at(potential.key, key).map((one) => (
            <button type="button" className="link" key={one.id} onClick={() => setOpen(one)}>
              {one.name}
            </button>
          )),
        means: MEANS,
      }),
    ),
  ];
  return (
    <>
      <DataTable
        caption="Talent grid: performance by potential"
        className="talent-grid"
        columns={columns}
        rows={[...levels].reverse()}
        rowKey={({ key }) => key}
      />
      <p className="not-printed below-table">
        <Button kind="main" onClick={() => setOpen('new')}>
          Add somebody
        </Button>
      </p>
      {open && (
        <RecordDialog
          id="talent"
          title={place ? place.name : 'Add somebody to the grid'}
          history={place ? { kind: 'talent_place', key: String(place.id) } : null}
          start={startOf(keys, place, { performance: '2', potential: '2', day: data.on })}
          needed={{ name: 'Enter the name.', day: 'Enter the day.' }}
          fields={[
            { key: 'name', label: 'Name' },
            { key: 'person', label: 'Employee number (optional)' },
            { key: 'performance', label: 'Performance', choices: levels },
            { key: 'potential', label: 'Potential', choices: levels },
            { key: 'day', label: 'As on', kind: 'date' },
          ]}
          onSave={(typed) =>
            planner.retention.setTalent({
              trust,
              name: typed.name,
              person: typed.person.trim() || null,
              performance: Number(typed.performance),
              potential: Number(typed.potential),
              day: typed.day,
              ...(place ? { id: place.id } : {}),
            })
          }
          {...(place ? { onRemove: () => planner.retention.removeTalent({ trust, id: place.id }) } : {})}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
