import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type AuditEntryShown, type AuditKind, ROLE_NAMES, type Role } from '#contract';
import { planner } from '../../client/planner.ts';
import { sentence } from '../../client/refusal.ts';
import { saveExported } from '../../client/save-exported.ts';
import { announce } from '../../components/announce.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { asNamed, Choose, named } from '../../components/Choose.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';
import { clockText, dateText, decimal } from '../../components/numbers.ts';
import { procedureWords } from './words.ts';

const KINDS: Readonly<Record<AuditKind, string>> = {
  session: 'Sign-in and lock',
  view: 'View of people',
  change: 'Change',
  import: 'Import',
  export: 'Export',
  undo: 'Undo and redo',
  restore: 'Restore',
  refused: 'Refused',
};

const columns: Column<AuditEntryShown>[] = [
  { key: 'at', title: 'When', value: ({ at }) => at, show: ({ at }) => `${dateText(at)}, ${clockText(at)}` },
  { key: 'who', title: 'Who', value: ({ who }) => who, header: true },
  {
    key: 'role',
    title: 'As',
    value: ({ role }) => ROLE_NAMES[role as Role] ?? role,
    means: 'What the profile may do: read figures, see people, or edit.',
  },
  {
    key: 'kind',
    title: 'Kind',
    value: ({ kind }) => KINDS[kind],
    means: 'What was done: something opened, changed, exported, imported or signed in.',
  },
  { key: 'what', title: 'What', value: ({ what }) => procedureWords(what) },
  { key: 'trust', title: 'Trust', value: ({ trust }) => trust },
  {
    key: 'record',
    title: 'Record',
    value: ({ record }) => record,
    means: 'The number of the row that was opened or changed; nobody is named.',
  },
  {
    key: 'number',
    title: 'Entry',
    value: ({ number, isFromElsewhere }) => `${number}${isFromElsewhere ? ' of another PC' : ''}`,
    means: 'The entry’s number. Numbers run on without a gap.',
  },
  {
    key: 'hash',
    title: 'Hash',
    value: ({ hash }) => hash.slice(0, 12),
    means: 'Made of the entry and the hash before it, so that a change of an old entry shows.',
  },
];

/** Who did what and when, for the auditor: each entry bound to the one before it. */
export default function AuditScreen() {
  const [who, setWho] = useState('');
  const [kind, setKind] = useState<AuditKind | ''>('');
  const [[first, last], setDays] = useState(['', '']);
  const filter = { who: who || null, kind: kind || null, first: first || null, last: last || null };
  const list = useQuery({
    queryKey: ['audit', filter],
    queryFn: () => planner.audit.list(filter),
    placeholderData: keepPreviousData,
  });
  const verdict = useQuery({ queryKey: ['audit', 'verdict'], queryFn: () => planner.audit.verify() });
  const save = (format: 'xlsx' | 'csv') =>
    planner.audit
      .file({ format })
      .then(saveExported)
      .then((said) => said && announce(said))
      .catch((error: unknown) => announce(sentence(error)));
  return (
    <Page
      title="Audit"
      subtitle="Who did what and when, never what was seen or written · can be added to and not changed"
      filters={
        <>
          <Choose title="What" value={kind} choices={named(KINDS)} all="everything" onChoose={setKind} />
          <Choose
            title="Who"
            value={who}
            choices={asNamed(list.data?.people ?? [])}
            all="everybody"
            onChoose={setWho}
          />
          <label className="filter">
            From
            <input type="date" value={first} onChange={({ target }) => setDays([target.value, last])} />
          </label>
          <label className="filter">
            To
            <input type="date" value={last} onChange={({ target }) => setDays([first, target.value])} />
          </label>
        </>
      }
      actions={
        <>
          <Button onClick={() => void save('xlsx')}>Save all as .xlsx</Button>
          <Button onClick={() => void save('csv')}>Save all as .csv</Button>
        </>
      }
    >
      <Answered query={verdict}>
        {({ isWhole, words }) => (
          <p className={`note ${isWhole ? '' : 'note--wrong'}`} role={isWhole ? undefined : 'alert'}>
            {words}
            {!isWhole && ' Keep this PC as it is and tell your information governance team.'}
          </p>
        )}
      </Answered>
      <Answered query={list}>
        {({ rows, total, howToVerify }) =>
          rows.length === 0 ? (
            <EmptyState title="No entry">
              <p>Nothing that this filter asks for has been done yet. Choose everything and everybody to see all.</p>
            </EmptyState>
          ) : (
            <>
              {total > rows.length && (
                <p>
                  The newest {decimal(rows.length, 0)} of {decimal(total, 0)} entries. Save the file for all of them.
                </p>
              )}
              <DataTable
                caption="Audit"
                columns={columns}
                rows={rows}
                rowKey={({ id }) => id}
                definitions={[{ term: 'How to verify', meaning: howToVerify }]}
              />
            </>
          )
        }
      </Answered>
    </Page>
  );
}
