import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnMeasure, Register } from '#contract';
import { planner } from '../../client/planner.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { DataTable } from '../../components/DataTable.tsx';
import { MeasureDialog } from '../../components/MeasureDialog.tsx';
import { SaveFiles } from '../../components/SaveFiles.tsx';
import { EnterMeasure } from './EnterMeasure.tsx';
import { measureColumns, type MeasureRow } from './measure-columns.tsx';
import { TakeMeasures } from './TakeMeasures.tsx';

type Open = { what: 'define'; id: number | null } | { what: 'enter'; id: number } | { what: 'take' } | null;

const mayChange = new Set<Register['state']>(['draft', 'correction']);

/** The measures of a return, the packs' and the trust's own, each with how it is made; withheld ones are said to be. */
export function MeasuresView({ register }: { register: Register }) {
  const of = { trust: register.trust.code, period: register.period };
  const { trust } = of;
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const measures = useQuery({
    queryKey: ['returns', of.trust, of.period, 'measures'],
    queryFn: () => planner.returns.measures(of),
  });
  return (
    <Answered query={measures}>
      {({ definitions, values, own, hideBelow }) => {
        const known = new Map(own.map((one) => [one.definition.id, one]));
        const listed = new Set(definitions.map(({ id }) => id));
        const added = own.filter(({ definition }) => !listed.has(definition.id)).map(({ definition }) => definition);
        // What the trust itself enters comes first: there is something to do about it.
        const all = [
          ...definitions.filter(({ definedBy }) => definedBy),
          ...added,
          ...definitions.filter(({ definedBy }) => !definedBy),
        ];
        const rows = all.flatMap((definition): MeasureRow[] => {
          const mine = definition.definedBy ? known.get(definition.id) : undefined;
          const row = { definition, own: mine?.id ?? null, fingerprint: mine?.fingerprint ?? null };
          const its = values.filter(({ measure }) => measure === definition.id);
          return its.length === 0 ? [{ ...row, value: null }] : its.map((value) => ({ ...row, value }));
        });
        const columns = measureColumns(hideBelow, {
          open: mayChange.has(register.state),
          onEnter: (id) => setOpen({ what: 'enter', id }),
          onChange: (id) => setOpen({ what: 'define', id }),
        });
        const isFrom = ({ definition }: OwnMeasure) => definition.definedBy?.code === trust;
        const shown = open && 'id' in open ? (own.find(({ id }) => id === open.id) ?? null) : null;
        const clashes = own.filter(({ clash }) => clash);
        return (
          <>
            {clashes.map(({ definition }) => (
              <p className="note note--attention" key={definition.id}>
                The pack of the planner has a measure “{definition.id}” now. Yours is left out: change its id.
              </p>
            ))}
            <div className="measures">
              <DataTable
                caption={`Measures, ${register.title}`}
                columns={columns}
                rows={rows}
                rowKey={({ definition, value }) => `${definition.id} ${value?.group ?? ''}`}
                tools={
                  <>
                    <Button onClick={() => setOpen({ what: 'define', id: null })}>Add a measure</Button>{' '}
                    <Button onClick={() => setOpen({ what: 'take' })}>Measures of the LMNS…</Button>{' '}
                    {own.length > 0 && (
                      <SaveFiles
                        button="Hand on…"
                        title="Hand on your measures"
                        files={[
                          {
                            name: 'File of measures',
                            what: 'Their definitions, for other trusts to take in. It holds no figures.',
                            make: () => planner.returns.measuresFile({ trust }),
                          },
                        ]}
                      />
                    )}
                  </>
                }
              />
            </div>
            {open?.what === 'define' && (
              <MeasureDialog
                measure={shown?.definition ?? null}
                locked={shown !== null && !isFrom(shown)}
                save={(definition, aboutNoPatient) =>
                  planner.returns.setMeasure({ trust, id: open.id, definition, aboutNoPatient })
                }
                history={open.id === null ? null : { kind: 'own_measure', key: String(open.id) }}
                remove={() => planner.returns.removeMeasure({ trust, id: open.id ?? 0 })}
                onClose={close}
              />
            )}
            {open?.what === 'enter' && shown && (
              <EnterMeasure of={of} title={register.title} measure={shown} onClose={close} />
            )}
            {open?.what === 'take' && <TakeMeasures trust={trust} onClose={close} />}
          </>
        );
      }}
    </Answered>
  );
}
