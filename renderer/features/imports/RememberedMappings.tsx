import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { datesOf } from './dates-of.ts';
import { MappingDialog, type RememberedMapping } from './MappingDialog.tsx';
import { DataTable, type Column } from '../../components/DataTable.tsx';

/** How files were matched before, which holds for the next file of the same shape; each can be changed or forgotten. */
export function RememberedMappings() {
  const trust = useTrust();
  const mappings = useQuery({
    queryKey: ['import mappings', trust.code],
    queryFn: () => planner.imports.mappings({ trust: trust.code }),
  });
  const [changing, setChanging] = useState<RememberedMapping | null>(null);
  const forget = useAct(
    (id: number) => planner.imports.forgetMapping({ id }),
    () => 'Forgotten: the next such file is matched anew',
  );
  const columns: Column<RememberedMapping>[] = [
    { key: 'kind', title: 'Kind of file', header: true, value: ({ title }) => title },
    {
      key: 'which',
      title: 'Which files',
      value: ({ headings }) =>
        headings.length > 0
          ? `those with ${headings.length} headings: ${headings.slice(0, 4).join(', ')}…`
          : 'every one',
    },
    { key: 'what', title: 'What is remembered', value: inWords },
    {
      key: 'act',
      title: 'Actions',
      acts: true,
      value: () => null,
      show: (one) => (
        <span className="actions">
          <Button
            onClick={() => setChanging(one)}
            aria-label={`Change what is remembered of ${one.title}, ${inWords(one)}`}
          >
            Change
          </Button>
          <Button onClick={() => forget.mutate(one.id)} aria-label={`Forget ${one.title}, ${inWords(one)}`}>
            Forget
          </Button>
        </span>
      ),
    },
  ];
  return (
    <Answered query={mappings}>
      {(remembered) =>
        remembered.length > 0 && (
          <>
            <h2>What was remembered</h2>
            <DataTable
              caption="What was remembered of files"
              columns={columns}
              rows={remembered}
              rowKey={({ id }) => id}
            />
            {changing && <MappingDialog remembered={changing} onClose={() => setChanging(null)} />}
          </>
        )
      }
    </Answered>
  );
}

const few = 4;

/** "MW6 means 6, D means day and 2 more". */
function inWords({
  title,
  mapping: { kind, codes, fields, filledDown, format },
  formatTitle,
  fieldTitles,
}: RememberedMapping): string {
  const words = Object.values(codes ?? {}).flatMap((set) =>
    Object.entries(set).map(([word, meaning]) => `${word} means ${meaning}`),
  );
  const columns = Object.entries(fields ?? {}).map(([field, column]) =>
    column === null ? `no column for ${fieldTitles[field] ?? field}` : `${fieldTitles[field] ?? field} is ${column}`,
  );
  const blanks = Object.entries(filledDown ?? {}).map(
    ([field, isOn]) => `blank cells of ${fieldTitles[field] ?? field} ${isOn ? 'are the value above' : 'stay blank'}`,
  );
  const reading = format === undefined ? [] : [`its dates are ${datesOf(formatTitle ?? format).toLowerCase()}`];
  const said = kind === undefined ? [] : [`it is ${title.toLowerCase()}, whatever its headings tell`];
  const all = [...said, ...reading, ...blanks, ...words, ...columns];
  const more = all.length > few ? ` and ${all.length - few} more` : '';
  return all.slice(0, few).join(', ') + more;
}
