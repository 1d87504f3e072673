import type {
  AssessmentActivity,
  AssessmentArea,
  AssessmentHead,
  BirthSetting,
  CasemixCategory,
  UpliftPart,
} from '#contract';
import { casemixCategories } from '#contract';
import { amountText, typedAmount, typedCount } from './amounts.ts';
import type { EnteredCell } from '../../../components/enter-each.ts';

/** "3" is the fourth area, "3.1" its second activity. */
const placeOf = (row: string) => row.split('.').map(Number) as [number, number?];

const replaced = <Item>(list: readonly Item[], at: number, item: Item): Item[] =>
  list.map((each, index) => (index === at ? item : each));

const percent = (text: string) => {
  const read = typedAmount(text);
  if ('message' in read) return read;
  return read.value !== null && read.value > 10_000_000 ? { message: 'Use 100 % or less.' } : read;
};
const wte = (text: string) => {
  const read = typedAmount(text.replace(/wte$/i, ''));
  if ('message' in read) return read;
  return read.value !== null && read.value > 999_999_999 ? { message: 'Use 9,999.99999 WTE or less.' } : read;
};

/** A field of the head from its text; a message where it is wrong. */
export function readHead(field: keyof AssessmentHead, text: string): Partial<AssessmentHead> | string {
  const put = (read: { value: number | null } | { message: string }) =>
    'message' in read ? read.message : { [field]: read.value };
  switch (field) {
    case 'uplift':
    case 'travel':
    case 'supportShare':
    case 'specialistShare':
      return put(percent(text));
    case 'weeklyHours':
    case 'weeksPerYear':
      return put(typedAmount(text));
    case 'printedClinical':
    case 'printedSpecialist':
    case 'printedTotal':
      return put(wte(text));
    case 'sampleSize':
      return put(typedCount(text));
    case 'note':
      return { note: text };
    default:
      return { [field]: text.trim() || null };
  }
}

/** A field of the head as it is typed. */
export function headText(head: AssessmentHead, field: keyof AssessmentHead): string {
  const value = head[field];
  if (value === null) return '';
  if (typeof value === 'string') return value;
  return field === 'sampleSize' ? String(value) : amountText(value);
}

export function putArea(areas: AssessmentArea[], { row, column, text }: EnteredCell): AssessmentArea[] | string {
  const [at] = placeOf(row);
  const area = areas[at];
  if (!area) return 'This area is no longer there.';
  const set = (change: Partial<AssessmentArea>) => replaced(areas, at, { ...area, ...change });
  switch (column) {
    case 'name':
      return text.trim() ? set({ name: text }) : 'Enter a name.';
    case 'unit':
      return set({ unit: text === '' ? null : Number(text) });
    case 'setting':
      return set({ setting: text || null });
    case 'travels':
      return set({ travels: text === 'yes' });
    case 'supportShare': {
      const read = percent(text);
      return 'message' in read ? read.message : set({ supportShare: read.value });
    }
    default: {
      const read = wte(text);
      return 'message' in read ? read.message : set({ reportWte: read.value });
    }
  }
}

/** The cases of an activity as they are typed: a number, "6 %" of the births, or "casemix". */
export function quantityText({ quantityOf, quantity }: AssessmentActivity): string {
  if (quantityOf === 'casemix') return 'casemix';
  const text = amountText(quantity);
  return quantityOf === 'births' && text ? `${text} %` : text;
}

export function putActivity(areas: AssessmentArea[], { row, column, text }: EnteredCell): AssessmentArea[] | string {
  const [at, index = 0] = placeOf(row);
  const area = areas[at];
  const activity = area?.activities[index];
  if (!area || !activity) return 'This activity is no longer there.';
  const set = (change: Partial<AssessmentActivity>) =>
    replaced(areas, at, { ...area, activities: replaced(area.activities, index, { ...activity, ...change }) });
  switch (column) {
    case 'name':
      return text.trim() ? set({ name: text }) : 'Enter a name.';
    case 'driver':
      return set({ driver: text as AssessmentActivity['driver'] });
    case 'staff':
      return set({ staff: text as AssessmentActivity['staff'] });
    case 'hours':
    case 'times': {
      const read = typedAmount(text);
      return 'message' in read ? read.message : set({ [column]: read.value });
    }
    default:
      return readQuantity(text, activity, set);
  }
}

function readQuantity(
  text: string,
  activity: AssessmentActivity,
  set: (change: Partial<AssessmentActivity>) => AssessmentArea[],
): AssessmentArea[] | string {
  if (text.trim().toLowerCase() === 'casemix')
    return activity.category
      ? set({ quantityOf: 'casemix', quantity: null })
      : 'Only an activity of a category takes its cases from the casemix. Enter a number, or a percentage of the births.';
  const read = typedAmount(text, { negative: true });
  if ('message' in read) return `${read.message} A percentage of the births is entered as 6 %.`;
  return set({ quantityOf: text.includes('%') ? 'births' : 'entered', quantity: read.value });
}

export function putSetting(settings: BirthSetting[], { row, column, text }: EnteredCell): BirthSetting[] | string {
  const at = Number(row);
  const setting = settings[at];
  if (!setting) return 'This setting is no longer there.';
  if (column === 'name') return text.trim() ? replaced(settings, at, { ...setting, name: text }) : 'Enter a name.';
  const read = typedCount(text);
  if ('message' in read) return read.message;
  if (read.value !== null && read.value < 0) return 'Use 0 or more.';
  const category = casemixCategories.find((each) => each === column) as CasemixCategory | undefined;
  return replaced(
    settings,
    at,
    category
      ? { ...setting, counts: { ...setting.counts, [category]: read.value } }
      : { ...setting, births: read.value },
  );
}

export function putPart(parts: UpliftPart[], { row, column, text }: EnteredCell): UpliftPart[] | string {
  const at = Number(row);
  const part = parts[at];
  if (!part) return 'This part is no longer there.';
  if (column === 'name') return text.trim() ? replaced(parts, at, { ...part, name: text }) : 'Enter a name.';
  const read = percent(text);
  return 'message' in read ? read.message : replaced(parts, at, { ...part, share: read.value });
}
