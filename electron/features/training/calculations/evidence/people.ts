import { dateInWords } from '../../../../core/dates.ts';
import { protectedInWords } from '../../../../core/small-numbers.ts';
import type { ExcludedPerson } from '../people.ts';
import { counted, listed } from '../../../../core/words.ts';
import { column, type EvidencePart, type EvidenceTable, row } from './pack.ts';
import { notShown, shownOf, type Telling, tellCount, tellCounts } from './small.ts';

type Names = (key: string) => string;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Who is left out of the eligible, by group and reason; by name only where names were asked for. */
export function leftOutPart(
  excluded: readonly ExcludedPerson[],
  telling: Telling,
  nameOfGroup: Names,
  reasonOf: (person: ExcludedPerson) => string,
  census: string,
): EvidencePart {
  const substantive = excluded.filter(({ bankOnly }) => !bankOnly);
  const kinds = new Map<string, { group: string; reason: string; heads: number }>();
  for (const person of substantive) {
    const [group, reason] = [nameOfGroup(person.group), reasonOf(person)];
    const known = kinds.get(`${group} ${reason}`) ?? { group, reason, heads: 0 };
    kinds.set(`${group} ${reason}`, { ...known, heads: known.heads + 1 });
  }
  const rows = [...kinds.values()].sort((one, other) =>
    `${one.group} ${one.reason}` < `${other.group} ${other.reason}` ? -1 : 1,
  );
  const heads = tellCounts(
    new Map(rows.map(({ group, reason, heads: count }) => [`${group} ${reason}`, count])),
    telling,
    `left out of training on ${census}`,
  );
  const named: EvidenceTable[] =
    telling.detail !== 'named'
      ? []
      : [
          {
            sheet: 'Left out by name',
            title: 'Left out, by name',
            columns: [
              column('Name'),
              column('Employee number'),
              column('Staff group'),
              column('Reason'),
              column('From', 'date'),
              column('To', 'date'),
            ],
            rows: substantive.map((one) =>
              row(one.name, one.person, nameOfGroup(one.group), reasonOf(one), one.first, one.last),
            ),
            notes: [],
          },
        ];
  return {
    title: 'Who is left out',
    says: [
      substantive.length === 0
        ? 'Nobody is left out of those who are counted.'
        : `${capital(heads.total)} ${substantive.length === 1 && telling.detail !== 'protected' ? 'person is' : 'people are'} left out of those who are counted, each with a reason.`,
    ],
    missing: [],
    tables:
      rows.length === 0
        ? []
        : [
            {
              sheet: 'Left out',
              title: 'Left out, by staff group and reason',
              columns: [column('Staff group'), column('Reason'), column('Heads', 'count')],
              rows: rows.map(({ group, reason }, at) => row(group, reason, heads.counts[at] ?? null)),
              notes: [],
            },
            ...named,
          ],
  };
}

export interface SessionHeld {
  readonly date: string;
  readonly courses: string;
  readonly capacity: number;
  readonly attended: number;
  readonly didNotAttend: number;
  readonly room: string | null;
  /** Heads who attended, by name of the staff group. */
  readonly groups: readonly { readonly name: string; readonly heads: number }[];
}

/** Days of training that were held, with which professions came: the day is meant for several together. */
export function sessionsPart(
  held: readonly SessionHeld[],
  telling: Telling,
  period: { readonly first: string; readonly last: string },
): EvidencePart {
  const together = held.filter(({ groups }) => groups.length > 1).length;
  const groupsOf = ({ groups }: SessionHeld) =>
    groups.length === 0
      ? 'nobody entered'
      : listed(groups.map(({ name, heads }) => (telling.detail === 'protected' ? name : `${name} ${heads}`)));
  return {
    title: 'Sessions held',
    says: [
      held.length === 0
        ? `No session is entered from ${dateInWords(period.first)} to ${dateInWords(period.last)}; attendance comes from the training file.`
        : `${counted(held.length, 'session was', 'sessions were')} held from ${dateInWords(period.first)} to ${dateInWords(period.last)}, ${together} of them with more than one profession.`,
    ],
    missing: [],
    tables:
      held.length === 0
        ? []
        : [
            {
              sheet: 'Sessions',
              title: 'Sessions held and who came',
              columns: [
                column('Date', 'date'),
                column('Course'),
                column('Seats', 'count'),
                column('Attended', 'count'),
                column('Did not', 'count'),
                column('Professions'),
                column('Room'),
              ],
              rows: held.map((one) =>
                row(
                  one.date,
                  one.courses,
                  one.capacity,
                  tellCount(one.attended, telling),
                  tellCount(one.didNotAttend, telling),
                  groupsOf(one),
                  one.room,
                ),
              ),
              notes: [],
            },
          ],
  };
}

export interface DoneElsewhere {
  readonly person: string;
  readonly name: string | null;
  readonly course: string;
  readonly achieved: string;
  readonly place: string | null;
  readonly certificate: string | null;
}

/** Training done elsewhere that counts by its certificate; by name only where names were asked for. */
export function elsewherePart(done: readonly DoneElsewhere[], telling: Telling, census: string): EvidencePart | null {
  if (done.length === 0) return null;
  const courses = [...new Set(done.map(({ course }) => course))].sort();
  const ofCourse = (course: string) => done.filter((one) => one.course === course);
  const counts = new Map([['all', done.length]]);
  const sums = [{ total: 'all', parts: courses }];
  for (const course of courses) {
    const [records, certified] = [ofCourse(course), ofCourse(course).filter(({ certificate }) => certificate !== null)];
    // Those without a number follow from the others.
    counts
      .set(course, records.length)
      .set(`${course} with`, certified.length)
      .set(`${course} without`, records.length - certified.length);
    sums.push({ total: course, parts: [`${course} with`, `${course} without`] });
  }
  const shown = shownOf({ counts, sums }, telling, `training elsewhere by ${census}`);
  const told = (key: string) => {
    const one = shown(key);
    return one.kind === 'shown' ? one.count : protectedInWords(one, telling.smallest);
  };
  const all = told('all') === notShown ? 'some' : `${told('all')}`;
  return {
    title: 'Training done elsewhere',
    says: [
      `${capital(all)} ${done.length === 1 && telling.detail !== 'protected' ? 'record' : 'records'} of training done elsewhere ${done.length === 1 && telling.detail !== 'protected' ? 'counts' : 'count'} by what was entered.`,
    ],
    missing: [],
    tables: [
      {
        sheet: 'Elsewhere',
        title: 'Training done elsewhere, by course',
        columns: [column('Course'), column('Records', 'count'), column('With a certificate number', 'count')],
        rows: courses.map((course) => row(course, told(course), told(`${course} with`))),
        notes: [],
      },
      ...(telling.detail !== 'named'
        ? []
        : [
            {
              sheet: 'Elsewhere by name',
              title: 'Training done elsewhere, by name',
              columns: [
                column('Name'),
                column('Employee number'),
                column('Course'),
                column('Done on', 'date'),
                column('Where'),
                column('Certificate'),
              ],
              rows: done.map((one) => row(one.name, one.person, one.course, one.achieved, one.place, one.certificate)),
              notes: [],
            },
          ]),
    ],
  };
}
