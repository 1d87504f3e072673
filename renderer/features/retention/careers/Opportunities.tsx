import { useState } from 'react';
import type { Careers, Opportunity } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useTrust } from '../../../client/trust.ts';
import { Button } from '../../../components/Button.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { dateText } from '../../../components/numbers.ts';
import { Status } from '../../../components/Status.tsx';
import { typedCells, typedOrNull } from '../../../components/use-form.ts';
import { RecordDialog, startOf } from './RecordDialog.tsx';
import { DataTable, type Column } from '../../../components/DataTable.tsx';

const keys = ['title', 'kind', 'place', 'opens', 'closes', 'places', 'note'] as const;
const interestKeys = ['name', 'person', 'day', 'outcome'] as const;
type Interest = Opportunity['interests'][number];
type Open =
  | { of: 'opportunity'; opportunity: Opportunity | null }
  | { of: 'interest'; opportunity: Opportunity; interest: Interest | null };

const placesOf = (text: string) => (text.trim() === '' ? null : Number(text));

/** Secondments, courses, shadowing and the like, and who is interested in each. */
export function Opportunities({ data }: { data: Careers }) {
  const trust = useTrust().code;
  const [open, setOpen] = useState<Open | null>(null);
  const add = (
    <Button kind="main" onClick={() => setOpen({ of: 'opportunity', opportunity: null })}>
      Add an opportunity
    </Button>
  );
  const nameOf = (some: readonly { key: string; name: string }[], key: string) =>
    some.find((one) => one.key === key)?.name ?? key;
  const columns: Column<Careers['opportunities'][number]>[] = [
    {
      key: 'title',
      title: 'Opportunity',
      header: true,
      value: ({ title }) => title,
      show: (one) => (
        <>
          <button type="button" className="link" onClick={() => setOpen({ of: 'opportunity', opportunity: one })}>
            {one.title}
          </button>
          <span className="equality-table__how">
            {[nameOf(data.choices.opportunityKinds, one.kind), one.place].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    {
      key: 'open',
      title: 'Open',
      value: ({ isOpen }) => (isOpen ? 'Open' : 'Not open'),
      show: ({ isOpen, closes }) => (
        <>
          <Status kind={isOpen ? 'green' : 'blue'} word={isOpen ? 'Open' : 'Not open'} />
          {closes && <span className="equality-table__how">until {dateText(closes)}</span>}
        </>
      ),
      means: 'Open from its first to its last day, as on today.',
    },
    {
      key: 'places',
      title: 'Places',
      value: ({ places }) => places ?? 'Not said',
      means: 'How many people can take it up.',
    },
    {
      key: 'interested',
      title: 'Who is interested',
      value: ({ interests }) =>
        interests
          .map(({ name, outcome }) => `${name}, ${nameOf(data.choices.outcomes, outcome).toLowerCase()}`)
          .join('; '),
      show: (one) => (
        <>
          <ul className="successors">
            {one.interests.map((interest) => (
              <li key={interest.id}>
                <button
                  type="button"
                  className="link"
                  onClick={() => setOpen({ of: 'interest', opportunity: one, interest })}
                >
                  {interest.name}
                </button>
                {`, ${nameOf(data.choices.outcomes, interest.outcome).toLowerCase()}`}
              </li>
            ))}
          </ul>
          <Button
            aria-label={`Add somebody who is interested in ${one.title}`}
            onClick={() => setOpen({ of: 'interest', opportunity: one, interest: null })}
          >
            Add
          </Button>
        </>
      ),
      means: 'People who want it, and what came of it.',
    },
  ];
  return (
    <>
      {data.opportunities.length === 0 ? (
        <EmptyState title="No opportunity yet" action={add}>
          <p>
            Secondments, courses, places to shadow and projects will be here, with who is interested and what came of
            it. Enter the first one.
          </p>
        </EmptyState>
      ) : (
        <>
          <DataTable
            className="equality-table"
            caption="Opportunities"
            columns={columns}
            rows={data.opportunities}
            rowKey={({ id }) => id}
          />
          <p className="not-printed below-table">{add}</p>
        </>
      )}
      {open?.of === 'opportunity' && (
        <RecordDialog
          id="opportunity"
          title={open.opportunity ? open.opportunity.title : 'Add an opportunity'}
          history={open.opportunity ? { kind: 'career_opportunity', key: String(open.opportunity.id) } : null}
          start={startOf(keys, open.opportunity, { kind: data.choices.opportunityKinds[0]?.key ?? '' })}
          needed={{ title: 'Enter what it is called.' }}
          fields={[
            { key: 'title', label: 'Title' },
            { key: 'kind', label: 'Kind', choices: data.choices.opportunityKinds },
            { key: 'place', label: 'Where' },
            { key: 'places', label: 'Places', kind: 'number' },
            { key: 'opens', label: 'Opens', kind: 'date' },
            { key: 'closes', label: 'Closes', kind: 'date' },
            { key: 'note', label: 'Note', kind: 'words' },
          ]}
          onSave={(typed, aboutNoPatient) =>
            planner.retention.setOpportunity({
              trust,
              ...typedCells(keys, typed),
              title: typed.title,
              kind: typed.kind,
              places: placesOf(typed.places),
              ...(open.opportunity ? { id: open.opportunity.id } : {}),
              aboutNoPatient,
            })
          }
          {...(open.opportunity
            ? { onRemove: () => planner.retention.removeOpportunity({ trust, id: open.opportunity!.id }) }
            : {})}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.of === 'interest' && (
        <RecordDialog
          id="interest"
          title={open.opportunity.title}
          history={open.interest ? { kind: 'opportunity_interest', key: String(open.interest.id) } : null}
          start={startOf(interestKeys, open.interest, { day: data.on, outcome: data.choices.outcomes[0]?.key ?? '' })}
          needed={{ name: 'Enter who is interested.', day: 'Enter the day.' }}
          fields={[
            { key: 'name', label: 'Name' },
            { key: 'person', label: 'Employee number (optional)' },
            { key: 'day', label: 'Day', kind: 'date' },
            { key: 'outcome', label: 'What came of it', choices: data.choices.outcomes },
          ]}
          onSave={(typed) =>
            planner.retention.setInterest({
              trust,
              opportunity: open.opportunity.id,
              name: typed.name,
              person: typedOrNull(typed.person),
              day: typed.day,
              outcome: typed.outcome,
              ...(open.interest ? { id: open.interest.id } : {}),
            })
          }
          {...(open.interest
            ? { onRemove: () => planner.retention.removeInterest({ trust, id: open.interest!.id }) }
            : {})}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
