import type { Inspection, Mapping, Preview } from '#contract';
import { planner } from '../../client/planner.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import type { Answers } from './answers.ts';
import { ProblemList } from './ProblemList.tsx';
import { reasonText } from './reasons.ts';
import { SaveProblems } from './SaveProblems.tsx';
import { previewMade } from './figures.ts';

type Recognised = Extract<Inspection, { kind: 'recognised' }>;

interface ProblemsStepProps {
  fileName: string;
  input: { trust: string; file: string; mapping: Mapping };
  inspection: Recognised;
  preview: Preview;
  answers: Answers;
  onAnswers: (change: (before: Answers) => Answers) => void;
}

const whole = (value: number) => value.toLocaleString('en-GB');

/** Every problem in plain words, grouped so that one answer mends all rows alike; F8 goes to the next one. */
export function ProblemsStep({ fileName, input, inspection, preview, answers, onAnswers }: ProblemsStepProps) {
  const { rowsRead, accepted, refused, ignored, groups, warnings, ignoredRows } = preview;
  // What was mended stands in the list of problems already.
  const remarks = warnings.filter(({ code }) => code !== 'mended');
  const made = previewMade(fileName, preview);
  const nothing = groups.length === 0 && Object.keys(answers).length === 0;
  return (
    <>
      <Figures>
        <Figure name="Rows read" value={whole(rowsRead)} making={made.read} remark="rows below the headings" />
        <Figure
          name="Ready"
          value={whole(accepted)}
          making={made.ready}
          remark={`${whole(rowsRead)} read − ${whole(refused)} to mend − ${whole(ignored)} not data`}
        />
        <Figure
          name="To mend or leave out"
          value={whole(refused)}
          making={made.refused}
          remark={`${groups.length} ${groups.length === 1 ? 'kind' : 'kinds'} of problem`}
        />
        <Figure
          name="Not data"
          value={whole(ignored)}
          making={made.ignored}
          remark={
            ignoredRows.map(({ reason, count }) => `${reasonText(reason)}: ${whole(count)}`).join(', ') ||
            'no totals or footers'
          }
        />
      </Figures>
      {nothing ? (
        <EmptyState title="Nothing to mend">
          <p>Every row could be read. Go on to see what will change.</p>
        </EmptyState>
      ) : (
        <ProblemList
          source={{
            key: ['import problems', input],
            groups,
            words: inspection.words,
            rows: (which, options) => planner.imports.problems({ ...input, ...which }, options),
          }}
          answers={answers}
          onAnswers={onAnswers}
          tools={groups.length > 0 && <SaveProblems make={() => planner.imports.problemWorkbook(input)} />}
        />
      )}
      <p className="note">
        A row left out is not lost: it stays with this import and can be mended and added later. An answer to a word is
        remembered for the next file. Nothing is stored until step 5.
      </p>
      {remarks.length > 0 && (
        <>
          <h2>Taken in, with a remark</h2>
          <ul>
            {remarks.map(({ code, message, count, rows }) => (
              <li key={code + message}>
                {message} {whole(count)} {count === 1 ? 'row' : 'rows'}: {rows.slice(0, 12).join(', ')}
                {count > 12 && ' and more'}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
