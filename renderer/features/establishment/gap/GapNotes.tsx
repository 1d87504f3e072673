import type { GapShown } from '#contract';
import { dateText } from '../../../components/numbers.ts';
import { besideImports } from './beside-imports.ts';
import { definitions } from './words.ts';

const uses = {
  funded: 'Funded',
  in_post: 'In post',
  absence: 'Long-term absence',
  preceptees: 'Supernumerary preceptees',
  cover: 'Bank and agency',
};

/** A remark without which the headlines mislead stands right below them. */
export const isAboutHeadlines = ({ code }: GapShown['remarks'][number]) => code === 'units_apart';

/** What the figures rest on: remarks, the files that are used, hand entries that differ, and every formula. */
export function GapNotes({ gap }: { gap: GapShown }) {
  const { sources } = gap;
  const remarks = gap.remarks.filter((remark) => !isAboutHeadlines(remark));
  const beside = besideImports(gap);
  return (
    <>
      {(remarks.length > 0 || beside.length > 0) && (
        <section className="note note--attention" aria-label="What to know about these figures">
          <ul>
            {beside.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            {remarks.map(({ code, message }) => (
              <li key={code + message}>{message}</li>
            ))}
          </ul>
        </section>
      )}
      <div className="columns">
        <section>
          <h2>Where the figures come from</h2>
          <ul>
            <li>Required: the lines under Establishment, entered by hand or set by an assessment.</li>
            {sources.map(({ id, of, fileName, sheet, first, last, rowsAccepted }) => (
              <li key={`${of} ${id}`}>
                {uses[of]}: {fileName}, {sheet}, {rowsAccepted} rows
                {first === last ? ` of ${dateText(first)}` : `, ${dateText(first)} to ${dateText(last)}`}
              </li>
            ))}
          </ul>
          <p>
            <a href="#/reconciliation">See where ledger and staff list disagree</a> ·{' '}
            <a href="#/establishment">Enter lines by hand</a>
          </p>
        </section>
        <section>
          <h2>How they are worked out</h2>
          <ul>
            {definitions(gap)
              .slice(1)
              .map(({ term, meaning }) => (
                <li key={term}>
                  <strong>{term}:</strong> {meaning}
                </li>
              ))}
          </ul>
        </section>
      </div>
    </>
  );
}
