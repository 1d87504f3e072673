import type { Context } from '../context.ts';
import type { DatePeriod } from '../core/dates.ts';
import { establishmentFiguresAsExpected } from '../features/establishment/calculations/as-expected.ts';
import { sheetOf } from '../features/establishment/calculations/sheet.ts';
import { listLines } from '../features/establishment/repository.ts';
import { rulesInForce } from '../features/organisation/rules-in-force.ts';
import { requireTrust } from '../features/organisation/trust.ts';
import { ledgerFiguresForCommandLine } from '../features/establishment/command-line.ts';
import { monthlyCountsForCommandLine } from '../features/assurance/command-line-counts.ts';
import { precepteesForCommandLine } from '../features/preceptorship/command-line.ts';
import { retentionForCommandLine } from '../features/retention/command-line.ts';
import { figuresForCommandLine } from '../features/rosters/command-line.ts';
import { staffFiguresForCommandLine } from '../features/staff/command-line.ts';
import { trainingForCommandLine } from '../features/training/command-line.ts';
import { vacanciesForCommandLine } from '../features/vacancies/command-line.ts';
import { CommandRefusal } from './refusal.ts';

type Figures = (trust: string, period: DatePeriod | undefined, context: Context) => object | null;

const kinds: Record<string, Figures> = {
  duty_roster: (trust, period, context) => figuresForCommandLine(context, 'duty_roster', trust, period),
  bank_list: (trust, period, context) => figuresForCommandLine(context, 'bank_list', trust, period),
  staff_list: (trust, period, context) => staffFiguresForCommandLine(context, 'staff_list', trust, period),
  leavers: (trust, period, context) => staffFiguresForCommandLine(context, 'leavers', trust, period),
  absence: (trust, period, context) => staffFiguresForCommandLine(context, 'absence', trust, period),
  ledger: (trust, period, context) => ledgerFiguresForCommandLine(context, trust, period?.last),
  establishment: (trust, _, { database }) => {
    const lines = listLines(database, requireTrust(database, trust).id);
    return lines.length > 0 ? establishmentFiguresAsExpected(sheetOf(lines)) : null;
  },
  preceptees: (trust, period, context) => precepteesForCommandLine(context, trust, period?.last),
  training: (trust, period, context) => trainingForCommandLine(context, trust, period?.last),
  vacancy_tracker: (trust, period, context) => vacanciesForCommandLine(context, trust, period?.last),
  monthly_counts: (trust, period, context) => monthlyCountsForCommandLine(context, trust, period),
  retention_plan: (trust, period, context) => retentionForCommandLine(context, trust, period?.last),
};

/** `figures KIND --trust CODE …`: plain numbers by name, the unit in the name. Refuses where there is nothing to work out. */
export function printFigures(kind: string, trust: string, period: DatePeriod | undefined, context: Context): object {
  const figures = kinds[kind];
  if (!figures)
    throw new CommandRefusal(
      `There are no figures of the kind ${kind}. The kinds are: ${Object.keys(kinds).join(', ')}.`,
    );
  const code = requireTrust(context.database, trust.toUpperCase()).code;
  const answer = figures(code, period, { ...context, reference: rulesInForce(context, code) });
  if (answer === null)
    throw new CommandRefusal(`Nothing of the kind ${kind} was imported for ${code}. Import a file first.`);
  return answer;
}
