import type { NeedsAnalysis, NeedsChange } from '#contract';
import { implementation } from '../../context.ts';
import { dateInWords, nhsYear } from '../../core/dates.ts';
import { hoursOfMinutes } from '../../core/rates.ts';
import { recordChange } from '../../database/history.ts';
import { requireTrust } from '../organisation/trust.ts';
import { establishmentUplift } from './establishment-uplift.ts';
import {
  analysesOf,
  approvalsOf,
  deleteApproval,
  dropNeed,
  insertAnalysis,
  insertApproval,
  putNeed,
  putTopic,
  saidOfNeeds,
  saidOfTopics,
} from './needs-repository.ts';
import { answerNeeds, frameworkOn, titleOfYear } from './needs-service.ts';

const on = implementation.training;
const bodies = { leads: 'the leads', board: 'the board', lmns: 'the LMNS' } as const;
const versionOf = ({ first, version }: { first: string; version: number }) =>
  `Needs ${titleOfYear(first)}, version ${version}`;

export const needsHandlers = {
  needs: on.needs.handler(({ input, context, errors }) => {
    const { database, today } = context;
    const trust = requireTrust(database, input.trust);
    const all = analysesOf(database, trust.id);
    const stored = input.id === undefined ? all[all.length - 1] : all.find(({ id }) => id === input.id);
    if (stored === undefined && input.id !== undefined) throw errors.NOT_THERE();
    return {
      today: today(),
      analysis: stored === undefined ? null : answerNeeds(context, trust, stored),
      versions: all.map(({ id, first, version }) => ({
        id,
        first,
        title: titleOfYear(first),
        version,
        approvals: approvalsOf(database, id).map(({ body }) => body),
      })),
    };
  }),

  newNeeds: on.newNeeds.handler(({ input, context }) => {
    const { database, reference, today, now } = context;
    const trust = requireTrust(database, input.trust);
    const first = `${nhsYear(input.day ?? today())}-04-01`;
    const all = analysesOf(database, trust.id);
    const newest = all[all.length - 1];
    const version = Math.max(0, ...all.filter((one) => one.first === first).map((one) => one.version)) + 1;
    const { annualHours, absentPercent, turnoverPercent, upliftPercent, studyPercent, backfillNeedsCover, hourCosts } =
      reference.trainingNeeds;
    // The establishment's own uplift counts, where an agreed assessment tells it.
    const own = establishmentUplift(context, trust.id, first);
    const assumptions = {
      annualHours,
      absentPercent,
      turnoverPercent,
      upliftPercent: own?.upliftPercent ?? upliftPercent,
      studyPercent: own?.studyPercent ?? studyPercent,
      upliftFrom: own?.from ?? null,
      backfillNeedsCover,
      hourCosts,
    };
    const label = versionOf({ first, version });
    const id = recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      const made = insertAnalysis(database, trust.id, { first, version, madeOn: today(), assumptions });
      if (newest === undefined) return made;
      // A later year's plan begins a year further on: its first year is the second of the plan before.
      const years = Math.max(0, Number(first.slice(0, 4)) - Number(newest.first.slice(0, 4)));
      for (const [key, said] of saidOfNeeds(database, newest.id)) {
        const [topic = '', group = ''] = key.split(' ');
        putNeed(database, made, topic, group, said);
      }
      for (const [topic, said] of saidOfTopics(database, newest.id)) {
        const plan = said['years'] as boolean[] | undefined;
        const moved = plan === undefined ? said : { ...said, years: plan.map((_, at) => plan[(at + years) % 3]) };
        putTopic(database, made, topic, moved);
      }
      return made;
    });
    return { label, id };
  }),

  setNeed: on.setNeed.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const { trust: code, id, topic, group, ...cells } = input;
    const trust = requireTrust(database, code);
    const stored = analysesOf(database, trust.id).find((one) => one.id === id);
    if (stored === undefined) throw errors.NOT_THERE();
    if (approvalsOf(database, id).length > 0) throw errors.APPROVED();
    const { sources } = reference.trainingNeeds;
    if (cells.source !== undefined && !sources.some(({ key }) => key === cells.source)) throw errors.NO_SUCH_CHOICE();
    const shown = answerNeeds(context, trust, stored).topics.find(({ key }) => key === topic);
    const before = shown?.cells.find((cell) => cell.group === group);
    if (shown === undefined || before === undefined) throw errors.NO_SUCH_CHOICE();
    const { need, source } = { ...before, ...cells };
    if (need === before.need && source === before.source) return { label: null };
    const published = frameworkOn(reference.frameworks, stored.first)
      .modules.flatMap(({ topics }) => topics)
      .find(({ key }) => key === topic);
    const usual = published?.required.includes(group)
      ? 'required'
      : published?.recommended.includes(group)
        ? 'recommended'
        : 'not';
    const asPublished = published !== undefined && need === usual && source === 'framework';
    const label = `${shown.name}: ${need === 'not' ? 'not needed' : need}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      asPublished ? dropNeed(database, id, topic, group) : putNeed(database, id, topic, group, { need, source }),
    );
    return { label };
  }),

  changeTopic: on.changeTopic.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const { trust: code, id, topic, ...cells } = input;
    const trust = requireTrust(database, code);
    const stored = analysesOf(database, trust.id).find((one) => one.id === id);
    if (stored === undefined) throw errors.NOT_THERE();
    if (approvalsOf(database, id).length > 0) throw errors.APPROVED();
    const shown = answerNeeds(context, trust, stored).topics.find(({ key }) => key === topic);
    if (shown === undefined) throw errors.NOT_THERE();
    const said = Object.entries(cells).filter(
      ([field, value]) =>
        value !== undefined && JSON.stringify(shown[field as keyof typeof shown]) !== JSON.stringify(value),
    );
    if (said.length === 0) return { label: null };
    const label = `How ${shown.name} is taught`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      putTopic(database, id, topic, { ...saidOfTopics(database, id).get(topic), ...Object.fromEntries(said) }),
    );
    return { label };
  }),

  addTopic: on.addTopic.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const { trust: code, id, ...cells } = input;
    const trust = requireTrust(database, code);
    if (!analysesOf(database, trust.id).some((one) => one.id === id)) throw errors.NOT_THERE();
    if (approvalsOf(database, id).length > 0) throw errors.APPROVED();
    const taken = saidOfTopics(database, id);
    const base = `own_${cells.name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')}`.slice(0, 60);
    let topic = base;
    for (let number = 2; taken.has(topic); number += 1) topic = `${base}_${number}`;
    const label = `New topic ${cells.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => putTopic(database, id, topic, cells));
    return { label, topic };
  }),

  approve: on.approve.handler(({ input, context: { database, now }, errors }) => {
    const { trust: code, id, ...cells } = input;
    const trust = requireTrust(database, code);
    const stored = analysesOf(database, trust.id).find((one) => one.id === id);
    if (stored === undefined) throw errors.NOT_THERE();
    const label = `${versionOf(stored)} approved by ${bodies[cells.body]}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      insertApproval(database, { analysisId: id, ...cells }),
    );
    return { label };
  }),

  removeApproval: on.removeApproval.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const found = analysesOf(database, trust.id)
      .flatMap(({ id }) => approvalsOf(database, id))
      .find(({ id }) => id === input.id);
    if (found === undefined) throw errors.NOT_THERE();
    const label = `Remove the approval by ${bodies[found.body]} of ${dateInWords(found.date)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteApproval(database, found.id));
    return { label };
  }),

  compareNeeds: on.compareNeeds.handler(({ input, context, errors }) => {
    const { database } = context;
    const trust = requireTrust(database, input.trust);
    const all = analysesOf(database, trust.id);
    const [before, after] = [input.before, input.after].map((id) => all.find((one) => one.id === id));
    if (!before || !after) throw errors.NOT_THERE();
    return { changes: changesBetween(answerNeeds(context, trust, before), answerNeeds(context, trust, after)) };
  }),
};

/** What differs between two versions: sums first, then topics and needs. */
export function changesBetween(before: NeedsAnalysis, after: NeedsAnalysis): NeedsChange[] {
  const said = (analysis: NeedsAnalysis): Map<string, string> => {
    const lines = new Map([
      ['Hours of all groups', `${hoursOfMinutes(analysis.totals.minutes)} hours`],
      ['Sessions', String(analysis.totals.sessions)],
      ['Backfill cost', `£${(analysis.totals.pence / 100).toFixed(2)}`],
    ]);
    const nameOf = (group: string) => analysis.groups.find((one) => one.group === group)?.name ?? group;
    for (const { name, heads, minutes } of analysis.groups)
      lines.set(`${name}: heads and hours`, `${heads} heads, ${hoursOfMinutes(minutes)} hours`);
    for (const { name, minutes, everyMonths, capacity, cells } of analysis.topics) {
      lines.set(`${name}: taught`, `${minutes} minutes every ${everyMonths} months, ${capacity} in a session`);
      for (const { group, need } of cells) if (need !== 'not') lines.set(`${name}: ${nameOf(group)}`, need);
    }
    return lines;
  };
  const [old, now] = [said(before), said(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((what) => {
    const [was, is] = [old.get(what) ?? 'not there', now.get(what) ?? 'not there'];
    return was === is ? [] : [{ what, before: was, after: is }];
  });
}
