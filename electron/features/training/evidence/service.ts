import { groupedBy } from '../../../core/grouped.ts';
import type { EvidenceAbout, EvidenceDetail } from '#contract';
import type { Context } from '../../../context.ts';
import { addMonths, dateInWords } from '../../../core/dates.ts';
import type { Disclosure } from '../../../core/small-numbers.ts';
import { sourceBatches } from '../../../imports/sources.ts';
import type { TrustRow } from '../../organisation/repository.ts';
import { compliancePublished } from '../calculations/compliance-protected.ts';
import { needsDefinitions } from '../calculations/evidence/definitions.ts';
import { sumsPart, toldHeads, topicsPart, trailPart, yearsPart } from '../calculations/evidence/needs.ts';
import type { EvidencePack, EvidencePart } from '../calculations/evidence/pack.ts';
import { elsewherePart, leftOutPart, sessionsPart } from '../calculations/evidence/people.ts';
import {
  type ComplianceEvidence,
  compliancePart,
  outlookPart,
  rotationalPart,
} from '../calculations/evidence/scheme.ts';
import { shownOf, type Telling, tellingInWords } from '../calculations/evidence/small.ts';
import { matrixOf } from '../calculations/matrix.ts';
import type { ExcludedPerson } from '../calculations/people.ts';
import { shownCourses } from '../course-handlers.ts';
import { trainingFacts, type TrainingFacts } from '../facts.ts';
import { ownCourses, resultsOf } from '../hand-repository.ts';
import { changesBetween } from '../needs-handlers.ts';
import { analysesOf, type StoredAnalysis } from '../needs-repository.ts';
import { answerNeeds, frameworkOn, titleOfYear } from '../needs-service.ts';
import { groupOutlooks } from '../outlook-handlers.ts';
import { lookAhead } from '../outlook-service.ts';
import { remarksOn } from '../remarks.ts';
import { bookingsOfTrust, sessionsOf } from '../session-repository.ts';
import { nameOfSession } from '../session-service.ts';
import { formulasOf } from '../shown.ts';
import { rulesPart } from './rules-part.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;

export interface AskedEvidence {
  readonly about: EvidenceAbout;
  readonly on?: string | undefined;
  readonly detail: EvidenceDetail;
}

/** The pack of one kind, on a census or of a version of the needs analysis; `sharing` says what may leave the trust. */
export function evidencePack(
  world: World,
  trust: TrustRow,
  { about, on, detail }: AskedEvidence,
  stored: StoredAnalysis | null,
  sharing: Disclosure,
): EvidencePack {
  const telling: Telling = { detail, smallest: sharing.hideBelow, sharing };
  return about === 'scheme' ? schemePack(world, trust, on, telling) : needsPack(world, trust, stored, telling);
}

const missing = (title: string, text: string): EvidencePart => ({ title, says: [], missing: [text], tables: [] });

function schemePack(world: World, trust: TrustRow, on: string | undefined, telling: Telling): EvidencePack {
  const { database, reference, today } = world;
  const facts = trainingFacts(world, trust.id, on);
  const { census, window, rules, scheme, people, standings } = facts;
  const nameOf = (list: readonly { key: string; name: string }[]) => (key: string) =>
    list.find((one) => one.key === key)?.name ?? key;
  const [nameOfCourse, nameOfGroup] = [nameOf(rules.courses), nameOf(rules.groups)];
  const cells = matrixOf(people.counted, standings, facts, rules, scheme?.pack.rotational ?? null);
  // Without a scheme every course stands first.
  const schemeCourses = (scheme?.pack.courses ?? rules.courses).map(({ key }) => key);
  const from = census > today() ? census : today();
  const isAhead = from <= window.last && facts.listDay !== null;
  const outlooks = isAhead ? groupOutlooks(lookAhead(world, trust, from)) : [];
  const evidence: ComplianceEvidence = {
    census,
    end: window.last,
    threshold: rules.threshold,
    cells,
    telling,
    shown: shownOf(compliancePublished(cells, outlooks), telling, `training on ${census}`),
    courses: new Set(schemeCourses),
    nameOfCourse,
    nameOfGroup,
  };
  const changed = shownCourses(reference.training, ownCourses(database, trust.id));
  const files =
    facts.fileDay === null
      ? []
      : sourceBatches(database, trust.id, 'training', { first: facts.fileDay, last: facts.fileDay });
  const notes = remarksOn(facts).map(({ message }) => message);
  return {
    title: 'Evidence for safety action 8: training',
    subtitle: `${trust.name} · on ${dateInWords(census)} · attendance from ${dateInWords(window.first)} to ${dateInWords(window.last)}`,
    parts: [
      { title: 'Names and small numbers', says: [tellingInWords(telling)], missing: [], tables: [] },
      compliancePart(evidence, 'scheme'),
      ...(isAhead ? [outlookPart(outlooks, evidence, from)] : []),
      ...[rotationalPart(evidence)].flatMap((part) => part ?? []),
      leftOutPart(people.excluded, telling, nameOfGroup, (person) => reasonOf(person, facts), census),
      sessionsPart(heldSessions(world, trust.id, facts), telling, { first: window.first, last: census }),
      ...[elsewherePart(doneElsewhere(world, trust.id, facts), telling, census)].flatMap((part) => part ?? []),
      ...(rules.courses.some(({ key }) => !evidence.courses.has(key)) ? [compliancePart(evidence, 'other')] : []),
      ...(notes.length === 0 ? [] : [{ title: 'What to know of the figures', says: notes, missing: [], tables: [] }]),
      rulesPart(
        [reference.training, ...(scheme === null ? [] : [scheme.pack])],
        changed.flatMap(({ name, changes }) => changes.map((change) => ({ of: name, ...change }))),
      ),
    ],
    definitions: formulasOf(facts).map(({ figure, formula }) => ({ term: figure, meaning: formula })),
    sources: [
      facts.listDay === null ? 'No staff list was imported.' : `Staff list of ${dateInWords(facts.listDay)}.`,
      ...files.map(({ fileName, rowsAccepted, rowsRead }) => `${fileName}: ${rowsAccepted} of ${rowsRead} rows taken.`),
      'Sessions, exclusions and certificates entered by hand, each with its time in the history.',
    ],
  };
}

