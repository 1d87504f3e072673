import type { GapRow } from '#contract';
import { implementation } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import { describeTrust } from '../organisation/repository.ts';
import { requireTrust } from '../organisation/trust.ts';
import { namesOfGroups } from '../staff/group-names.ts';
import { rowsOfFigure } from './calculations/gap-rows.ts';
import { putCostCentreUnit } from './cost-centre-repository.ts';
import { answerGap } from './gap-service.ts';
import { shownGap } from './gap-shown.ts';

const on = implementation.establishment;

export const gapHandlers = {
  gap: on.gap.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    const { bands, staffGroups } = context.reference.organisation;
    const names = { group: namesOfGroups(context), bands, staffGroups };
    return shownGap(answerGap(context, trust, input.on), trust, names, input.groups);
  }),

  gapRows: on.gapRows.handler(({ input, context }) => {
    const answer = answerGap(context, requireTrust(context.database, input.trust), input.on);
    const nameOf = namesOfGroups(context);
    const units = new Map(answer.units.map(({ key, name }) => [key, name]));
    const { measure } = input;
    const wanted = answer.parts.filter(
      ({ unit, group, band }) =>
        (input.unit ?? unit) === unit &&
        (input.group ?? group) === group &&
        (input.band ?? band) === band &&
        (input.groups?.includes(group) ?? true),
    );
    const found = rowsOfFigure(wanted, measure, answer.coverage, input.gross);
    const files = new Map(
      [answer.ledger, answer.staff, answer.cover].flatMap((one) => one?.sources ?? []).map((each) => [each.id, each]),
    );
    const isCover = measure === 'bank' || measure === 'agency';
    const rows = found.slice(input.offset, input.offset + input.limit).map(({ part, sign }): GapRow => {
      const file = files.get(part.batchId ?? -1);
      return {
        part: part.of,
        batch: part.batchId,
        fileName: file?.fileName ?? part.source ?? '',
        sheet: file?.sheet ?? '',
        row: part.row,
        what: part.what,
        who: part.who,
        unit: units.get(part.unit) ?? part.unit,
        costCentre: part.costCentre,
        group: part.group,
        groupName: nameOf(part.group),
        band: part.band,
        wte: isCover ? null : sign * part.amount,
        minutes: isCover ? part.amount : null,
        why: part.why,
      };
    });
    return {
      minutesOfWte: isCover ? answer.coverage.minutesOfWte : null,
      total: found.length,
      wte: isCover || found.length === 0 ? null : found.reduce((sum, { part, sign }) => sum + sign * part.amount, 0),
      rows,
    };
  }),

  setCostCentre: on.setCostCentre.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const { units } = describeTrust(database, trust);
    const unit = units.find(({ id }) => id === input.unit);
    if (input.unit !== null && !unit) throw errors.NOT_THERE();
    const label = unit
      ? `Cost centre ${input.costCentre} to ${unit.name}`
      : `Cost centre ${input.costCentre} by its name and the staff list`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      putCostCentreUnit(database, trust.id, input.costCentre, input.unit),
    );
    return { label };
  }),
};
