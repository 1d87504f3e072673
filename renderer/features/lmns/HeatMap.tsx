import type { SystemCompile } from '#contract';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Status } from '../../components/Status.tsx';
import { statusText } from './words.ts';

/** Every line over the trusts: a shape, a colour and a word in each cell, and how many of each. */
export function HeatMap({ system, onLine }: { system: SystemCompile; onLine: (reference: string) => void }) {
  const { lines, trusts, title } = system;
  if (lines.length === 0)
    return (
      <EmptyState title="No lines">
        <p>No return of this period has answered a line.</p>
      </EmptyState>
    );
  return (
    <div className="table-scroll">
      <table className="table table--dense heat-map">
        <caption className="unseen">{`Status of each line by trust, ${title}`}</caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            {trusts.map(({ code, name, returned }) => (
              <th key={code} scope="col">
                {name}
                {!returned && <small>no return</small>}
              </th>
            ))}
            <th scope="col">On track or done</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ reference, title: line, cells, counts }) => {
            const answered = counts.blue + counts.green + counts.amber + counts.red;
            return (
              <tr key={reference}>
                <th scope="row">
                  <button type="button" className="link" onClick={() => onLine(reference)}>
                    {reference} {line}
                  </button>
                </th>
                {cells.map(({ trust, status, returned, restated }) => (
                  <td key={trust} className={status ? `heat--${status}` : undefined}>
                    {status ? (
                      <Status kind={status} word={statusText(status)} />
                    ) : (
                      <span className="quiet">{returned ? 'No status' : 'No return'}</span>
                    )}
                    {restated && <small>restated</small>}
                  </td>
                ))}
                <td className="number">
                  {counts.blue + counts.green} of {answered}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
