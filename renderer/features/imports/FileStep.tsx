import { Select, TextInput } from 'nhsuk-react-components';
import type { ComponentProps } from 'react';
import type { Inspection, Mapping } from '#contract';
import { Button } from '../../components/Button.tsx';
import { dateText } from '../../components/numbers.ts';
import { Term } from '../../components/Term.tsx';
import { AnotherKind } from './AnotherKind.tsx';
import { datesOf } from './dates-of.ts';
import { useHalfTyped } from './half-typed.ts';
import type { WhatItIs } from './WhatItIs.tsx';

interface FileStepProps {
  inspection: Inspection;
  mapping: Mapping;
  onChange: (part: Mapping) => void;
  /** It is of another kind than it was recognised as. */
  onSaid: (what: WhatItIs) => void;
}

/** What the file was recognised as, with the reason; or the question which of several readings is meant. */
export function FileStep({ inspection, mapping, onChange, onSaid }: FileStepProps) {
  if (inspection.kind === 'ambiguous')
    return (
      <section className="panel">
        <h2>Which one should be imported?</h2>
        <p>More than one reading fits. Choose the one that is meant: nothing is stored yet.</p>
        <ul className="choices">
          {inspection.choices.map(({ kind, format, sheet, headerRow, title }) => (
            <li key={`${kind}${format}${sheet}${headerRow}`}>
              <Button onClick={() => onChange({ kind, format, sheet, headerRow })}>
                {title}, sheet “{sheet}”
              </Button>{' '}
              headings in row {headerRow}
            </li>
          ))}
        </ul>
        <AnotherKind sheets={inspection.firstRows} now={{}} onSaid={onSaid} />
      </section>
    );
  const { stated, text, sheets, remarks, of, dateNeeded } = inspection;
  const visible = sheets.filter(({ hidden }) => !hidden);
  const hidden = sheets.length - visible.length;
  return (
    <div className="columns">
      <section className="panel">
        <h2>What was recognised</h2>
        <dl className="facts">
          <dt>Kind</dt>
          <dd>
            {inspection.title}
            {inspection.formatTitle && `, ${inspection.formatTitle}`}
          </dd>
          <dt>Why</dt>
          <dd>{inspection.reason}</dd>
          <dt>Sheet</dt>
          <dd>
            {inspection.sheet}
            {hidden > 0 && ` (${hidden} hidden ${hidden === 1 ? 'sheet is' : 'sheets are'} not read)`}
          </dd>
          <dt>Headings</dt>
          <dd>row {inspection.headerRow}</dd>
          {text && (
            <>
              <dt>Text</dt>
              <dd>
                {text.encoding}, fields parted by {text.delimiter === '\t' ? 'tabs' : `“${text.delimiter}”`}
              </dd>
            </>
          )}
          <dt>Values</dt>
          <dd>{inspection.values.join('; ') || 'as text'}</dd>
          <dt>
            {of === 'period' ? 'Period stated' : of === 'day' ? <Term of="census">Day stated</Term> : 'Day stated'}
          </dt>
          <dd>
            {stated === null
              ? 'none in the file'
              : of === 'period'
                ? `${dateText(stated.first)} to ${dateText(stated.last)}`
                : dateText(stated.last)}
          </dd>
        </dl>
        {remarks.map(({ code, message }) => (
          <p className="note note--attention" key={code + message}>
            {message}
          </p>
        ))}
        <AnotherKind
          sheets={inspection.firstRows}
          now={{ kind: inspection.importKind, sheet: inspection.sheet }}
          onSaid={onSaid}
        />
      </section>
      <section className="panel">
        <h2>{dateNeeded ? 'One thing is missing' : 'Read it otherwise'}</h2>
        {inspection.readings.length > 1 && (
          <Select
            id="import-reading"
            label="What its dates are"
            hint="Its headings do not say it. Your answer is remembered for the next file with these headings."
            value={inspection.format}
            onChange={(event) => onChange({ format: event.target.value })}
          >
            {inspection.readings.map(({ format, title }) => (
              <Select.Option key={format} value={format}>
                {datesOf(title)}
              </Select.Option>
            ))}
          </Select>
        )}
        {visible.length > 1 && (
          <Select
            id="import-sheet"
            label="Sheet"
            value={inspection.sheet}
            onChange={(event) => onChange({ sheet: event.target.value, headerRow: undefined })}
          >
            {visible.map(({ name }) => (
              <Select.Option key={name} value={name}>
                {name}
              </Select.Option>
            ))}
          </Select>
        )}
        <LeftField
          id="import-header-row"
          label="Row of the headings"
          type="number"
          min={1}
          width="5"
          was={String(inspection.headerRow)}
          key={inspection.headerRow}
          onLeft={(row) => Number(row) >= 1 && onChange({ headerRow: Number(row) })}
        />
        {of === 'period' ? (
          <PeriodFields mapping={mapping} stated={stated} onChange={onChange} />
        ) : (
          <DayField mapping={mapping} stated={stated} of={of} needed={dateNeeded} onChange={onChange} />
        )}
        <Select
          id="import-units"
          label="Units that the trust does not have yet"
          value={mapping.units === 'refuse' ? 'refuse' : 'create'}
          onChange={(event) => onChange({ units: event.target.value as 'create' | 'refuse' })}
        >
          <Select.Option value="create">Add them to the trust</Select.Option>
          <Select.Option value="refuse">Leave their rows out</Select.Option>
        </Select>
      </section>
    </div>
  );
}

