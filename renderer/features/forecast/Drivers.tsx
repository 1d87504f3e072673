import { wteText } from '../../components/numbers.ts';
import type { AssumeProps } from './Assumptions.tsx';
import { MonthField, NumberField, Rows } from './Fields.tsx';
import { shareText } from './words.ts';

interface DriversProps extends Pick<AssumeProps, 'data' | 'assumed' | 'set'> {
  /** The first month of the forecast, and April of the next year. */
  first: string;
  nextYear: string;
}

/** What drives the requirement: births by area, uplift, skill mix and specialist share, each at its step of the chain. */
export function Drivers({ data, assumed, set, first, nextYear }: DriversProps) {
  const { assessment } = data;
  const { uplift, skillMix, specialist } = assumed;
  return (
    <>
      <Births data={data} assumed={assumed} set={set} nextYear={nextYear} />
      <h3>Uplift, skill mix, specialist posts</h3>
      <p className="assume__why">
        {assessment
          ? `${assessment.name} has ${[
              assessment.uplift !== null && `${shareText(assessment.uplift)} uplift`,
              assessment.midwives !== null && `${shareText(assessment.midwives)} midwives of the clinical total`,
              assessment.specialist !== null &&
                `${shareText(assessment.specialist)} specialist and management posts of the ${assessment.specialistBase === 'clinical' ? 'clinical total' : 'total'}`,
            ]
              .filter(Boolean)
              .join(', ')}.`
          : 'Without an agreed assessment these act on the whole of what is required.'}
      </p>
      <div className="assume__fields">
        {!assessment && (
          <NumberField
            label="Uplift now, %"
            value={uplift?.now ?? null}
            scale={100}
            onChange={(now) => set({ uplift: now === null ? undefined : { to: now, from: first, ...uplift, now } })}
          />
        )}
        <NumberField
          label="Uplift then, %"
          value={uplift?.to ?? null}
          scale={100}
          onChange={(to) => {
            const now = assessment?.uplift ?? uplift?.now;
            if (to === null) set({ uplift: undefined });
            else if (now != null) set({ uplift: { from: first, ...uplift, now, to } });
          }}
        />
        <MonthField
          label="From"
          value={uplift?.from ?? null}
          onChange={(from) => uplift && from && set({ uplift: { ...uplift, from } })}
        />
        <NumberField
          label="Midwives, %"
          hint={assessment ? 'of the clinical total' : 'of midwives and support'}
          value={skillMix?.midwives ?? null}
          scale={100}
          onChange={(midwives) =>
            set({ skillMix: midwives === null ? undefined : { from: first, ...skillMix, midwives } })
          }
        />
        <MonthField
          label="From"
          value={skillMix?.from ?? null}
          onChange={(from) => skillMix && from && set({ skillMix: { ...skillMix, from } })}
        />
        {assessment && (
          <>
            <NumberField
              label="Specialist, %"
              value={specialist?.share ?? null}
              scale={100}
              onChange={(share) =>
                set({ specialist: share === null ? undefined : { from: first, ...specialist, share } })
              }
            />
            <MonthField
              label="From"
              value={specialist?.from ?? null}
              onChange={(from) => specialist && from && set({ specialist: { ...specialist, from } })}
            />
          </>
        )}
      </div>
    </>
  );
}

/** Births a year from months on, and the areas of the assessment that they drive. */
function Births({ data, assumed, set, nextYear }: Omit<DriversProps, 'first'>) {
  const { births } = assumed;
  const { assessment } = data;
  const now = assessment?.births ?? births?.now ?? null;
  const steps = births?.steps ?? [];
  const keep = (next: typeof steps) =>
    now !== null && set({ births: next.length === 0 ? undefined : { ...births, now, steps: next } });
  const drives = ({ name, follows }: { name: string; follows: boolean }) => births?.areas?.includes(name) ?? follows;
  const follow = (name: string, isDriven: boolean) => {
    if (!assessment || now === null) return;
    const areas = assessment.areas
      .filter((area) => (area.name === name ? isDriven : drives(area)))
      .map((area) => area.name);
    set({ births: { steps, ...births, now, areas } });
  };
  return (
    <>
      <h3>Births a year</h3>
      {assessment?.births != null ? (
        <p className="assume__why">{`${assessment.name} is for ${assessment.births.toLocaleString('en-GB')} births.`}</p>
      ) : (
        <div className="assume__fields">
          <NumberField
            label="Required is for"
            value={births?.now ?? null}
            scale={1}
            onChange={(value) =>
              set({ births: value ? { steps: [{ from: nextYear, births: value }], ...births, now: value } : undefined })
            }
          />
        </div>
      )}
      {now !== null && (
        <Rows
          rows={steps}
          blank={{ from: nextYear, births: now }}
          add="Add a year of births"
          title="Births"
          onChange={keep}
        >
          {(row, change) => (
            <>
              <NumberField
                label="Births a year"
                value={row.births}
                scale={1}
                onChange={(some) => some && change({ births: some })}
              />
              <MonthField label="From" value={row.from} onChange={(from) => from && change({ from })} />
            </>
          )}
        </Rows>
      )}
      {births && assessment && (
        <fieldset className="assume__areas">
          <legend>Births drive the cases of</legend>
          {assessment.areas.map(({ name, follows, now: before, last: after }) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={drives({ name, follows })}
                onChange={({ target }) => follow(name, target.checked)}
              />
              <span>{name}</span>
              <span className="assume__wte">
                {before === null || after === null
                  ? 'not known'
                  : before === after
                    ? wteText(before)
                    : `${wteText(before)} → ${wteText(after)}`}
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
