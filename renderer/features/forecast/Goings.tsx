import { percentText } from '../../components/numbers.ts';
import type { AssumeProps } from './Assumptions.tsx';
import { ChoiceField, NumberField } from './Fields.tsx';

/** Who goes: leavers, retirements, long leave and changed hours of the staff group. */
export function Goings({ data, group, groupName, assumed, set }: AssumeProps) {
  const own = data.history.find((one) => one.group === group);
  const byAge = assumed.retirements === 'by_age';
  const rate = byAge ? own?.rateWithoutRetirements : own?.rate;
  const range = own?.lowest && own.highest ? `, ${percentText(own.lowest)} to ${percentText(own.highest)}` : '';
  const put = (values: Record<string, number> | undefined, value: number | null) => {
    const { [group]: _, ...others } = values ?? {};
    const next = value === null ? others : { ...others, [group]: value };
    return Object.keys(next).length > 0 ? next : undefined;
  };
  return (
    <details open>
      <summary>Leavers and leave, {groupName}</summary>
      <div className="assume__fields">
        <NumberField
          label="Leavers a year, %"
          hint={rate ? `blank: your own ${percentText(rate)}${range}` : 'blank: nobody leaves, no leavers imported'}
          value={assumed.leaverRates?.[group] ?? null}
          scale={100}
          onChange={(value) => set({ leaverRates: put(assumed.leaverRates, value) })}
        />
        <ChoiceField
          label="In a month"
          value={assumed.leaverMode ?? 'compound'}
          choices={[
            ['compound', 'compound'],
            ['twelfth', 'a twelfth'],
          ]}
          onChange={(value) => set({ leaverMode: value === 'twelfth' ? 'twelfth' : undefined })}
        />
        <ChoiceField
          label="Retirements"
          value={assumed.retirements ?? 'in_leavers'}
          choices={[
            ['in_leavers', 'with leavers'],
            ['by_age', 'by age'],
          ]}
          onChange={(value) => set({ retirements: value === 'by_age' ? 'by_age' : undefined })}
        />
        {byAge && (
          <NumberField
            label="Retiring a year, %"
            hint={own?.retiring ? `blank: ${percentText(own.retiring)} by ages` : 'blank: no ages known'}
            value={assumed.retiringRates?.[group] ?? null}
            scale={100}
            onChange={(value) => set({ retiringRates: put(assumed.retiringRates, value) })}
          />
        )}
        <NumberField
          label="On long leave, %"
          hint={own?.away ? `blank: ${percentText(own.away)} at the census` : 'blank: not known'}
          value={assumed.away?.[group] ?? null}
          scale={100}
          onChange={(value) => set({ away: put(assumed.away, value) })}
        />
        <NumberField
          label="Hours, WTE a month"
          hint="more or, with a minus sign, fewer"
          signed
          value={assumed.hoursChange?.[group] ?? null}
          scale={100_000}
          onChange={(value) => set({ hoursChange: put(assumed.hoursChange, value) })}
        />
      </div>
    </details>
  );
}