const statusWords: Readonly<Record<string, string>> = {
  long_sickness: 'Long-term sickness',
  maternity: 'Maternity, adoption or shared parental leave',
};

function reasonOf({ reason, why }: ExcludedPerson, { rules }: TrainingFacts): string {
  const byHand = rules.exclusionReasons.find(({ key }) => key === why)?.name;
  if (reason === 'by_hand') return byHand ?? why;
  const words = why.replace(/_/g, ' ');
  return statusWords[why] ?? byHand ?? words.charAt(0).toUpperCase() + words.slice(1);
}

function heldSessions({ database }: World, trustId: number, facts: TrainingFacts) {
  const { census, window, rules, people } = facts;
  const groupOf = new Map([...people.counted, ...people.excluded].map(({ person, group }) => [person, group]));
  const bookings = groupedBy(bookingsOfTrust(database, trustId), ({ sessionId }) => sessionId);
  return sessionsOf(database, trustId)
    .filter(({ date, state }) => state !== 'cancelled' && date >= window.first && date <= census)
    .map((session) => {
      const seats = bookings.get(session.id) ?? [];
      const came = seats.filter(({ state }) => state === 'attended');
      return {
        date: session.date,
        courses: nameOfSession(session, facts),
        capacity: session.capacity,
        attended: came.length,
        didNotAttend: seats.filter(({ state }) => state === 'did_not_attend').length,
        room: session.room,
        groups: rules.groups.flatMap(({ key, name }) => {
          const heads = came.filter(({ person }) => groupOf.get(person) === key).length;
          return heads === 0 ? [] : [{ name, heads }];
        }),
      };
    });
}

function doneElsewhere({ database }: World, trustId: number, { census, rules, people }: TrainingFacts) {
  const names = new Map(people.counted.map(({ person, name }) => [person, name]));
  return resultsOf(database, trustId)
    .filter(({ counts, achieved, place }) => counts === 1 && achieved <= census && place !== null)
    .map(({ person, course, achieved, place, certificate }) => ({
      person,
      name: names.get(person) ?? null,
      course: rules.courses.find(({ key }) => key === course)?.name ?? course,
      achieved,
      place,
      certificate,
    }));
}

function needsPack(world: World, trust: TrustRow, stored: StoredAnalysis | null, telling: Telling): EvidencePack {
  const { reference, database } = world;
  const title = 'Training needs analysis';
  if (stored === null)
    return {
      title,
      subtitle: trust.name,
      parts: [missing('The analysis', 'There is no needs analysis yet. Begin this year’s under Training needs.')],
      definitions: needsDefinitions,
      sources: [],
    };
  const analysis = answerNeeds(world, trust, stored);
  const heads = toldHeads(analysis, telling);
  const earlier = analysesOf(database, trust.id).filter(({ first }) => first < stored.first);
  const before = earlier[earlier.length - 1];
  const compared =
    before === undefined
      ? null
      : {
          title: `${titleOfYear(before.first)}, version ${before.version}`,
          changes: changesBetween(answerNeeds(world, trust, before), analysis),
        };
  return {
    title: `${title} ${analysis.title}`,
    subtitle: `${trust.name} · version ${analysis.version} · by the staff list in force on ${dateInWords(stored.madeOn)} · ${analysis.framework.title}`,
    parts: [
      { title: 'Names and small numbers', says: [tellingInWords(telling)], missing: [], tables: [] },
      sumsPart(analysis, telling, heads),
      topicsPart(analysis, telling, heads),
      yearsPart(analysis),
      trailPart(analysis, compared, telling, heads),
      rulesPart([reference.trainingNeeds, frameworkOn(reference.frameworks, stored.first)], []),
    ],
    definitions: [
      ...analysis.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
      ...needsDefinitions,
    ],
    sources: [
      `Staff in post on ${dateInWords(stored.madeOn)}; starters of the vacancy plan up to ${dateInWords(addMonths(stored.first, 12))}.`,
      `${analysis.framework.title}, version ${analysis.framework.version}.`,
    ],
  };
}
