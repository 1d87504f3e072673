import { useMemo } from 'react';
import type { CompetencyShown, SignOff } from '#contract';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { dateText } from '../../components/numbers.ts';
import { Status, type StatusKind } from '../../components/Status.tsx';

const kindOf = ({ complete, state }: CompetencyShown): StatusKind =>
  complete ? 'green' : state === 'needs_support' ? 'red' : state === 'not_started' ? 'blue' : 'amber';

/** Who signed and when: "Jane Mistry, 1 October 2026". */
const signedText = (who: string | null, day: string | null) =>
  day === null ? (who === null ? '–' : `${who}, not signed yet`) : [who, dateText(day)].filter(Boolean).join(', ');

const columnsFor = (
  { lists }: SignOff,
  preceptee: string,
  onOpen: (competency: string) => void,
): Column<CompetencyShown>[] => [
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
    means: 'Not started, working towards, or signed.',
  },
  {
    key: 'assessorSigned',
    title: 'Signed by the assessor',
    value: ({ assessor, assessorSigned }) => signedText(assessor, assessorSigned),
    means: 'Who signed and when.',
  },
  {
    key: 'precepteeSigned',
    title: 'Signed by the preceptee',
    value: ({ precepteeSigned }) => signedText(precepteeSigned === null ? null : preceptee, precepteeSigned),
    means: 'When the preceptee signed. A competency is complete once both have.',
  },
  {
    key: 'act',
    title: 'Action',
    acts: true,
    value: () => null,
    show: ({ competency, number, title }) => (
      <Button aria-label={`Record ${number} ${title}`} onClick={() => onOpen(competency)}>
        Record
      </Button>
    ),
  },
];

interface CompetencyTableProps {
  signOff: SignOff;
  /** The preceptee's name: the second who signs. */
  preceptee: string;
  onOpen: (competency: string) => void;
}

/** Competencies by number and title, with the two signatures of each. */
export function CompetencyTable({ signOff, preceptee, onOpen }: CompetencyTableProps) {
  const columns = useMemo(() => columnsFor(signOff, preceptee, onOpen), [signOff, preceptee, onOpen]);
  return (
    <>
      <p>
        {signOff.complete} of {signOff.competencies.length} complete: competent, and signed by two people, the assessor
        and the preceptee. Numbers and titles only: what each asks for is read at its publisher.
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
