import { useState } from 'react';
import type { ContinuityQuarter, ContinuityQuarterInputs, ContinuityShown } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { sentence } from '../../../client/refusal.ts';
import { useTrust } from '../../../client/trust.ts';
import { Choose } from '../../../components/Choose.tsx';
import { announce } from '../../../components/announce.ts';
import { Button } from '../../../components/Button.tsx';
import { percentText, wteText } from '../../../components/numbers.ts';
import { amountText, countText, exactShown } from './amounts.ts';
import { enterEach } from '../../../components/enter-each.ts';
import { type EntryColumn, EntryTable } from '../../../components/EntryTable.tsx';
import { readField } from './field-entry.ts';
import { quarterTitle } from './quarter-title.ts';

const ofWte = new Set(['wte', 'neededWte', 'inPostWte']);

const means = {
  teams: 'Continuity teams at the end of the quarter.',
  women: 'Women booked on a continuity of carer pathway in the quarter.',
  allWomen: 'All women booked in the quarter.',
  ethnicWomen: 'Black, Asian and mixed-ethnicity women on the pathway.',
  allEthnicWomen: 'All Black, Asian and mixed-ethnicity women booked.',
  deprivedWomen: 'Women of the most deprived tenth of areas on the pathway.',
  allDeprivedWomen: 'All women of the most deprived tenth of areas booked.',
  wte: 'WTE of midwives in the teams.',
  neededWte: 'WTE of midwives that the service needs in all.',
  inPostWte: 'WTE of midwives in post in all.',
} as const;

/** The quarterly trajectory: what is planned or reached, with the women as parts of all women. */
export function QuartersTable({ shown }: { shown: ContinuityShown }) {
  const trust = useTrust().code;
  const [chosen, setChosen] = useState<string | null>(null);
  const told = (error: Error) => announce(sentence(error));
  const set = useAct(
    ({ id, change }: { id: number; change: Partial<ContinuityQuarterInputs> }) =>
      planner.establishment.changeContinuityQuarter({ trust, id, ...change }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const add = useAct(
    (quarter: string) => planner.establishment.addContinuityQuarter({ trust, quarter }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const remove = useAct(
    (id: number) => planner.establishment.removeContinuityQuarter({ trust, id }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  type Count = 'teams' | 'women' | 'allWomen' | 'ethnicWomen' | 'allEthnicWomen' | 'deprivedWomen' | 'allDeprivedWomen';
  const count = (key: Count, title: string, unit?: string): EntryColumn<ContinuityQuarter> => ({
    key,
    title,
    ...(unit ? { unit } : {}),
    means: means[key],
    number: true,
    text: (row) => countText(row[key]),
  });
  const share = (key: 'share' | 'ethnicShare' | 'deprivedShare'): EntryColumn<ContinuityQuarter> => ({
    key,
    title: 'Part',
    means: 'Women on the pathway ÷ all such women.',
    unit: '%',
    number: true,
    show: (row) => (row[key] === null ? '–' : percentText(row[key]).replace(' %', '')),
  });
  const wte = (key: 'wte' | 'neededWte' | 'inPostWte', title: string): EntryColumn<ContinuityQuarter> => ({
    key,
    title,
    unit: 'WTE',
    means: means[key],
    number: true,
    text: (row) => amountText(row[key]),
  });
  const columns: EntryColumn<ContinuityQuarter>[] = [
    { key: 'quarter', title: 'Quarter', show: ({ quarter }) => quarterTitle(quarter) },
    count('teams', 'Teams'),
    wte('wte', 'In teams'),
    count('women', 'Women', 'on the pathway'),
    count('allWomen', 'of all', 'women'),
    share('share'),
    count('ethnicWomen', 'Black, Asian and mixed', 'on the pathway'),
    count('allEthnicWomen', 'of all', 'such women'),
    share('ethnicShare'),
    count('deprivedWomen', 'Most deprived', 'on the pathway'),
    count('allDeprivedWomen', 'of all', 'such women'),
    share('deprivedShare'),
    {
      key: 'wteForWomen',
      title: 'Women need',
      means: 'WTE of midwives that the women on the pathway need, by women for one WTE.',
      unit: 'WTE',
      number: true,
      show: ({ wteForWomen }) => exactShown(wteForWomen),
    },
    wte('neededWte', 'Needed'),
    wte('inPostWte', 'In post'),
    {
      key: 'shortOf',
      title: 'Short of',
      means: 'Needed less in post.',
      unit: 'WTE',
      number: true,
      show: ({ shortOf }) => (shortOf === null ? '–' : wteText(shortOf)),
    },
    {
      key: 'remove',
      title: 'Change',
      acts: true,
      show: ({ id, quarter }) => (
        <Button
          className="button--small"
          aria-label={`Remove ${quarterTitle(quarter)}`}
          onClick={() => remove.mutate(id, { onError: told })}
        >
          Remove
        </Button>
      ),
    },
  ];
  const next = chosen && shown.quartersToAdd.includes(chosen) ? chosen : shown.quartersToAdd[0];
  return (
    <section className="quarters">
      <div className="grid-head">
        <h2>Trajectory by quarter</h2>
        {next && (
          <span className="grid-tools">
            <Choose
              title="Quarter"
              value={next}
              choices={shown.quartersToAdd.map((quarter) => ({ key: quarter, name: quarterTitle(quarter) }))}
              onChoose={setChosen}
            />
            <Button onClick={() => add.mutate(next, { onError: told })}>Add the quarter</Button>
          </span>
        )}
      </div>
      {shown.quarters.length === 0 ? (
        <p>No quarter yet. Add the first one: what is planned, or what was reached.</p>
      ) : (
        <EntryTable
          caption="Trajectory by quarter"
          columns={columns}
          rows={shown.quarters}
          rowKey={({ id }) => String(id)}
          rowName={({ quarter }) => quarterTitle(quarter)}
          recordOf={({ id }) => ({ kind: 'continuity_quarter', key: String(id) })}
          onEnter={(cells) =>
            enterEach(
              cells,
              ({ column, text }) => readField(ofWte.has(column) ? 'wte' : 'count', text),
              ({ row, column }, value) => set.mutateAsync({ id: Number(row), change: { [column]: value } }),
            )
          }
        />
      )}
    </section>
  );
}
