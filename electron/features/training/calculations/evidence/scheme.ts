import type { TrainingGroupOutlook } from '../../../../contract/training-outlook.ts';
import { dateInWords } from '../../../../core/dates.ts';
import type { Rate } from '../../../../core/rates.ts';
import type { ProtectedTables } from '../../../../core/small-numbers.ts';
import { shareKeys, type ShareOf } from '../compliance-protected.ts';
import type { MatrixCell } from '../matrix.ts';
import { counted } from '../../../../core/words.ts';
import { column, type EvidencePart, row } from './pack.ts';
import { notShown, type Telling, tellCount, tellShare } from './small.ts';

/** What the parts about compliance are made of. */
export interface ComplianceEvidence {
  readonly census: string;
  /** The scheme's last day. */
  readonly end: string;
  readonly threshold: Rate;
  readonly cells: readonly MatrixCell[];
  readonly telling: Telling;
  /** Every count of the pack's compliance and outlook, as it may be told. */
  readonly shown: ProtectedTables;
  /** Courses that the scheme asks for; the trust counts others too. */
  readonly courses: ReadonlySet<string>;
  nameOfCourse(key: string): string;
  nameOfGroup(key: string): string;
}

const yes = (meets: boolean | null) => (meets === null ? 'nobody counted' : meets ? 'yes' : 'no');

type Place = Pick<MatrixCell, 'course' | 'group'>;
const teller =
  ({ shown, threshold, telling }: Pick<ComplianceEvidence, 'shown' | 'threshold' | 'telling'>) =>
  (place: Place, what: ShareOf, rate: Rate) =>
    tellShare(shown, shareKeys(place, what, rate), threshold, telling.smallest);

/** Each course and group by itself: in date, attended, and on the scheme's last day. Of the scheme's courses, or of the others. */
export function compliancePart(evidence: ComplianceEvidence, which: 'scheme' | 'other'): EvidencePart {
  const { census, end, threshold, nameOfCourse, nameOfGroup } = evidence;
  const tell = teller(evidence);
  const cells = evidence.cells.filter(
    ({ course, inDate }) => inDate.denominator > 0 && evidence.courses.has(course) === (which === 'scheme'),
  );
  const [of, sheet] = which === 'scheme' ? ['of the scheme’s courses', ''] : ['of the other courses', ', others'];
  const percent = `${(threshold.numerator * 100) / threshold.denominator} %`;
  const rows = cells.map((cell) => {
    const now = tell(cell, 'in date', cell.inDate);
    const came = tell(cell, 'attended', cell.attended);
    const atLast = tell(cell, 'at end', cell.atEnd);
    return { ...cell, now, came, atLast };
  });
  const told = rows.filter(({ now }) => now.isTold);
  const met = told.filter(({ meets }) => meets === true).length;
  const whose = told.length < rows.length ? ' whose numbers may be told' : '';
  const says = [
    `On ${dateInWords(census)} ${met} of ${counted(told.length, 'staff group')} ${of}${whose} ${met === 1 ? 'reaches' : 'reach'} ${percent}, each by itself and by the exact fraction.`,
  ];
  const reaches = ({ isTold }: { readonly isTold: boolean }, meets: boolean | null) => (isTold ? yes(meets) : notShown);
  return {
    title: which === 'scheme' ? 'Compliance in the courses of the scheme' : 'Other courses that the trust counts',
    says: cells.length === 0 ? [] : says,
    missing: cells.length === 0 ? ['Nobody is counted yet. Import the staff list and the training file.'] : [],
    tables: [
      {
        sheet: `In date${sheet}`,
        title: `In date on ${dateInWords(census)}`,
        columns: [
          column('Course'),
          column('Staff group'),
          column('In date'),
          column('Share', 'rate'),
          column(`Reaches ${percent}`),
          column('Heads wanting', 'count'),
        ],
        rows: rows.map(({ course, group, now, meets, short }) =>
          row(
            nameOfCourse(course),
            nameOfGroup(group),
            now.fraction,
            now.share,
            reaches(now, meets),
            now.isTold ? short : notShown,
          ),
        ),
        notes: ['Staff groups are never added together, and nothing is rounded up: 89.6 % is not 90 %.'],
      },
      {
        sheet: `Attended${sheet}`,
        title: 'Attended in the months of the scheme, and in date on its last day',
        columns: [
          column('Course'),
          column('Staff group'),
          column('Attended'),
          column('Share attended', 'rate'),
          column(`Reaches ${percent}`),
          column(`In date on ${dateInWords(end)}`),
          column(`Reaches ${percent} then`),
        ],
        rows: rows.map(({ course, group, came, atLast, meetsAttended, meetsAtEnd }) =>
          row(
            nameOfCourse(course),
            nameOfGroup(group),
            came.fraction,
            came.share,
            reaches(came, meetsAttended),
            atLast.fraction,
            reaches(atLast, meetsAtEnd),
          ),
        ),
        notes: [`In date on ${dateInWords(end)} is what it would be if nobody trained any more.`],
      },
    ],
  };
}