/** The one day of which a file says how things stand. */
function DayField({
  mapping,
  stated,
  of,
  needed,
  onChange,
}: Pick<FileStepProps, 'mapping' | 'onChange'> & {
  stated: { first: string; last: string } | null;
  of: 'day' | 'made';
  needed: boolean;
}) {
  const day = (mapping.period ?? stated)?.last ?? '';
  return (
    <LeftField
      id="import-day"
      label="As on which day?"
      hint={
        of === 'day'
          ? 'The day as on which the file says how things stand, such as the last of a month.'
          : 'The day on which the file was made; today where you leave it empty.'
      }
      error={needed ? 'The file does not say it. Without the day its rows mean nothing.' : undefined}
      type="date"
      was={day}
      onLeft={(value) => value && onChange({ period: { first: value, last: value } })}
    />
  );
}

function PeriodFields({
  mapping,
  stated,
  onChange,
}: Pick<FileStepProps, 'mapping' | 'onChange'> & { stated: { first: string; last: string } | null }) {
  const period = mapping.period ?? stated;
  const set = (part: { first?: string; last?: string }) => {
    const first = part.first ?? period?.first ?? part.last;
    const last = part.last ?? period?.last ?? part.first;
    if (first && last && first <= last) onChange({ period: { first, last } });
  };
  return (
    <fieldset className="form__row form__fieldset">
      <legend>Days that the file is of: rows outside are left out</legend>
      <LeftField
        id="import-first"
        label="First day"
        type="date"
        was={period?.first ?? ''}
        onLeft={(first) => first && set({ first })}
      />
      <LeftField
        id="import-last"
        label="Last day"
        type="date"
        was={period?.last ?? ''}
        onLeft={(last) => last && set({ last })}
      />
    </fieldset>
  );
}

type LeftFieldProps = Omit<ComponentProps<typeof TextInput>, 'id' | 'defaultValue' | 'onChange' | 'onBlur'> & {
  id: string;
  was: string;
  onLeft: (value: string) => unknown;
};

/** A field that says something of the file when it is left, and something else than before. */
function LeftField({ id, was, onLeft, ...shared }: LeftFieldProps) {
  const { text, type, left } = useHalfTyped(id, was);
  return (
    <TextInput
      id={id}
      {...shared}
      defaultValue={text}
      onChange={(event) => type(event.target.value)}
      onBlur={(event) => {
        left();
        if (event.target.value !== was) onLeft(event.target.value);
      }}
    />
  );
}
