import type { QuarterOfReturn } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { saveExported } from '../../client/save-exported.ts';
import { Button } from '../../components/Button.tsx';
import { momentText } from './words.ts';

interface MadeReturnsProps {
  trust: string;
  quarters: QuarterOfReturn[];
  onPeriod: (period: string) => void;
  onKept: (period: string) => void;
}

/** Every return that was made: what was kept can be read, and its workbook saved again. */
export function MadeReturns({ trust, quarters, onPeriod, onKept }: MadeReturnsProps) {
  const made = quarters.filter(({ state }) => state === 'made');
  const save = useAct(
    (period: string) => planner.returns.workbook({ trust, period }).then(saveExported),
    (told) => told,
  );
  if (made.length === 0) return null;
  return (
    <section aria-labelledby="made-returns">
      <h2 id="made-returns">Made returns</h2>
      {save.isError && (
        <p className="nhsuk-error-message" role="alert">
          {sentence(save.error)}
        </p>
      )}
      <div className="table-scroll">
        <table className="table">
          <caption className="unseen">Made returns</caption>
          <thead>
            <tr>
              <th scope="col">Quarter</th>
              <th scope="col">Made</th>
              <th scope="col">What to do</th>
            </tr>
          </thead>
          <tbody>
            {made.map(({ period, title, madeAt }) => (
              <tr key={period}>
                <th scope="row">
                  <button type="button" className="link" onClick={() => onPeriod(period)}>
                    {title}
                  </button>
                </th>
                <td>{madeAt && momentText(madeAt)}</td>
                <td>
                  <span className="actions">
                    <Button onClick={() => onKept(period)} aria-label={`Read what was kept of ${title}`}>
                      Read what was kept
                    </Button>
                    <Button
                      disabled={save.isPending}
                      onClick={() => save.mutate(period)}
                      aria-label={`Save the workbook of ${title}`}
                    >
                      Save the workbook…
                    </Button>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
