import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recordedTables } from '../../electron/database/recorder.ts';
import { tablesAt, tablesOfPages } from '../../renderer/components/changes/tables-of-pages.ts';
import { openTestDatabase } from '../support/database.ts';
import { openTestPlanner } from '../support/planner.ts';

const folder = join(import.meta.dirname, '../../renderer');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join(folder, file), 'utf8') }));

/** Tables whose changes are recorded and that no page of their own enters, and why. */
const elsewhere: Record<string, string> = {
  table_view: 'views of tables are kept, and undone, in the table that they are of',
};

/** Dialogs that save something and lead to no history of a record, and why. */
const without: Record<string, readonly string[]> = {
  'only adds, or changes many at once; the page has the history': [
    'components/DecideFigure.tsx',
    'features/assurance/DaysDialog.tsx',
    'features/establishment/AddLine.tsx',
    'features/establishment/PasteLines.tsx',
    'features/establishment/reconciliation/ReasonsDialog.tsx',
    'features/establishment/required/UseDialog.tsx',
    'features/forecast/NameDialog.tsx',
    'features/lmns/OwnMeasures.tsx',
    'features/organisation/NameForm.tsx',
    'features/preceptorship/OwnCompetencies.tsx',
    'features/preceptorship/SuggestDialog.tsx',
    'features/retention/ApproveDialog.tsx',
    'features/retention/equality/SnapshotDialog.tsx',
    'features/retention/learning/AreaDialog.tsx',
    'features/retention/self-assessment/RoundDialog.tsx',
    'features/retention/surveys/IndicatorDialog.tsx',
    'features/returns/LoadWording.tsx',
    'features/returns/StepDialog.tsx',
    'features/returns/StepRoles.tsx',
    'features/returns/TakeMeasures.tsx',
    'features/returns/lmns-workbook/UploadLmnsWorkbook.tsx',
    'features/training/AddPeople.tsx',
    'features/training/StudyShifts.tsx',
  ],
  'there is nothing yet': ['features/lmns/SetUpLmns.tsx', 'features/organisation/SetUpTrust.tsx'],
  'changes no record of the data': [
    'components/RecoveryCode.tsx',
    'components/table/ExportOrPrint.tsx',
    'features/backups/LockDialog.tsx',
    'features/backups/RestoreDialog.tsx',
    'features/backups/SecondPlaceDialog.tsx',
    'features/backups/StoreLockDialog.tsx',
    'features/imports/AnotherKind.tsx',
    'features/preceptorship/PersonPack.tsx',
    'features/retention/conversations/RoleDialog.tsx',
    'features/retention/surveys/GroupDialog.tsx',
    'features/returns/BundleDialog.tsx',
    'features/returns/lmns-workbook/PourDialog.tsx',
    'features/today/ChooseFigures.tsx',
  ],
  'is in the audit and not in the history': [
    'features/imports/UndoDialog.tsx',
    'features/profiles/ProfileDialog.tsx',
    'features/personal-data/EraseForm.tsx',
    'features/personal-data/SubjectDialog.tsx',
  ],
};

/** The opening tags of a component, with braces in them up to three deep. */
const tagsOf = (name: string, text: string) =>
  [...text.matchAll(new RegExp(`<${name}\\b(?:[^>{]|\\{(?:[^{}]|\\{(?:[^{}]|\\{[^{}]*\\})*\\})*\\})*>`, 'g'))].map(
    ([tag]) => tag,
  );

