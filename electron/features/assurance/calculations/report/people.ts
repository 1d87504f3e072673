import { named, type PublishedTables } from '../../../../core/protected-tables.ts';
import { protect, type ProtectedTables } from '../../../../core/small-numbers.ts';
import { countSum, oneToOneCare } from '../counts.ts';
import type { Oversight } from '../oversight.ts';

type Counts = Map<string, number | null>;
type Sum = PublishedTables['sums'][number];

/** What of a report is counts of people, or of events that are of people: all of it is published together. */
export type PeopleOfReport = Pick<
  Oversight,
  'vacancies' | 'leavers' | 'assessment' | 'counts' | 'months' | 'flags' | 'units'
> &
  Partial<Pick<Oversight, 'shared'>>;

/** Where a count of the report stands beside other files: by its month, its day or its year, else by the report's months. */
function keyIn({ months, leavers, vacancies }: PeopleOfReport): (key: string) => string {
  const own = `report ${months[0] ?? ''} to ${months[months.length - 1] ?? ''}`;
  const year = leavers && `leavers ${leavers.period.first} ${leavers.period.last}`;
  // As the files of leavers have them, which may be of the same year.
  const ofLeavers = new Map<string, string>(
    (leavers?.groups ?? []).flatMap(({ name, key = name }) =>
      Object.entries(leaverKeys).map(([of, column]) => [`${of} ${name}`, `${year} ${key} all ${column}`] as const),
    ),
  );
  ofLeavers.set('leavers', `${year} together all leavers`);
  return (key) => {
    const found = ofLeavers.get(key);
    if (found !== undefined) return found;
    if (/^(one to one|without|in labour|flags of) \d{4}-\d{2}$/.test(key)) return `counts of a month: ${key}`;
    return /^(route|stage) |^routes$/.test(key) ? `vacancies on ${vacancies?.day ?? ''}: ${key}` : `${own}: ${key}`;
  };
}

/** What the report calls the counts of a staff group's leavers, and the files of leavers. */
const leaverKeys = {
  leavers: 'leavers',
  'heads of both days': 'both days',
  stayed: 'stayed',
  gone: 'gone',
  'at start': 'heads start',
} as const;

/** Every count of people in one report, as one system: a table could tell what another leaves out. */
export function reportPublished(report: PeopleOfReport): PublishedTables {
  const counts: Counts = new Map();
  const sums: Sum[] = [];
  putVacancies(report, counts, sums);
  putLeavers(report, counts, sums);
  putCasemix(report, counts, sums);
  putCare(report, counts, sums);
  putRedFlags(report, counts, sums);
  const own = named({ counts, sums }, keyIn(report));
  const beside = report.shared?.staff;
  if (!beside) return own;
  return { counts: new Map([...beside.counts, ...own.counts]), sums: [...beside.sums, ...own.sums] };
}

/** Worked out once for a report, though each of its sections asks. */
const known = new WeakMap<Oversight, ProtectedTables>();

/** The counts of people in a report as its readers may see them. */
export function peopleShown(oversight: Oversight): ProtectedTables {
  const made = known.get(oversight) ?? shownIn(oversight);
  known.set(oversight, made);
  return made;
}

function shownIn(oversight: Oversight): ProtectedTables {
  const keyOf = keyIn(oversight);
  const shown = protect(reportPublished(oversight), oversight.shared.profile);
  return (key) => shown(keyOf(key));
}

/** Adds a total of parts that are there already, where they come to it. */
function addTotal(counts: Counts, sums: Sum[], total: string, count: number | null, parts: readonly string[]) {
  counts.set(total, count);
  const sum = parts.reduce((all, part) => all + (counts.get(part) ?? 0), 0);
  if (count === sum && parts.length > 0) sums.push({ total, parts });
}

/** A post with an offer is a person: by stage and by route they are the same people. */
function putVacancies({ vacancies }: PeopleOfReport, counts: Counts, sums: Sum[]) {
  if (vacancies === null) return;
  const put = (of: string, some: readonly { readonly name: string; readonly posts: number }[]) =>
    some.map(({ name, posts }) => {
      counts.set(`${of} ${name}`, posts);
      return `${of} ${name}`;
    });
  const routes = put('route', vacancies.routes);
  const stages = put(
    'stage',
    vacancies.stages.filter(({ isOffered }) => isOffered),
  );
  const all = vacancies.routes.reduce((sum, { posts }) => sum + posts, 0);
  addTotal(counts, sums, 'routes', all, routes);
  addTotal(counts, sums, 'routes', all, stages);
}

/** Those who left, and those there at the start who stayed and who did not. */
function putLeavers({ leavers }: PeopleOfReport, counts: Counts, sums: Sum[]) {
  if (leavers === null) return;
  for (const { name, leavers: left, leaverRate, stability } of leavers.groups) {
    counts.set(`leavers ${name}`, left).set(`heads of both days ${name}`, leaverRate.denominator);
    counts.set(`stayed ${name}`, stability.numerator).set(`gone ${name}`, stability.denominator - stability.numerator);
    addTotal(counts, sums, `at start ${name}`, stability.denominator, [`stayed ${name}`, `gone ${name}`]);
  }
  addTotal(
    counts,
    sums,
    'leavers',
    leavers.groups.reduce((sum, one) => sum + one.leavers, 0),
    leavers.groups.map(({ name }) => `leavers ${name}`),
  );
}

function putCasemix({ assessment }: PeopleOfReport, counts: Counts, sums: Sum[]) {
  for (const [setting, women] of (assessment?.casemix ?? []).entries()) {
    if (women.some((count) => count === null)) continue;
    for (const [category, count] of women.entries()) counts.set(`casemix ${setting} ${category}`, count);
    const all = women.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    addTotal(
      counts,
      sums,
      `casemix ${setting}`,
      all,
      women.map((_, category) => `casemix ${setting} ${category}`),
    );
  }
}

/** Women in labour, those with one-to-one care, and those without, by month and in all. */
function putCare({ counts: entered, months }: PeopleOfReport, counts: Counts, sums: Sum[]) {
  const all = oneToOneCare(entered, months);
  const put = (when: string, { numerator, denominator }: typeof all) => {
    counts.set(`one to one ${when}`, numerator).set(`without ${when}`, denominator - numerator);
    addTotal(counts, sums, `in labour ${when}`, denominator, [`one to one ${when}`, `without ${when}`]);
  };
  const told = months.filter((month) => oneToOneCare(entered, [month]).denominator > 0);
  for (const month of told) put(month, oneToOneCare(entered, [month]));
  put('all', all);
  for (const column of ['one to one', 'without', 'in labour'])
    addTotal(
      counts,
      sums,
      `${column} all`,
      counts.get(`${column} all`) ?? null,
      told.map((month) => `${column} ${month}`),
    );
}

/** The same events by kind, by month and by unit. */
function putRedFlags({ counts: entered, months, flags, units }: PeopleOfReport, counts: Counts, sums: Sum[]) {
  const keys = flags.map(({ key }) => key);
  const all = countSum(entered, keys, months).count;
  const put = (key: string, count: number | null) => {
    counts.set(key, count);
    return key;
  };
  const lists = [
    flags.map(({ key }) => put(`flag ${key}`, countSum(entered, [key], months).count)),
    months.map((month) => put(`flags of ${month}`, countSum(entered, keys, [month]).count)),
    units.map(({ id }) => {
      const own = entered.filter(({ unitId }) => unitId === id);
      return put(`flags of unit ${id}`, countSum(own, keys, months).count);
    }),
  ];
  for (const parts of lists) addTotal(counts, sums, 'flags', all, parts);
}
