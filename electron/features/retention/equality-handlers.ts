import { implementation } from '../../context.ts';
import { dateInWords } from '../../core/dates.ts';
import { recordChange } from '../../database/history.ts';
import { sharedFile } from '../organisation/shared-file.ts';
import { beginSharing } from '../organisation/sharing.ts';
import { requireTrust } from '../organisation/trust.ts';
import { refusePatients } from '../preceptorship/free-text.ts';
import { isMoreThanAll } from './calculations/workforce-equality.ts';
import { countsOf, deleteSnapshot, insertSnapshot, putCheck, putCount, snapshotsOf } from './equality-repository.ts';
import { equalityToShare } from './pipeline-service.ts';
import { equalityShown, listedWorkforce } from './equality-service.ts';

const on = implementation.retention;

export const equalityHandlers = {
  equality: on.equality.handler(({ input, context, errors }) => {
    const shown = equalityShown(context, requireTrust(context.database, input.trust), input.id);
    if (!shown) throw errors.NOT_THERE();
    return shown;
  }),

  addSnapshot: on.addSnapshot.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const { trust: code, aboutNoPatient, ...cells } = input;
    const trust = requireTrust(database, code);
    if (snapshotsOf(database, trust.id).some(({ day }) => day === cells.day)) throw errors.DAY_TAKEN();
    refusePatients(context, trust.id, { note: cells.note }, aboutNoPatient);
    const label = `Workforce equality on ${dateInWords(cells.day)}`;
    const id = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      insertSnapshot(database, trust.id, cells),
    );
    return { label, id };
  }),

  removeSnapshot: on.removeSnapshot.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const snapshot = snapshotsOf(database, trust.id).find(({ id }) => id === input.id);
    if (!snapshot) throw errors.NOT_THERE();
    const label = `Remove workforce equality on ${dateInWords(snapshot.day)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteSnapshot(database, snapshot.id));
    return { label };
  }),

  setEqualityCounts: on.setEqualityCounts.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const trust = requireTrust(database, input.trust);
    const snapshot = snapshotsOf(database, trust.id).find(({ id }) => id === input.id);
    if (!snapshot) throw errors.NOT_THERE();
    const rule = reference.equality.indicators.find(({ key }) => key === input.indicator);
    if (!rule) throw errors.NO_SUCH_CHOICE();
    const before = countsOf(database, snapshot.id).get(rule.key) ?? {};
    const groups = input.groups.map((one) => ({ ...one, outOf: rule.ofWorkforce ? null : one.outOf }));
    // Of those who had training there are no more than there are staff; a board has members from elsewhere.
    const heads =
      rule.ofWorkforce && rule.kind === 'relative' ? listedWorkforce(context, trust.id, snapshot.day)?.all : undefined;
    const after = Object.fromEntries(
      groups.map((one) => [one.group, { ...one, outOf: heads?.[one.group] ?? one.outOf }]),
    );
    if (isMoreThanAll(after)) throw errors.MORE_THAN_ALL();
    const isSame = groups.every(
      ({ group, counted, outOf }) =>
        (before[group]?.counted ?? null) === counted && (before[group]?.outOf ?? null) === outOf,
    );
    if (isSame) return { label: null };
    const label = `Indicator ${rule.number}, ${rule.name.toLowerCase()}, ${dateInWords(snapshot.day)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      for (const one of groups) putCount(database, snapshot.id, rule.key, one);
    });
    return { label };
  }),

  setEqualityCheck: on.setEqualityCheck.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const { trust: code, line: key, aboutNoPatient, ...cells } = input;
    const trust = requireTrust(database, code);
    const { checklist, states } = reference.equality;
    const line = checklist.find((one) => one.key === key);
    if (!line) throw errors.NOT_THERE();
    const state = states.find((one) => one.key === cells.state);
    if (cells.state && !state) throw errors.NO_SUCH_CHOICE();
    refusePatients(context, trust.id, { evidence: cells.evidence }, aboutNoPatient);
    if (Object.values(cells).every((cell) => cell === undefined)) return { label: null };
    const label = `${line.name}: ${state?.name.toLowerCase() ?? 'changed'}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => putCheck(database, trust.id, key, cells));
    return { label };
  }),

  equalityFile: on.equalityFile.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const data = equalityShown(context, trust, input.id);
    if (!data) throw errors.NOT_THERE();
    const sharing = beginSharing(context, trust, input.profile);
    return sharedFile(equalityToShare(context, trust, data, sharing.profile), sharing, context);
  }),
};
