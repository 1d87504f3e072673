import type { AssessmentShown, BirthSetting } from '#contract';
import { casemixCategories } from '#contract';
import { Button } from '../../../components/Button.tsx';
import { countText, exactShown } from './amounts.ts';
import type { AssessmentEntry } from './assessment-entry.ts';
import { putSetting } from './assessment-fields.ts';
import { type EntryColumn, EntryTable } from '../../../components/EntryTable.tsx';

interface Row {
  readonly index: number;
  readonly setting: BirthSetting;
  readonly sample: number | null;
  readonly shares: readonly (string | null)[];
}

/** Births by setting, and the women of the sample by category with their shares. */
export function CasemixTable({ shown, entry }: { shown: AssessmentShown; entry: AssessmentEntry }) {
  const { settings, result } = shown;
  const columns: EntryColumn<Row>[] = [
    { key: 'name', title: 'Setting', wide: true, text: ({ setting }) => setting.name },
    {
      key: 'births',
      title: 'Births a year',
      means: 'Women who give birth in the setting in a year.',
      unit: 'women',
      number: true,
      text: ({ setting }) => countText(setting.births),
    },
    ...casemixCategories.flatMap((category, at): EntryColumn<Row>[] => [
      {
        key: category,
        title: `Category ${category}`,
        means: 'Women of the sample in the Birthrate+ category: from I, the least need, to V, the most.',
        unit: 'women in the sample',
        number: true,
        text: ({ setting }) => countText(setting.counts[category]),
      },
      {
        key: `${category} share`,
        title: 'Share',
        means: 'Women of the category ÷ women of the sample.',
        unit: '%',
        number: true,
        show: ({ shares }) => (shares[at] ? exactShown(percentOf(shares[at]!), 1) : '–'),
      },
    ]),
    {
      key: 'sample',
      title: 'All',
      means: 'Women of the sample.',
      unit: 'women',
      number: true,
      show: ({ sample }) => sample ?? '–',
    },
    {
      key: 'remove',
      title: 'Change',
      acts: true,
      show: ({ index, setting }) =>
        entry.locked ? null : (
          <Button
            className="button--small"
            aria-label={`Remove ${setting.name}`}
            onClick={() => void entry.send({ settings: entry.inputs().settings.filter((_, at) => at !== index) })}
          >
            Remove
          </Button>
        ),
    },
  ];
  const add = () => {
    const now = entry.inputs().settings;
    const counts = { I: null, II: null, III: null, IV: null, V: null };
    void entry.send({ settings: [...now, { name: `Setting ${now.length + 1}`, births: null, counts }] });
  };
  return (
    <section>
      <div className="grid-head">
        <h2>Births and casemix</h2>
        {!entry.locked && (
          <span className="grid-tools">
            <Button onClick={add}>Add a setting</Button>
          </span>
        )}
      </div>
      <EntryTable
        caption="Births and casemix by setting"
        columns={columns.filter(({ key }) => key !== 'remove' || !entry.locked)}
        rows={settings.map(
          (setting, index): Row => ({
            index,
            setting,
            sample: result.casemix[index]?.sample ?? null,
            shares: result.casemix[index]?.shares ?? [],
          }),
        )}
        rowKey={({ index }) => String(index)}
        rowName={({ setting }) => setting.name}
        recordOf={({ index }) => ({ kind: 'assessment_setting', fields: { assessment_id: shown.id, position: index } })}
        locked={entry.locked}
        onEnter={entry.enter('settings', putSetting)}
        footer={
          <tr className="table__total">
            <th scope="row">All settings</th>
            <td className="number">{exactShown(result.births, 0)}</td>
            <td colSpan={columns.length - (entry.locked ? 3 : 2)} aria-hidden="true" />
          </tr>
        }
      />
      <p className="grid-keys">
        Births are women who give birth: twins are one. Enter how many women of the sample are in each category; the
        planner scores nobody.
      </p>
    </section>
  );
}

/** A share of one in percent, still exact. */
function percentOf(share: string): string {
  const [above = '0', below = '1'] = share.split('/');
  return `${BigInt(above) * 100n}/${below}`;
}
