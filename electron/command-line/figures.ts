import type { Context } from '../context.ts';
import type { DatePeriod } from '../core/dates.ts';
import { establishmentFiguresAsExpected } from '../features/establishment/calculations/as-expected.ts';
import { sheetOf } from '../features/establishment/calculations/sheet.ts';
import { listLines } from '../features/establishment/repository.ts';
import { requireTrust } from '../features/organisation/trust.ts';
import { figuresForCommandLine } from '../features/rosters/command-line.ts';
import { CommandRefusal } from './refusal.ts';

type Figures = (trust: string, period: DatePeriod | undefined, context: Context) => object | null;

const kinds: Record<string, Figures> = {
  duty_roster: (trust, period, context) => figuresForCommandLine(context, 'duty_roster', trust, period),
  bank_list: (trust, period, context) => figuresForCommandLine(context, 'bank_list', trust, period),
  establishment: (trust, _, { database }) => {
    const lines = listLines(database, requireTrust(database, trust).id);
    return lines.length > 0 ? establishmentFiguresAsExpected(sheetOf(lines)) : null;
  },
};

/** `figures KIND --trust CODE …`: plain numbers by name, the unit in the name. Refuses where there is nothing to work out. */
export function printFigures(kind: string, trust: string, period: DatePeriod | undefined, context: Context): object {
  const figures = kinds[kind];
  if (!figures) throw new CommandRefusal(`There are no figures of the kind ${kind}. The kinds are: ${Object.keys(kinds).join(', ')}.`);
  const code = requireTrust(context.database, trust.toUpperCase()).code;
  const answer = figures(code, period, context);
  if (answer === null) throw new CommandRefusal(`Nothing of the kind ${kind} was imported for ${code}. Import a file first.`);
  return answer;
}
