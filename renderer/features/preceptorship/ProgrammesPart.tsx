import type { BoardRow, PreceptorshipBoard } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { Button } from '../../components/Button.tsx';
import { dateText } from '../../components/numbers.ts';

/** The programmes, what a trust changed in them, and which one counts where none is chosen. */
export function ProgrammesPart({ board, rows }: { board: PreceptorshipBoard; rows: readonly BoardRow[] }) {
  const trust = useTrust().code;
  const choose = useAct(
    (programme: string) => planner.preceptorship.setUsualProgramme({ trust, programme }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const used = (key: string) => rows.filter(({ programme }) => programme === key).length;
  return (
    <>
      <h2>Programmes</h2>
      <div className="table-scroll">
        <table className="table">
          <caption className="unseen">Programmes</caption>
          <thead>
            <tr>
              <th scope="col">Programme</th>
              <th scope="col">Rules</th>
              <th scope="col">Steps</th>
              <th scope="col">Your own values</th>
              <th scope="col" className="number">
                Preceptees
              </th>
              <th scope="col">Where none is chosen</th>
            </tr>
          </thead>
          <tbody>
            {board.programmes.map((one) => (
              <tr key={one.key}>
                <th scope="row">{one.name}</th>
                <td>
                  {one.title}, version {one.version}, from {dateText(one.validFrom)}
                </td>
                <td>{one.steps.map(({ name }) => name).join(', ')}</td>
                <td>{one.own.length === 0 ? 'As published' : one.own.join('; ')}</td>
                <td className="number">{used(one.key)}</td>
                <td>
                  {board.usual === one.key ? (
                    'This one counts'
                  ) : (
                    <Button
                      disabled={choose.isPending}
                      aria-label={`Use ${one.name} where none is chosen`}
                      onClick={() => choose.mutate(one.key)}
                    >
                      Use this one
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        Days, months, hours and limits are changed in “Rules and defaults”; a programme is chosen for each preceptee.
      </p>
    </>
  );
}
