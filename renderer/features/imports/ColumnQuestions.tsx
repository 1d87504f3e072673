import type { Inspection, Mapping } from '#contract';
import { Button } from '../../components/Button.tsx';

type Recognised = Extract<Inspection, { kind: 'recognised' }>;
type Question = Recognised['questions'][number];

/** What must be said of the columns before the file can be read, each with its answers: questions about one column together. */
export function ColumnQuestions({
  inspection: { columns, questions },
  mapping,
  onChange,
}: {
  inspection: Recognised;
  mapping: Mapping;
  onChange: (part: Mapping) => void;
}) {
  if (questions.length === 0) return null;
  const groups = together(questions);
  const answer = (fields: NonNullable<Mapping['fields']>) => onChange({ fields: { ...mapping.fields, ...fields } });
  const nameOf = (place: number) => columns[place]?.heading || `column ${columns[place]?.letter ?? place + 1}`;
  return (
    <section className="note note--attention" aria-label="Questions about the columns">
      <p>
        <strong>
          {groups.length === 1 ? 'One thing is to be said' : `${groups.length} things are to be said`} before the rows
          can be read.
        </strong>
      </p>
      {groups.map((same) => {
        const [first] = same;
        const [place] = first.candidates;
        const isOne = same.length > 1 && place !== undefined;
        const none = Object.fromEntries(same.map(({ field }) => [field, null]));
        return (
          <div key={first.field} role="group" aria-label={isOne ? nameOf(place) : first.title}>
            <p>{isOne ? `No heading is known for “${nameOf(place)}”. What is it?` : first.message}</p>
            <span className="actions">
              {isOne
                ? same.map(({ field, title }) => (
                    <Button key={field} onClick={() => answer({ ...none, [field]: place + 1 })}>
                      {title}
                    </Button>
                  ))
                : first.candidates.map((one) => (
                    <Button key={one} onClick={() => answer({ [first.field]: one + 1 })}>
                      It is “{nameOf(one)}”
                    </Button>
                  ))}
              {!same.some(({ required }) => required) && (
                <Button onClick={() => answer(none)}>{isOne ? 'None of these: leave it out' : 'There is none'}</Button>
              )}
            </span>
          </div>
        );
      })}
    </section>
  );
}

/** Questions that ask about the same single column are one question. */
function together(questions: readonly Question[]): [Question, ...Question[]][] {
  const groups: [Question, ...Question[]][] = [];
  for (const question of questions) {
    const { why, candidates } = question;
    const isSame = ([one]: [Question, ...Question[]]) =>
      why === 'no_column' &&
      one.why === why &&
      candidates.length === 1 &&
      one.candidates.length === 1 &&
      one.candidates[0] === candidates[0];
    const known = groups.find(isSame);
    if (known) known.push(question);
    else groups.push([question]);
  }
  return groups;
}
