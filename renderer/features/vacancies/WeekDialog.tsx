import { Select, TextInput } from 'nhsuk-react-components';
import { type FormEvent, useState } from 'react';
import type { Placements, PlacementWeek } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Form } from '../../components/Form.tsx';
import { dateText } from '../../components/numbers.ts';
import { CapacityDialog } from './CapacityDialog.tsx';
import { DataTable, type Column } from '../../components/DataTable.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';

const blank = { id: 0, university: '', learner: 'year_1', released: '', filled: '', unfilledReason: '' };

/** An area's week: its places by university, each of which is entered here. */
export function WeekDialog({
  data,
  week,
  onClose,
}: {
  data: Placements;
  week: PlacementWeek | null;
  onClose: () => void;
}) {
  const trust = useTrust().code;
  const [typed, setTyped] = useState(blank);
  const [changing, setChanging] = useState(false);
  const said = ({ label }: { label: string | null }) => label && `Saved: ${label}`;
  const save = useAct(
    () =>
      planner.vacancies.setPlaces({
        trust,
        week: week?.id ?? 0,
        ...(typed.id > 0 ? { id: typed.id } : {}),
        university: typed.university,
        learner: typed.learner,
        released: Number(typed.released || 0),
        filled: Number(typed.filled || 0),
        unfilledReason: typed.unfilledReason || null,
      }),
    said,
  );
  const removePlaces = useAct((id: number) => planner.vacancies.removePlaces({ trust, id }), said);
  const removeWeek = useAct(() => planner.vacancies.removeCapacity({ trust, id: week?.id ?? 0 }), said);
  const failed = { onError: (error: Error) => announce(sentence(error)) };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined, { onSuccess: () => setTyped(blank) });
  };
  if (!week) return null;
  if (changing) return <CapacityDialog week={week} onClose={() => setChanging(false)} />;
  const field = (key: 'university' | 'released' | 'filled' | 'unfilledReason', label: string, list?: string) => (
    <TextInput
      id={`places-${key}`}
      label={label}
      value={typed[key]}
      list={list}
      autoComplete="off"
      onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
    />
  );
  const columns: Column<PlacementWeek['places'][number]>[] = [
    { key: 'university', title: 'University', header: true, value: ({ university }) => university },
    { key: 'learner', title: 'Students', value: ({ learnerName }) => learnerName },
    {
      key: 'released',
      title: 'Released',
      number: true,
      sum: 0,
      value: ({ released }) => released,
      means: 'Places offered to the university for the week.',
    },
    {
      key: 'filled',
      title: 'Filled',
      number: true,
      sum: 0,
      value: ({ filled }) => filled,
      means: 'Places that a student took.',
    },
    {
      key: 'why',
      title: 'Why unfilled',
      value: ({ unfilled, unfilledReason }) => (unfilled > 0 ? (unfilledReason ?? 'No reason given') : ''),
    },
    {
      key: 'act',
      title: 'Actions',
      acts: true,
      value: () => null,
      show: (one) => (
        <span className="actions">
          <Button
            aria-label={`Change ${one.university}, ${one.learnerName}`}
            onClick={() =>
              setTyped({
                id: one.id,
                university: one.university,
                learner: one.learner,
                released: String(one.released),
                filled: String(one.filled),
                unfilledReason: one.unfilledReason ?? '',
              })
            }
          >
            Change
          </Button>
          <Button
            aria-label={`Remove ${one.university}, ${one.learnerName}`}
            onClick={() => removePlaces.mutate(one.id, failed)}
          >
            Remove
          </Button>
        </span>
      ),
    },
  ];
  return (
    <Dialog title={`${week.area}, week of ${dateText(week.week)}`} wide onClose={onClose}>
      <p>
        {week.supervisedShifts} supervised shifts ÷ {week.shiftsNeeded} = {week.capacity} places · {week.released}{' '}
        released · {week.filled} filled
      </p>
      {week.places.length === 0 ? (
        <p>No places are released yet. Enter the first university below.</p>
      ) : (
        <DataTable caption="Places by university" columns={columns} rows={week.places} rowKey={({ id }) => id} />
      )}
      <Form onSubmit={submit}>
        <h3>{typed.id > 0 ? 'Change these places' : 'Add places'}</h3>
        {save.isError && (
          <p className="note note--wrong" role="alert">
            {sentence(save.error)}
          </p>
        )}
        <div className="post-fields">
          {field('university', 'University', 'places-universities')}
          <Select
            id="places-learner"
            label="Students"
            value={typed.learner}
            onChange={(event) => setTyped({ ...typed, learner: event.target.value })}
          >
            {data.learners.map(({ key, name }) => (
              <Select.Option key={key} value={key}>
                {name}
              </Select.Option>
            ))}
          </Select>
          {field('released', 'Released')}
          {field('filled', 'Filled')}
          {field('unfilledReason', 'Why unfilled', 'places-reasons')}
        </div>
        <datalist id="places-universities">
          {data.universities.map(({ university }) => (
            <option key={university} value={university}>
              {university}
            </option>
          ))}
        </datalist>
        <datalist id="places-reasons">
          {data.unfilledReasons.map((reason) => (
            <option key={reason} value={reason}>
              {reason}
            </option>
          ))}
        </datalist>
        <DialogFoot
          save="Save the places"
          isSaving={save.isPending}
          onCancel={onClose}
          cancel="Close"
          history={week && { kind: 'placement_week', key: String(week.id) }}
        >
          <Button onClick={() => setChanging(true)}>Change the capacity</Button>
          <Button kind="warning" onClick={() => removeWeek.mutate(undefined, { onSuccess: onClose, ...failed })}>
            Remove the week
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
