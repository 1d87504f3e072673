import type { AssumeProps } from './Assumptions.tsx';
import { orNone, split } from './Comings.tsx';
import { Drivers } from './Drivers.tsx';
import { BandField, MonthField, NumberField, Rows } from './Fields.tsx';

/** What is needed: funded posts, new reports, births, uplift, skill mix and continuity teams. */
export function Needs({ data, group, groupName, bands, assumed, set }: AssumeProps) {
  const first = data.months[0]?.month ?? data.to;
  const nextYear = `${Number(first.slice(0, 4)) + 1}-04`;
  const usual = bands.includes('6') ? '6' : (bands[0] ?? '-');
  const [funded, otherFunded] = split(assumed.funded ?? [], group);
  const [required, otherRequired] = split(assumed.required ?? [], group);
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
      <Drivers data={data} assumed={assumed} set={set} first={first} nextYear={nextYear} />
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