/** Groups that are not there yet: what is booked, and when they get there. */
export function outlookPart(
  outlooks: readonly TrainingGroupOutlook[],
  evidence: Pick<ComplianceEvidence, 'telling' | 'courses' | 'shown' | 'threshold'>,
  from: string,
): EvidencePart {
  const { telling, courses } = evidence;
  const tell = teller(evidence);
  // To be in the table tells that a group is below the threshold.
  const ofScheme = outlooks.filter(
    (one) =>
      one.now.denominator > 0 &&
      courses.has(one.course) &&
      (one.atEnd.denominator === 0 || tell(one, 'then', one.atEnd).isTold),
  );
  const wanting = ofScheme.filter(({ holdsAtEnd }) => holdsAtEnd !== true);
  const all = ofScheme.length;
  return {
    title: 'When the others get there',
    says:
      all === 0
        ? []
        : [
            wanting.length === 0
              ? `By the seats that are booked on ${dateInWords(from)} every group is at the threshold on the scheme’s last day.`
              : `By the seats that are booked on ${dateInWords(from)}, ${wanting.length} of ${counted(all, 'staff group')} of the scheme’s courses ${wanting.length === 1 ? 'is' : 'are'} below the threshold on its last day.`,
          ],
    missing: [],
    tables:
      wanting.length === 0
        ? []
        : [
            {
              sheet: 'Outlook',
              title: 'Groups that are below the threshold on the scheme’s last day',
              columns: [
                column('Course'),
                column('Staff group'),
                column('Seats booked', 'count'),
                column('First at the threshold on', 'date'),
                column('Heads wanting then', 'count'),
              ],
              rows: wanting.map((one) =>
                row(
                  one.courseName,
                  one.groupName,
                  tellCount(one.booked, telling),
                  one.reachedOn ?? 'not yet',
                  one.wanting,
                ),
              ),
              notes: [
                'Booked seats are taken as attended; starters, leavers and people who come back are counted.',
                ...(telling.detail === 'protected' ? ['Groups whose numbers may not be told are left out.'] : []),
              ],
            },
          ],
  };
}

/** Rotational doctors under the plan that the board has minuted; null where the rule changes nothing. */
export function rotationalPart(evidence: ComplianceEvidence): EvidencePart | null {
  const { cells, threshold, nameOfCourse, nameOfGroup } = evidence;
  const tell = teller(evidence);
  const changed = cells.flatMap((cell) => (cell.underPlan === null ? [] : [{ ...cell, underPlan: cell.underPlan }]));
  if (changed.length === 0) return null;
  const reaches = ({ numerator, denominator }: Rate) =>
    yes(denominator === 0 ? null : numerator * threshold.denominator >= denominator * threshold.numerator);
  return {
    title: 'Rotational doctors',
    says: [
      'Doctors who came with a rotation late in the year and are not in date may be left out under a plan that the board has minuted. Both figures are shown; the figures above count them.',
    ],
    missing: [],
    tables: [
      {
        sheet: 'Rotational doctors',
        title: 'With and without rotational doctors under the plan',
        columns: [
          column('Course'),
          column('Staff group'),
          column('All'),
          column('Reaches it'),
          column('Without those under the plan'),
          column('Reaches it so'),
        ],
        rows: changed.map((cell) => {
          const all = tell(cell, 'in date', cell.inDate);
          const without = tell(cell, 'under plan', cell.underPlan);
          return row(
            nameOfCourse(cell.course),
            nameOfGroup(cell.group),
            all.fraction,
            all.isTold ? yes(cell.meets) : notShown,
            without.fraction,
            without.isTold ? reaches(cell.underPlan) : notShown,
          );
        }),
        notes: ['Attach the minute of the board with the plan.'],
      },
    ],
  };
}
