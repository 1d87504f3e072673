import { useState } from 'react';
import type { Careers, TalentPlace } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useTrust } from '../../../client/trust.ts';
import { Button } from '../../../components/Button.tsx';
import { RecordDialog, startOf } from './RecordDialog.tsx';
import { DrawnTable } from '../../../components/DrawnTable.tsx';

const keys = ['name', 'person', 'performance', 'potential', 'day'] as const;
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
  return (
    <>
      <DrawnTable
        caption="Talent grid: performance by potential"
        className="table talent-grid"
        definitions={[
          {
            term: 'Performance and potential',
            meaning: 'As the trust judges each person, from 1 developing to 3 outstanding.',
          },
        ]}
      >
        <thead>
          <tr>
            <th scope="col">Potential</th>
            {levels.map(({ key, name }) => (
              <th scope="col" key={key}>
                Performance {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...levels].reverse().map(({ key: potential, name }) => (
            <tr key={potential}>
              <th scope="row">{name}</th>
              {levels.map(({ key: performance }) => (
                <td key={performance}>
                  {places
                    .filter((one) => String(one.performance) === performance && String(one.potential) === potential)
                    .map((one) => (
                      <button type="button" className="link" key={one.id} onClick={() => setOpen(one)}>
                        {one.name}
                      </button>
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DrawnTable>
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
