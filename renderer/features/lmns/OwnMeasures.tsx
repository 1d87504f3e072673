import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLmns } from '../../client/lmns.ts';
import { planner } from '../../client/planner.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { MeasureDialog } from '../../components/MeasureDialog.tsx';
import { SaveFiles } from '../../components/SaveFiles.tsx';
import { DataTable, type Column } from '../../components/DataTable.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';

/** The measures that the LMNS asks of its trusts beside those of the planner: defined here, handed on in a file. */
export function OwnMeasures({ onClose }: { onClose: () => void }) {
  const lmns = useLmns().id;
  const [open, setOpen] = useState<{ id: number | null } | null>(null);
  const measures = useQuery({
    queryKey: ['lmns', lmns, 'measures'],
    queryFn: () => planner.lmns.measures({ lmns }),
  });
  const columns: Column<Awaited<ReturnType<typeof planner.lmns.measures>>[number]>[] = [
    { key: 'name', title: 'Measure', header: true, value: ({ definition }) => definition.shortName },
    {
      key: 'made',
      title: 'What it is made of',
      value: ({ definition: { numerator, denominator } }) =>
        denominator === null ? numerator : `${numerator} ÷ ${denominator}`,
    },
    {
      key: 'definition',
      title: 'Definition',
      value: ({ fingerprint }) => fingerprint,
      means: 'A mark that changes with the definition: trusts with the same mark count alike.',
    },
    {
      key: 'act',
      title: 'Change',
      acts: true,
      value: () => null,
      show: ({ id, definition }) => (
        <Button aria-label={`Change: ${definition.shortName}`} onClick={() => setOpen({ id })}>
          Change
        </Button>
      ),
    },
  ];
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
              <DataTable caption="Measures of the LMNS’s own" columns={columns} rows={all} rowKey={({ id }) => id} />
            )}
            <DialogFoot save="Add a measure" onSave={() => setOpen({ id: null })} onCancel={onClose} cancel="Close">
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
            </DialogFoot>
            {open && (
              <MeasureDialog
                measure={all.find(({ id }) => id === open.id)?.definition ?? null}
                save={(definition, aboutNoPatient) =>
                  planner.lmns.setMeasure({ lmns, id: open.id, definition, aboutNoPatient })
                }
                remove={() => planner.lmns.removeMeasure({ lmns, id: open.id ?? 0 })}
                history={open.id === null ? null : { kind: 'lmns_measure', key: String(open.id) }}
                onClose={() => setOpen(null)}
              />
            )}
          </>
        )}
      </Answered>
    </Dialog>
  );
}
