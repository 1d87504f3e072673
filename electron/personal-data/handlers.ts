import { markOf } from '../audit/record.ts';
import { implementation } from '../context.ts';
import { inTransaction } from '../database/database.ts';
import { tableWorkbook } from '../exports/table-workbook.ts';
import { requireTrust } from '../features/organisation/trust.ts';
import { beside } from './beside.ts';
import { eraseRows, newReplacement } from './erase.ts';
import { listSubjects } from './list.ts';
import { findSubject, partsOf, tableInWords } from './service.ts';

const on = implementation.personalData;

const SHOWN = 2000;

export const personalDataHandlers = on.router({
  list: on.list.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    const words = input.search.toLowerCase();
    const all = listSubjects(context, trust.id).filter(
      ({ person, name }) => person?.toLowerCase().includes(words) || name?.toLowerCase().includes(words),
    );
    const { title, version, source, years } = context.reference.schedule;
    const schedule = `${title}, version ${version}, after ${source.title}: rosters ${years.roster} years, training ${years.training}, staff lists ${years.staff}, working notes ${years.working}, from the end of the financial year. It proposes; nothing is deleted by it.`;
    return { rows: all.slice(0, SHOWN), total: all.length, schedule, on: context.today() };
  }),

  find: on.find.handler(async ({ input, context, errors }) => {
    requireTrust(context.database, input.trust);
    const found = findSubject(context, input);
    if (found === null) throw errors.PERSON_UNKNOWN();
    return {
      person: input.person,
      names: [...found.known.names],
      mark: markOf(input.trust, input.person ?? input.name ?? ''),
      parts: partsOf(context, found.rows).map(({ table: _table, ...part }) => part),
      beside: await beside(context),
    };
  }),

  file: on.file.handler(async ({ input, context, errors }) => {
    requireTrust(context.database, input.trust);
    const found = findSubject(context, input);
    if (found === null) throw errors.PERSON_UNKNOWN();
    const hidden = new Set(['trust_id', 'name_key']);
    const bytes = await tableWorkbook(
      {
        title: 'What the planner holds about one person',
        subtitle: `${found.rows.length} rows, ${context.today()}`,
        notice: 'For the person themselves. Rows that only mention them may name others: look them through first.',
        columns: [
          { heading: 'Where', kind: 'text' },
          { heading: 'Row', kind: 'count' },
          { heading: 'Tells', kind: 'text' },
          { heading: 'What', kind: 'text' },
          { heading: 'Value', kind: 'long_text' },
        ],
        rows: found.rows.flatMap(({ table, id, how, values }) =>
          Object.entries(values)
            .filter(([column, value]) => value !== null && value !== '' && !hidden.has(column))
            .map(([column, value]) => ({
              kind: 'row' as const,
              values: [
                tableInWords(table),
                id,
                how === 'about' ? 'about them' : 'mentions them',
                tableInWords(column),
                String(value),
              ],
            })),
        ),
        definitions: [],
      },
      context.now(),
    );
    // The name of a file says nothing of whose data it is.
    return { fileName: `Personal data ${context.today()}.xlsx`, contents: Buffer.from(bytes).toString('base64') };
  }),

  erase: on.erase.handler(({ input, context, errors }) => {
    const { database } = context;
    requireTrust(database, input.trust);
    const found = findSubject(context, input);
    if (found === null) throw errors.PERSON_UNKNOWN();
    const typed = input.typed.trim().toLowerCase();
    if (![...found.known.numbers, ...found.known.spelled].some((one) => one.toLowerCase() === typed))
      throw errors.CONFIRM();
    const keptTables = new Set(
      input.alsoKept ? [] : partsOf(context, found.rows).flatMap(({ table, fate }) => (fate === 'kept' ? [table] : [])),
    );
    const rows = found.rows.filter(({ table }) => !keptTables.has(table));
    const to = newReplacement();
    inTransaction(database, () => eraseRows(database.sqlite, rows, found.known, to));
    // What was erased leaves the log as well.
    database.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    return { rows: rows.length, kept: found.rows.length - rows.length, called: to.name };
  }),
});
