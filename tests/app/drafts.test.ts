import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../renderer');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join(folder, file), 'utf8') }));

/** Fields whose files hold neither a form nor a dialog, and why what is typed there needs no draft of its own. */
const spared: Record<string, string> = {
  'components/Fields.tsx': 'part of a form',
  'features/vacancies/PostField.tsx': 'part of a form',
  'components/EntryCell.tsx': 'kept by its table',
  'components/draft/DraftNote.tsx': 'asks for a role',
  'features/establishment/CellEditor.tsx': 'kept by its grid',
  'features/forecast/Fields.tsx': 'kept with all that is tried out',
  'features/imports/FileStep.tsx': 'kept with the answers to the file',
  'features/imports/ProblemAnswer.tsx': 'kept with the answers to the file',
  'features/assurance/MonthField.tsx': 'chooses what is shown',
  'features/audit/AuditScreen.tsx': 'chooses what is shown',
  'features/forecast/ForecastScreen.tsx': 'chooses what is shown',
  'features/preceptorship/MentorsScreen.tsx': 'chooses what is shown',
  'features/rosters/PeriodFilter.tsx': 'chooses what is shown',
  'features/training/ComplianceScreen.tsx': 'chooses what is shown',
  'features/training/EvidenceScreen.tsx': 'chooses what is shown',
  'features/training/OutlookScreen.tsx': 'chooses what is shown',
  'features/training/SupervisionScreen.tsx': 'chooses what is shown',
  'features/vacancies/PlacementsScreen.tsx': 'chooses what is shown',
};
const savedAsTyped = 'features/returns/AnswerForm.tsx';

test('every form keeps what is typed into it, by being the one kind of form there is', () => {
  const plain = sources.filter(({ text }) => /<form\b/.test(text)).map(({ file }) => file);
  expect(plain).toEqual(['components/Form.tsx']);
  expect(sources.filter(({ text }) => /<Form\b/.test(text)).length).toBeGreaterThan(70);
});

test('a form that is not kept asks for a secret', () => {
  const secret = sources.filter(({ text }) => /<Form\s+secret\b/.test(text));
  expect(secret.map(({ file }) => file).sort()).toEqual([
    'app/Forgotten.tsx',
    'app/SignIn.tsx',
    'features/lmns/ReceiveAnswer.tsx',
  ]);
  for (const { text } of secret) expect(text).toContain('type="password"');
});

test('every field to type into stands in a form, says what is saved of it, or is spared for a reason', () => {
  const loose = sources
    .filter(({ text }) => !/<(Form|Dialog)\b/.test(text))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/<(?:input|textarea|TextInput|Textarea)\b[\s\S]*?\/>/g)]
        .map(([field]) => field)
        .filter((field) => !/type="(checkbox|radio|search|file)"|data-stored|data-field/.test(field))
        // What several fields share is said above them.
        .filter((field) => !(field.includes('{...shared}') && text.includes("'data-stored'")))
        .map(() => file),
    );
  expect(loose.filter((file) => !(file in spared) && file !== savedAsTyped)).toEqual([]);
  // A reason for what is no longer there is none.
  expect(Object.keys(spared).filter((file) => !loose.includes(file))).toEqual([]);
  expect(readFileSync(join(folder, savedAsTyped), 'utf8').match(/useSavedField\(/g)?.length).toBeGreaterThan(3);
});
