import { implementation } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import { describeTrust } from '../organisation/repository.ts';
import { isTaken, requireTrust } from '../organisation/trust.ts';
import { censuses } from '../staff/repository.ts';
import { agreedLevelHandlers } from './agreed-level-handlers.ts';
import { assessmentHandlers } from './assessment-handlers.ts';
import { sheetOf } from './calculations/sheet.ts';
import { gapHandlers } from './gap-handlers.ts';
import { continuityHandlers } from './continuity-handlers.ts';
import { reconciliationHandlers } from './reconciliation-handlers.ts';
import { ledgerDays } from './ledger-repository.ts';
import { neonatalHandlers } from './neonatal-handlers.ts';
import { deleteLine, insertLine, listLines } from './repository.ts';
import { enterCells, lineInWords, pasteLines } from './service.ts';

const on = implementation.establishment;

export const establishmentHandlers = on.router({
  ...gapHandlers,
  ...reconciliationHandlers,
  ...assessmentHandlers,
  ...neonatalHandlers,
  ...agreedLevelHandlers,
  ...continuityHandlers,

  sheet: on.sheet.handler(({ input, context: { database, today } }) => {
    const { id, code, name } = requireTrust(database, input.trust);
    const lines = listLines(database, id);
    const shown = lines.filter(
      ({ unit, staffGroup }) =>
        unit.id === (input.unit ?? unit.id) && staffGroup.key === (input.staffGroup ?? staffGroup.key),
    );
    const last = (days: readonly string[]) => days[days.length - 1] ?? null;
    const imported = { ledger: last(ledgerDays(database, id)), staffList: last(censuses(database, id)) };
    return { trust: { code, name }, on: today(), ...sheetOf(shown), linesInTrust: lines.length, imported };
  }),

  addLine: on.addLine.handler(({ input, context: { database, now }, errors }) => {
    const { trust: code, unit: unitId, staffGroup: groupKey, band: bandKey, ...values } = input;
    const row = requireTrust(database, code);
    const trust = describeTrust(database, row);
    const unit = trust.units.find(({ id }) => id === unitId);
    const staffGroup = trust.staffGroups.find(({ key }) => key === groupKey);
    const band = trust.bands.find(({ key }) => key === bandKey);
    if (!unit || !staffGroup || !band) {
      const missing = !unit ? 'unit' : !staffGroup ? 'staff group' : 'band';
      throw errors.NOT_THERE({ message: `${trust.name} has no such ${missing}. Choose one from the list.` });
    }
    const words = lineInWords({ unit, staffGroup, band });
    const label = `New line ${words}`;
    try {
      const id = recordChange(database, { trustId: row.id, label, at: now() }, () =>
        insertLine(database, row.id, { unitId, staffGroup: groupKey, band: bandKey }, values),
      );
      return { id, label };
    } catch (error) {
      if (isTaken(error)) throw errors.LINE_EXISTS({ message: `${words} is already there. Change that line instead.` });
      throw error;
    }
  }),

  enterCells: on.enterCells.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const outcome = enterCells(database, { trustId: trust.id, at: now() }, input.cells);
    if (outcome.kind === 'missing')
      throw errors.NOT_THERE({ message: 'A line is no longer there. Nothing was changed. Look at the lines again.' });
    if (outcome.kind === 'refused')
      throw errors.CELLS_REFUSED({ message: refusedCells(outcome.problems), data: outcome });
    return { label: outcome.label };
  }),

  pasteLines: on.pasteLines.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const places = describeTrust(database, trust);
    const outcome = pasteLines(database, { trustId: trust.id, at: now() }, input.rows, places);
    if (outcome.kind === 'refused')
      throw errors.CELLS_REFUSED({ message: refusedCells(outcome.problems), data: outcome });
    return { label: outcome.label, added: outcome.added, changed: outcome.changed };
  }),

  removeLine: on.removeLine.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const line = listLines(database, trust.id).find((each) => each.id === input.id);
    if (!line) throw errors.NOT_THERE();
    const label = `Remove line ${lineInWords(line)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteLine(database, line.id));
    return { label };
  }),
});

/** One problem says itself; several are counted, and each stands beside its cell. */
function refusedCells(problems: readonly { message: string }[]): string {
  const [first] = problems;
  return problems.length === 1 && first
    ? `${first.message} Nothing was changed.`
    : `${problems.length} cells could not be understood. Nothing was changed. Correct them and try again.`;
}