describe('the history of what was entered by hand', () => {
  test('of every table that is recorded is at the foot of a page', () => {
    const { sqlite } = openTestDatabase();
    const recorded = [...recordedTables(sqlite).keys()];
    const listed = new Set(Object.values(tablesOfPages).flat());
    expect(recorded.filter((name) => !listed.has(name) && !(name in elsewhere))).toEqual([]);
    expect([...listed].filter((name) => !recorded.includes(name))).toEqual([]);
    const screens = readFileSync(join(folder, 'app/screens.ts'), 'utf8');
    for (const path of Object.keys(tablesOfPages)) expect(screens).toContain(`'${path}'`);
    expect(tablesAt('/preceptors/7?from=today')).toEqual(['preceptor']);
    // Every screen is a page, and the page has it.
    expect(sources.find(({ file }) => file === 'components/Page.tsx')?.text).toContain('<PageHistory path={path} />');
  });

  test('is one press away in every dialog that changes a record', () => {
    const saving = sources.flatMap(({ file, text }) => {
      const feet = tagsOf('DialogFoot', text).filter((tag) => /\bsave=/.test(tag));
      return feet.length > 0 ? [{ file, hasHistory: feet.some((tag) => /\bhistory=/.test(tag)) }] : [];
    });
    expect(saving.filter(({ hasHistory }) => hasHistory).length).toBeGreaterThan(35);
    const excused = Object.values(without).flat();
    const lacking = saving.filter(({ hasHistory }) => !hasHistory).map(({ file }) => file);
    expect(lacking.filter((file) => !excused.includes(file))).toEqual([]);
    expect(excused.filter((file) => !lacking.includes(file))).toEqual([]);
  });

  test('is known for each line of every table of fields', () => {
    const tables = sources.filter(
      ({ file, text }) => /<EntryTable\n/.test(text) && file !== 'components/EntryTable.tsx',
    );
    expect(tables.length).toBeGreaterThan(8);
    const lacking = tables.filter(({ text }) => !/\brecordOf=\{/.test(text)).map(({ file }) => file);
    expect(lacking).toEqual([]);
  });

  test('names no table and no column that is not there', () => {
    const { sqlite } = openTestDatabase();
    const tables = recordedTables(sqlite);
    const columnsOf = (table: string) => tables.get(table)?.columns ?? [];
    const named = sources.flatMap(({ text }) => [...text.matchAll(/kind: '([a-z_]+)',\s*fields: \{([^}]*)\}/g)]);
    expect(named.length).toBeGreaterThan(15);
    for (const [, table = '', fields = ''] of named) {
      const columns = fields.split(',').map((field) => field.split(':')[0]?.trim() ?? '');
      expect(columnsOf(table)).toEqual(expect.arrayContaining(columns.filter(Boolean)));
    }
    const ids = sources.flatMap(({ text }) => [...text.matchAll(/kind: '([a-z_]+)', key: String\(/g)]);
    expect(ids.length).toBeGreaterThan(15);
    for (const [, table = ''] of ids) expect(columnsOf(table)).toContain('id');
  });

  test('is told by row, by what names a record, and by tables', async () => {
    const { planner } = openTestPlanner();
    const trust = 'RX1';
    await planner.organisation.addTrust({ code: trust, name: 'Thistledown', system: null, sites: [], units: [] });
    for (const name of ['Rowan ward', 'Hazel ward'])
      await planner.organisation.addUnit({ trust, name, kind: 'antenatal', site: null });
    const [rowan] = (await planner.organisation.overview()).trusts[0]?.units ?? [];
    const labels = async (record: Parameters<typeof planner.history.changesOf>[0]['record']) =>
      (await planner.history.changesOf({ trust, record })).map(({ label }) => label);
    expect(await labels({ tables: ['unit'] })).toHaveLength(2);
    expect(await labels({ tables: ['preceptor', 'vacancy'] })).toEqual([]);
    expect(await labels({ kind: 'unit', key: String(rowan?.id) })).toEqual([expect.stringContaining('Rowan')]);
    expect(await labels({ kind: 'unit', fields: { name: 'Hazel ward', site_id: null } })).toEqual([
      expect.stringContaining('Hazel'),
    ]);
    expect(await labels({ kind: 'unit', fields: { id: rowan?.id ?? 0, kind: 'antenatal' } })).toEqual([
      expect.stringContaining('Rowan'),
    ]);
  });
});
