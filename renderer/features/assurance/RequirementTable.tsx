import type { IncentiveRequirementShown } from '#contract';
import { percentText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { markWords, statusWords } from './scheme-words.ts';

interface RequirementTableProps {
  caption: string;
  requirements: IncentiveRequirementShown[];
  onOpen: (reference: string) => void;
}

/** The requirements of a safety action: what the planner knows, what was entered, and how it stands. */
export function RequirementTable({ caption, requirements, onOpen }: RequirementTableProps) {
  return (
    <div className="table-scroll">
      <table className="table table--dense assurance__requirements">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Requirement</th>
            <th scope="col">Status</th>
            <th scope="col" className="number">
              Share
            </th>
            <th scope="col" className="number">
              Wanted
            </th>
            <th scope="col">Known from the planner</th>
            <th scope="col" className="number">
              Fields
            </th>
            <th scope="col" className="number">
              Evidence
            </th>
            <th scope="col">Wording</th>
          </tr>
        </thead>
        <tbody>
          {requirements.map((one) => (
            <tr key={one.reference}>
              <th scope="row">
                <button type="button" className="link" onClick={() => onOpen(one.reference)}>
                  {one.reference} {one.title}
                </button>
                {one.advisory && <small> advice, not scored</small>}
              </th>
              <td>{one.status ? <Status {...statusWords[one.status]} /> : 'No status'}</td>
              <td className="number">
                {one.share ? percentText(one.share) : one.standing === null ? '' : 'Not known'}
                {one.standing === 'below' && <span className="overdue"> below</span>}
              </td>
              <td className="number">
                {one.threshold ? `${one.threshold.percent} %${one.threshold.own ? ' (own)' : ''}` : ''}
              </td>
              <td>
                {one.figures.map(({ key, title, value }) => (
                  <div key={key}>
                    {title}: {value ?? 'not known'}
                  </div>
                ))}
              </td>
              <td className="number">
                {one.fields.filter(({ value }) => value !== null).length} of {one.fields.length}
              </td>
              <td className="number">{one.evidence.length}</td>
              <td>{markWords[one.mark] ?? one.mark}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
