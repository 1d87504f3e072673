import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLmns } from '../../client/lmns.ts';
import { planner } from '../../client/planner.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { MeasureDialog } from '../../components/MeasureDialog.tsx';
import { SaveFiles } from '../../components/SaveFiles.tsx';

/** The measures that the LMNS asks of its trusts beside those of the planner: defined here, handed on in a file. */
export function OwnMeasures({ onClose }: { onClose: () => void }) {
  const lmns = useLmns().id;
  const [open, setOpen] = useState<{ id: number | null } | null>(null);
  const measures = useQuery({
    queryKey: ['lmns', lmns, 'measures'],
    queryFn: () => planner.lmns.measures({ lmns }),
  });
  return (
    <Dialog title="Measures of the LMNS’s own" wide onClose={onClose}>
      <p>
        Trusts with the planner take them in from the file; in a blank workbook they stand on the sheet “Measures”. They
        are compiled beside those of the planner.
      </p>
      <Answered query={measures}>
        {(all) => (
          <>
            {all.length === 0 ? (
              <p>There is none yet.</p>
            ) : (
              <table className="table table--dense">
                <caption className="unseen">Measures of the LMNS’s own</caption>
                <thead>
                  <tr>
                    <th scope="col">Measure</th>
                    <th scope="col">What it is made of</th>
                    <th scope="col">Definition</th>
                    <th scope="col">Change</th>
                  </tr>
                </thead>
                <tbody>
                  {all.map(({ id, definition, fingerprint }) => (
                    <tr key={id}>
                      <th scope="row">{definition.shortName}</th>
                      <td>
                        {definition.numerator}
                        {definition.denominator !== null && ` ÷ ${definition.denominator}`}
                      </td>
                      <td>{fingerprint}</td>
                      <td>
                        <Button aria-label={`Change: ${definition.shortName}`} onClick={() => setOpen({ id })}>
                          Change
                        </Button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            <div className="dialog__actions">
              <Button kind="main" onClick={() => setOpen({ id: null })}>
                Add a measure
              </Button>
              {all.length > 0 && (
                <SaveFiles
                  button="Save the file…"
                  title="Measures for trusts"
                  files={[
                    {
                      name: 'File of measures',
                      what: 'For trusts with the planner: Theme 2 return, Measures, “Measures of the LMNS…”.',
                      make: () => planner.lmns.measuresFile({ lmns }),
                    },
                  ]}
                />
              )}
              <Button onClick={onClose}>Close</Button>
            </div>
            {open && (
              <MeasureDialog
                measure={all.find(({ id }) => id === open.id)?.definition ?? null}
                save={(definition, aboutNoPatient) =>
                  planner.lmns.setMeasure({ lmns, id: open.id, definition, aboutNoPatient })
                }
                remove={() => planner.lmns.removeMeasure({ lmns, id: open.id ?? 0 })}
                onClose={() => setOpen(null)}
              />
            )}
          </>
        )}
      </Answered>
    </Dialog>
  );
}
