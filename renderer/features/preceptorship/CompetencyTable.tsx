import { useMemo } from 'react';
import type { CompetencyShown, SignOff } from '#contract';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { dateText } from '../../components/numbers.ts';
import { Status, type StatusKind } from '../../components/Status.tsx';

const kindOf = ({ complete, state }: CompetencyShown): StatusKind =>
  complete ? 'green' : state === 'needs_support' ? 'red' : state === 'not_started' ? 'blue' : 'amber';

const signedText = (day: string | null) => (day === null ? '–' : dateText(day));

const columnsFor = ({ lists }: SignOff, onOpen: (competency: string) => void): Column<CompetencyShown>[] => [
  { key: 'number', title: 'Number', value: ({ number }) => number },
  { key: 'title', title: 'Title', header: true, value: ({ title }) => title },
  { key: 'list', title: 'List', value: ({ list }) => lists.find(({ key }) => key === list)?.name ?? list },
  {
    key: 'state',
    title: 'State',
    value: ({ stateName }) => stateName,
    show: (one) => (
      <Status
        kind={kindOf(one)}
        word={one.complete || one.state !== 'competent' ? one.stateName : `${one.stateName}, to be signed`}
      />
    ),
  },
  { key: 'assessor', title: 'Assessor', value: ({ assessor }) => assessor },
  {
    key: 'assessorSigned',
    title: 'Assessor signed',
    value: ({ assessorSigned }) => assessorSigned,
    show: ({ assessorSigned }) => signedText(assessorSigned),
  },
  {
    key: 'precepteeSigned',
    title: 'Preceptee signed',
    value: ({ precepteeSigned }) => precepteeSigned,
    show: ({ precepteeSigned }) => signedText(precepteeSigned),
  },
  {
    key: 'act',
    title: 'Action',
    value: () => null,
    show: ({ competency, number, title }) => (
      <Button aria-label={`Record ${number} ${title}`} onClick={() => onOpen(competency)}>
        Record
      </Button>
    ),
  },
];

/** Competencies by number and title, with the two signatures of each. */
export function CompetencyTable({ signOff, onOpen }: { signOff: SignOff; onOpen: (competency: string) => void }) {
  const columns = useMemo(() => columnsFor(signOff, onOpen), [signOff, onOpen]);
  return (
    <>
      <p>
        {signOff.complete} of {signOff.competencies.length} complete: competent, and signed by the assessor and the
        preceptee. Numbers and titles only: what each asks for is read at its publisher.
      </p>
      <div className="people-table">
        <DataTable
          caption="Competencies"
          columns={columns}
          rows={signOff.competencies}
          rowKey={({ competency }) => competency}
        />
      </div>
    </>
  );
}
