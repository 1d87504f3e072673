import { datesOf } from './dates-of.ts';

interface RememberedReadingProps {
  formats: readonly { format: string; title: string; saysDates: boolean }[];
  format: string | undefined;
  onChange: (format: string | undefined) => void;
}

const ask = 'ask again';

/** Which of several readings a file of one shape is, such as what the dates of a matrix are. */
export function RememberedReading({ formats, format, onChange }: RememberedReadingProps) {
  const own = formats.find((one) => one.format === format);
  const choices = formats.filter(({ saysDates }) => saysDates === (own?.saysDates ?? true));
  return (
    <p>
      <label className="filter">
        {(own?.saysDates ?? true) ? 'What its dates are' : 'Which list it is'}
        <select
          value={format ?? ask}
          onChange={(event) => onChange(event.target.value === ask ? undefined : event.target.value)}
        >
          {choices.map((one) => (
            <option key={one.format} value={one.format}>
              {datesOf(one.title)}
            </option>
          ))}
          <option value={ask}>{ask}</option>
        </select>
      </label>
    </p>
  );
}
