import type { AssumeProps } from './Assumptions.tsx';
import { orNone, split } from './Comings.tsx';
import { BandField, MonthField, NumberField, Rows } from './Fields.tsx';

/** What is needed: funded posts, new reports, births, uplift, skill mix and continuity teams. */
export function Needs({ data, group, groupName, bands, assumed, set }: AssumeProps) {
  const first = data.months[0]?.month ?? data.to;
  const nextYear = `${Number(first.slice(0, 4)) + 1}-04`;
  const usual = bands.includes('6') ? '6' : (bands[0] ?? '-');
  const [funded, otherFunded] = split(assumed.funded ?? [], group);
  const [required, otherRequired] = split(assumed.required ?? [], group);
  const { births, uplift, skillMix } = assumed;
  return (
    <details>
      <summary>Funded and required, {groupName}</summary>
      <h3>Funded posts that change</h3>
      <Rows
        rows={funded}
        blank={{ from: nextYear, group, band: usual, wte: 100_000, why: '' }}
        add="Add a change of funded posts"
        title="Funded posts"
        onChange={(rows) => set({ funded: orNone([...otherFunded, ...rows]) })}
      >
        {(row, change) => (
          <>
            <NumberField
              label="WTE more"
              signed
              value={row.wte}
              scale={100_000}
              onChange={(wte) => change({ wte: wte ?? 0 })}
            />
            <BandField value={row.band} bands={bands} onChange={(band) => change({ band })} />
            <MonthField label="From" value={row.from} onChange={(from) => from && change({ from })} />
          </>
        )}
      </Rows>
      <h3>A new report</h3>
      <Rows
        rows={required}
        blank={{ from: first, group, wte: 0, why: '' }}
        add="Add a new report"
        title="Report"
        onChange={(rows) => set({ required: orNone([...otherRequired, ...rows]) })}
      >
        {(row, change) => (
          <>
            <NumberField
              label="WTE required"
              value={row.wte}
              scale={100_000}
              onChange={(wte) => change({ wte: wte ?? 0 })}
            />
            <MonthField label="From" value={row.from} onChange={(from) => from && change({ from })} />
          </>
        )}
      </Rows>
      <h3>Births a year</h3>
      <div className="assume__fields">
        <NumberField
          label="Required is for"
          value={births?.now ?? null}
          scale={1}
          onChange={(now) =>
            set({ births: now ? { now, steps: births?.steps ?? [{ from: nextYear, births: now }] } : undefined })
          }
        />
      </div>
      {births && (
        <Rows
          rows={births.steps}
          blank={{ from: nextYear, births: births.now }}
          add="Add a year of births"
          title="Births"
          onChange={(steps) => set({ births: { now: births.now, steps } })}
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
      <h3>Uplift, skill mix</h3>
      <div className="assume__fields">
        <NumberField
          label="Uplift now, %"
          value={uplift?.now ?? null}
          scale={100}
          onChange={(now) => set({ uplift: now === null ? undefined : { to: now, from: first, ...uplift, now } })}
        />
        <NumberField
          label="Uplift then, %"
          value={uplift?.to ?? null}
          scale={100}
          onChange={(to) => uplift && to !== null && set({ uplift: { ...uplift, to } })}
        />
        <MonthField
          label="From"
          value={uplift?.from ?? null}
          onChange={(from) => uplift && from && set({ uplift: { ...uplift, from } })}
        />
        <NumberField
          label="Midwives of both, %"
          hint="of midwives and support"
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
      </div>
      <h3>Continuity teams</h3>
      <Rows
        rows={assumed.continuity ?? []}
        blank={{ from: nextYear, women: 0, released: 0 }}
        add="Add continuity teams"
        title="Teams"
        onChange={(rows) => set({ continuity: orNone(rows) })}
      >
        {(row, change) => (
          <>
            <NumberField
              label="Women a year"
              value={row.women}
              scale={1}
              onChange={(women) => change({ women: women ?? 0 })}
            />
            <NumberField
              label="WTE released"
              value={row.released}
              scale={100_000}
              onChange={(released) => change({ released: released ?? 0 })}
            />
            <MonthField label="From" value={row.from} onChange={(from) => from && change({ from })} />
          </>
        )}
      </Rows>
    </details>
  );
}
