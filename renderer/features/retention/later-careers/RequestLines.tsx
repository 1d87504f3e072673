import { useState } from 'react';
import type { FlexibleLine, FlexibleWorking } from '#contract';
import { Choose, inSentence } from '../../../components/Choose.tsx';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { percentText } from '../../../components/numbers.ts';

type Of = keyof FlexibleWorking['by'];
export const lineTitles: Record<Of, string> = {
  unit: 'Unit',
  band: 'Band',
  group: 'Staff group',
  kind: 'What was asked for',
  reason: 'Reason',
};
const share = ({ numerator, denominator }: FlexibleLine['grantedOfAsked']) =>
  denominator === 0 ? null : numerator / denominator;

/** Requests of the period by unit, band, staff group, kind or reason, with what was granted of each. */
export function RequestLines({ data }: { data: FlexibleWorking }) {
  const [of, setOf] = useState<Of>('unit');
  const columns: Column<FlexibleLine>[] = [
    { key: 'name', title: lineTitles[of], header: true, value: ({ name }) => name },
    {
      key: 'asked',
      title: 'Asked',
      number: true,
      value: ({ asked }) => asked,
      means: 'Requests made in the days chosen.',
    },
    {
      key: 'granted',
      title: 'Granted',
      number: true,
      value: ({ granted }) => granted,
      means: 'Requests granted in full or in part.',
    },
    {
      key: 'refused',
      title: 'Refused',
      number: true,
      value: ({ refused }) => refused,
      means: 'Requests refused, for one of the statutory reasons.',
    },
    {
      key: 'withdrawn',
      title: 'Withdrawn',
      number: true,
      value: ({ withdrawn }) => withdrawn,
      means: 'Requests taken back by the person.',
    },
    {
      key: 'open',
      title: 'Open',
      number: true,
      value: ({ open }) => open,
      means: 'Requests that are not decided yet.',
    },
    {
      key: 'rate',
      title: 'Granted of asked',
      number: true,
      share: true,
      value: ({ grantedOfAsked }) => share(grantedOfAsked),
      show: ({ grantedOfAsked }) => percentText(grantedOfAsked),
      means: 'Granted ÷ asked.',
    },
    {
      key: 'decided',
      title: 'Granted of decided',
      number: true,
      share: true,
      value: ({ grantedOfDecided }) => share(grantedOfDecided),
      show: ({ grantedOfDecided }) => percentText(grantedOfDecided),
      means: 'Granted ÷ (granted + refused).',
    },
  ];
  return (
    <section aria-labelledby="whose-title">
      <div className="chart-section__head">
        <h2 id="whose-title">Whose requests</h2>
        <Choose title="By" value={of} choices={inSentence(lineTitles)} onChoose={setOf} />
      </div>
      <DataTable
        key={of}
        caption={`Requests by ${lineTitles[of].toLowerCase()}`}
        columns={columns}
        rows={data.by[of]}
        rowKey={({ key }) => key}
      />
    </section>
  );
}
