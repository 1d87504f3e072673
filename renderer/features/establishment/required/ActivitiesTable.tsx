import type { AssessmentActivity, AssessmentArea, AssessmentShown } from '#contract';
import { Button } from '../../../components/Button.tsx';
import { amountText, exactShown } from './amounts.ts';
import type { AssessmentEntry } from './assessment-entry.ts';
import { putActivity, quantityText } from './assessment-fields.ts';
import { numberIn } from '../../../components/table/column.ts';
import { type EntryColumn, EntryTable } from '../../../components/EntryTable.tsx';

interface Row {
  readonly at: number;
  readonly index: number;
  readonly area: AssessmentArea;
  readonly activity: AssessmentActivity;
  readonly cases: string | null;
  readonly hours: string | null;
}

const drivers = [
  { value: 'cases', name: 'cases' },
  { value: 'posts', name: 'posts on duty' },
  { value: 'weekly', name: 'weekly hours' },
];
const groups = [
  { value: 'mix', name: 'by skill mix' },
  { value: 'midwives', name: 'midwives' },
  { value: 'support', name: 'support' },
];
/** What counts where it is left blank: one midwife for each case. */
const timesHints = { cases: '1', posts: '', weekly: '' };

/** What each area does, in rows: how much of it, the hours that it takes, and the hours of a year that they come to. */
export function ActivitiesTable({ shown, entry }: { shown: AssessmentShown; entry: AssessmentEntry }) {
  const { areas, result, defaults } = shown;
  const rows = areas.flatMap((area, at) =>
    area.activities.map(
      (activity, index): Row => ({
        at,
        index,
        area,
        activity,
        cases: result.areas[at]?.activities[index]?.cases ?? null,
        hours: result.areas[at]?.activities[index]?.hours ?? null,
      }),
    ),
  );
  const setActivities = (at: number, activities: AssessmentActivity[]) =>
    void entry.send({
      areas: entry.inputs().areas.map((area, index) => (index === at ? { ...area, activities } : area)),
    });
  const add = (at: number) => {
    const now = entry.inputs().areas[at];
    if (!now) return;
    const blank = {
      name: `Activity ${now.activities.length + 1}`,
      category: null,
      driver: 'cases',
      quantityOf: 'entered',
      quantity: null,
      hours: null,
      times: null,
      staff: 'mix',
    } as const;
    setActivities(at, [...now.activities, blank]);
  };

  // Two areas of one name are two.
  const names = areas.map(({ name }, at) => {
    const before = areas.slice(0, at).filter((other) => other.name === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
  const columns: EntryColumn<Row>[] = [
    { key: 'name', title: 'Activity', wide: true, text: ({ activity }) => activity.name },
    { key: 'area', title: 'Area', value: ({ at }) => names[at] ?? '', inOrder: names, show: ({ area }) => area.name },
    {
      key: 'driver',
      title: 'Driver',
      means: 'What the activity is counted by: births, a number a year, or cover of days and weeks.',
      text: ({ activity }) => activity.driver,
      options: () => drivers,
    },
    {
      key: 'quantity',
      title: 'How many',
      means: 'The number, or a share of births.',
      unit: 'or % of births',
      number: true,
      text: ({ activity }) => quantityText(activity),
    },
    {
      key: 'cases',
      title: 'In a year',
      means: 'How often the activity comes in a year.',
      number: true,
      show: ({ activity, cases }) => (activity.quantityOf === 'entered' ? '' : exactShown(cases, 2)),
    },
    {
      key: 'hours',
      title: 'Hours each',
      means: 'Hours of one such activity.',
      number: true,
      text: ({ activity }) => amountText(activity.hours),
      isDefault: ({ activity }) =>
        activity.hours !== null &&
        defaults.hours.some(({ name, hours }) => name === activity.name && hours === activity.hours),
    },
    {
      key: 'times',
      title: 'Times',
      means: 'Midwives at a time, days a week and weeks a year, where it is cover.',
      unit: 'midwives, days, weeks',
      number: true,
      text: ({ activity }) => amountText(activity.times),
      hint: ({ activity }) => timesHints[activity.driver],
      isDefault: ({ activity }) => isDefaultTimes(activity, defaults, shown.head.weeksPerYear),
    },
    { key: 'staff', title: 'Staff group', text: ({ activity }) => activity.staff, options: () => groups },
    {
      key: 'total',
      title: 'Hours a year',
      means: 'In a year × hours each.',
      number: true,
      value: ({ hours }) => numberIn(exactShown(hours, 2)),
      show: ({ hours }) => (hours === null ? <span className="grid__unknown">left out</span> : exactShown(hours, 2)),
    },
    {
      key: 'remove',
      title: 'Change',
      acts: true,
      show: ({ at, index, activity, area }) =>
        entry.locked ? null : (
          <Button
            className="button--small"
            aria-label={`Remove ${activity.name} of ${area.name}`}
            onClick={() =>
              setActivities(
                at,
                (entry.inputs().areas[at]?.activities ?? []).filter((_, each) => each !== index),
              )
            }
          >
            Remove
          </Button>
        ),
    },
  ];
  const empty = areas.flatMap((area, at) => (area.activities.length === 0 ? [{ area, at }] : []));
  return (
    <section>
      <h2>Activities</h2>
      <p className="grid-keys not-printed">
        Hours a year are how many × hours each × times. Times are midwives per case, days a year of a post, or weeks a
        year. Type 6 % for a share of the births, or casemix for the share of the sample; what is taken away is below
        nought. Enter and the arrow keys go down, Tab goes across; a block can be pasted.
      </p>
      <EntryTable
        caption="Activities of the areas"
        columns={columns.filter(({ key }) => key !== 'remove' || !entry.locked)}
        rows={rows}
        rowKey={({ at, index }) => `${at}.${index}`}
        rowName={({ area, activity }) => `${activity.name}, ${area.name}`}
        recordOf={({ at, index }) => {
          const area = shown.areaIds[at];
          return area === undefined
            ? undefined
            : { kind: 'assessment_activity', fields: { area_id: area, position: index } };
        }}
        locked={entry.locked}
        hidden={['area']}
        group="area"
        groupHead={(column, [first]) =>
          column === 'area' &&
          first && (
            <span className="entries__heading">
              <span className="entries__sum">
                {exactShown(result.areas[first.at]?.hours ?? null, 0)} hours ·{' '}
                {exactShown(result.areas[first.at]?.worked ?? null, 4)} WTE
              </span>
              {!entry.locked && (
                <Button
                  className="button--small"
                  onClick={() => add(first.at)}
                  aria-label={`Add an activity to ${first.area.name}`}
                >
                  Add an activity
                </Button>
              )}
            </span>
          )
        }
        onEnter={entry.enter('areas', putActivity)}
      />
      {!entry.locked && empty.length > 0 && (
        <p className="grid-tools entries__below">
          {empty.map(({ area, at }) => (
            <Button key={at} onClick={() => add(at)}>
              Add an activity to {area.name}
            </Button>
          ))}
        </p>
      )}
    </section>
  );
}

function isDefaultTimes(
  { category, driver, times }: AssessmentActivity,
  defaults: AssessmentShown['defaults'],
  weeks: number | null,
): boolean {
  if (times === null) return false;
  if (driver === 'posts') return times === defaults.daysPerYear;
  if (driver === 'weekly') return times === weeks && weeks === defaults.head.weeksPerYear;
  return defaults.times.some((each) => each.category === category && each.times === times);
}
