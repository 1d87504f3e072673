import { type FormEvent, useState } from 'react';
import type { VacancyPlan, VacancyPost, VacancyPostField } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { fieldProblems, sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary, type Problem } from '../../components/ErrorSummary.tsx';
import { Form } from '../../components/Form.tsx';
import { decimal } from '../../components/numbers.ts';
import { FellThrough } from './FellThrough.tsx';
import { PostField } from './PostField.tsx';
import { fileText, supernumeraryText } from './words.ts';

const sections: { title: string; fields: VacancyPostField[] }[] = [
  {
    title: 'The post',
    fields: ['post', 'unit', 'staffGroup', 'band', 'wte', 'vacancyRef', 'since', 'reason', 'approvedBy'],
  },
  { title: 'Where it stands', fields: ['stage', 'expectedStart', 'start', 'probability'] },
  {
    title: 'Dates of the stages',
    fields: ['approved', 'advertised', 'shortlisted', 'interviewed', 'offered', 'cleared'],
  },
  { title: 'Who is to fill it', fields: ['route', 'cohort', 'university', 'candidate', 'supernumeraryWeeks', 'notes'] },
];
const fields = sections.flatMap((section) => section.fields);
const numbers: readonly VacancyPostField[] = ['probability', 'supernumeraryWeeks'];
type Typed = Record<VacancyPostField, string>;

function typedOf(post: VacancyPost | null): Typed {
  const text = (field: VacancyPostField) => {
    if (post === null) return field === 'stage' ? 'approval' : '';
    return field === 'wte' ? String(post.wte / 100_000) : String(post[field] ?? '');
  };
  return Object.fromEntries(fields.map((field) => [field, text(field)])) as Typed;
}

/** What was typed as the planner takes it, or the fields that cannot be understood. */
function readTyped(typed: Typed): { cells: Record<string, string | number | null>; problems: Problem[] } {
  const problems: Problem[] = [];
  const cells = Object.fromEntries(
    fields.map((field) => {
      const text = typed[field].trim();
      if (field === 'wte') {
        const wte = Math.round(Number(text.replace(',', '.')) * 100_000);
        if (text === '' || !Number.isFinite(wte) || wte <= 0)
          problems.push({ field: 'post-wte', message: 'Enter the WTE of the post, such as 0.8.' });
        return [field, wte];
      }
      if (text === '') return [field, null];
      if (!numbers.includes(field)) return [field, text];
      if (!/^\d{1,3}$/.test(text)) problems.push({ field: `post-${field}`, message: 'Enter a whole number.' });
      return [field, Number(text)];
    }),
  );
  return { cells, problems };
}

interface PostDialogProps {
  plan: VacancyPlan;
  /** Null for a new one. */
  post: VacancyPost | null;
  onClose: () => void;
}

/** A post of the plan, to be entered or changed. Of a tracker's post the file's own word stands beside what was changed. */
export function PostDialog({ plan, post, onClose }: PostDialogProps) {
  const trust = useTrust().code;
  const [typed, setTyped] = useState(() => typedOf(post));
  const [problems, setProblems] = useState<Problem[]>([]);
  const [falling, setFalling] = useState(false);
  const said = ({ label }: { label: string | null }) => (label ? `Saved: ${label}` : 'Nothing was changed');
  const save = useAct((cells: Record<string, string | number | null>) => {
    if (post === null) return planner.vacancies.addPost({ trust, ...(cells as { wte: number }) });
    const before = readTyped(typedOf(post)).cells;
    const changes = Object.fromEntries(Object.entries(cells).filter(([field, value]) => before[field] !== value));
    return planner.vacancies.changePost({ trust, key: post.key, ...changes });
  }, said);
  const resetPost = useAct(() => planner.vacancies.resetPost({ trust, key: post?.key ?? '' }), said);
  const remove = useAct(
    () => planner.vacancies.removePost({ trust, key: post?.key ?? '' }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const failed = (error: Error) => {
    const known = fieldProblems(error).map(({ field, message }) => ({ field: `post-${field}`, message }));
    setProblems(known.length > 0 ? known : [{ field: 'post-post', message: sentence(error) }]);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readTyped(typed);
    setProblems(read.problems);
    if (read.problems.length === 0) save.mutate(read.cells, { onSuccess: onClose, onError: failed });
  };
  if (post && falling)
    return <FellThrough plan={plan} post={post} onBack={() => setFalling(false)} onClose={onClose} />;
  return (
    <Dialog
      title={post ? (post.post ?? post.vacancyRef ?? 'Post') : 'Add a vacancy'}
      record={post?.key}
      wide
      onClose={onClose}
    >
      <Form onSubmit={submit}>
        <ErrorSummary problems={problems} />
        {post && <Facts post={post} />}
        {sections.map((section) => (
          <fieldset className="form__fieldset" key={section.title}>
            <legend>{section.title}</legend>
            <div className="post-fields">
              {section.fields.map((field) => {
                const edit = post?.edited.find((one) => one.field === field);
                return (
                  <PostField
                    key={field}
                    field={field}
                    plan={plan}
                    value={typed[field]}
                    file={edit ? fileText(plan, field, edit.file) : null}
                    error={problems.find((problem) => problem.field === `post-${field}`)?.message}
                    onChange={(value) => setTyped({ ...typed, [field]: value })}
                  />
                );
              })}
            </div>
          </fieldset>
        ))}
        <DialogFoot
          save={post ? 'Save the post' : 'Add the vacancy'}
          isSaving={save.isPending}
          onCancel={onClose}
          history={post && { kind: 'vacancy', key: post.key }}
        >
          {post && post.offered !== null && post.live && (
            <Button onClick={() => setFalling(true)}>The offer fell through</Button>
          )}
          {post && post.edited.length > 0 && (
            <Button onClick={() => resetPost.mutate(undefined, { onSuccess: onClose, onError: failed })}>
              Take all as in the file
            </Button>
          )}
          {post && post.from === null && (
            <Button kind="warning" onClick={() => remove.mutate(undefined, { onSuccess: onClose, onError: failed })}>
              Remove the vacancy
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}

/** Where the post was read, and what its start means for the numbers. */
function Facts({ post }: { post: VacancyPost }) {
  const hours = post.supernumerary ? decimal(post.supernumerary.minutes / 60, 2) : null;
  return (
    <p className="post-facts">
      {post.from ? `${post.from.fileName}, ${post.from.sheet}, row ${post.from.row}` : 'Entered by hand'} ·{' '}
      {post.groupName}
      {post.supernumerary && ` · supernumerary ${supernumeraryText(post)}, ${hours} h: out of the numbers until then`}
    </p>
  );
}
