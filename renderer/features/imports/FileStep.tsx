import { Select, TextInput } from 'nhsuk-react-components';
import type { Inspection, Mapping } from '#contract';
import { Button } from '../../components/Button.tsx';
import { dateText } from '../../components/numbers.ts';

interface FileStepProps {
  inspection: Inspection;
  mapping: Mapping;
  onChange: (part: Mapping) => void;
}

/** What the file was recognised as, with the reason; or the question which of several readings is meant. */
export function FileStep({ inspection, mapping, onChange }: FileStepProps) {
  if (inspection.kind === 'ambiguous')
    return (
      <section className="panel">
        <h2>Which one should be imported?</h2>
        <p>{inspection.message}</p>
        <ul className="choices">
          {inspection.choices.map(({ kind, format, sheet, headerRow, reason }) => (
            <li key={`${kind}${format}${sheet}${headerRow}`}>
              <Button onClick={() => onChange({ kind, format, sheet, headerRow })}>
                Sheet “{sheet}”, headings in row {headerRow}
              </Button>{' '}
              {reason}
            </li>
          ))}
        </ul>
      </section>
    );
  const { stated, text, sheets, remarks } = inspection;
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
          <dt>Period stated</dt>
          <dd>{stated ? `${dateText(stated.first)} to ${dateText(stated.last)}` : 'none in the file'}</dd>
        </dl>
        {remarks.map(({ code, message }) => (
          <p className="note note--attention" key={code + message}>
            {message}
          </p>
        ))}
      </section>
      <section className="panel">
        <h2>Read it otherwise</h2>
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
        <TextInput
          id="import-header-row"
          label="Row of the headings"
          type="number"
          min={1}
          width="5"
          defaultValue={inspection.headerRow}
          key={inspection.headerRow}
          onBlur={(event) => {
            const headerRow = Number(event.target.value);
            if (headerRow >= 1 && headerRow !== inspection.headerRow) onChange({ headerRow });
          }}
        />
        <PeriodFields mapping={mapping} stated={stated} onChange={onChange} />
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
      <TextInput
        id="import-first"
        label="First day"
        type="date"
        defaultValue={period?.first ?? ''}
        onBlur={(event) => event.target.value && set({ first: event.target.value })}
      />
      <TextInput
        id="import-last"
        label="Last day"
        type="date"
        defaultValue={period?.last ?? ''}
        onBlur={(event) => event.target.value && set({ last: event.target.value })}
      />
    </fieldset>
  );
}
