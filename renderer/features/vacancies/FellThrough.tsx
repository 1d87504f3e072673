import { Select, TextInput } from 'nhsuk-react-components';
import { type FormEvent, useState } from 'react';
import type { VacancyPlan, VacancyPost } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Form } from '../../components/Form.tsx';
import { dateText } from '../../components/numbers.ts';
import { DialogFoot } from '../../components/DialogFoot.tsx';

interface FellThroughProps {
  plan: VacancyPlan;
  post: VacancyPost;
  onBack: () => void;
  onClose: () => void;
}

/** Notes an offer that came to nothing, and takes the post back to a stage. */
export function FellThrough({ plan, post, onBack, onClose }: FellThroughProps) {
  const trust = useTrust().code;
  const [fell, setFell] = useState(plan.on);
  const [reason, setReason] = useState('');
  const [backTo, setBackTo] = useState('advert');
  const note = useAct(
    () => planner.vacancies.offerFellThrough({ trust, key: post.key, fell, reason, backTo }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    note.mutate(undefined, { onSuccess: onClose });
  };
  return (
    <Dialog title="The offer fell through" record={post.key} onClose={onClose}>
      <Form onSubmit={submit}>
        <p>
          The offer {post.offered ? `of ${dateText(post.offered)} ` : ''}is kept among those that fell through. The post
          goes on without its candidate, offer, checks and start.
        </p>
        <TextInput
          id="fell-on"
          label="Day on which it fell through"
          type="date"
          value={fell}
          error={note.isError ? sentence(note.error) : undefined}
          onChange={(event) => setFell(event.target.value)}
        />
        <TextInput
          id="fell-reason"
          label="Reason (optional)"
          value={reason}
          autoComplete="off"
          onChange={(event) => setReason(event.target.value)}
        />
        <Select
          id="fell-back"
          label="The post goes back to"
          value={backTo}
          onChange={(event) => setBackTo(event.target.value)}
        >
          {plan.stages
            .filter(({ key }) =>
              ['approval', 'advert', 'shortlisting', 'interview', 'on_hold', 'withdrawn'].includes(key),
            )
            .map(({ key, name }) => (
              <Select.Option key={key} value={key}>
                {name}
              </Select.Option>
            ))}
        </Select>
        <DialogFoot
          save="Note that it fell through"
          history={{ kind: 'vacancy', key: post.key }}
          isSaving={note.isPending}
          onCancel={onBack}
          cancel="Back to the post"
        />
      </Form>
    </Dialog>
  );
}
