import { useQuery } from '@tanstack/react-query';
import type { HeldBefore as Told, PassedStep } from '#contract';
import { Button } from '../../components/Button.tsx';
import type { Problem } from '../../components/ErrorSummary.tsx';
import { type Field, Fields } from '../../components/Fields.tsx';
import { dateText } from '../../components/numbers.ts';
import { typedOrNull } from '../../components/use-form.ts';

/** The fields of a step that has gone by: whether it was held, and when. */
export type BeforeKey = `before-${string}` | `day-${string}`;
type Key = BeforeKey | 'preceptor';
type Typed = Readonly<Partial<Record<string, string>>>;

const choices = [
  { key: 'held', name: 'Held' },
  { key: 'unknown', name: 'Not known' },
];
/** A year is typed digit by digit. */
const EARLIEST = '2000-01-01';

/** Steps that have gone by for what is typed, asked for once the day of the start stands there. */
export function usePassed(from: string, key: readonly string[], ask: () => Promise<PassedStep[]>) {
  const { data } = useQuery({
    queryKey: ['passed steps', ...key, from],
    queryFn: ask,
    enabled: from >= EARLIEST,
    placeholderData: (before) => before,
  });
  return from >= EARLIEST ? (data ?? []) : [];
}

const dayOf = ({ step, due }: PassedStep, typed: Typed) => typed[`day-${step}`] ?? due;

/** What was told of each, to be sent; what was left is still to do. */
export const toldOf = (passed: readonly PassedStep[], typed: Typed): Told[] =>
  passed.flatMap((one) => {
    const told = typed[`before-${one.step}`] ?? '';
    return told === '' ? [] : [{ step: one.step, held: told === 'held' ? dayOf(one, typed) : null }];
  });

/** Who was named; nobody where it is not told on which day, whose field a name that was typed before has gone with. */
export const preceptorOf = (told: readonly Told[], { preceptor = '' }: Typed): string | null =>
  told.some(({ step, held }) => step === 'preceptor' && held !== null) ? typedOrNull(preceptor) : null;

/** What is missing of what was told, by field. */
export function missingOf(passed: readonly PassedStep[], typed: Typed): Partial<Record<Key, string>> {
  const wrong: Partial<Record<Key, string>> = {};
  for (const { step, held } of toldOf(passed, typed)) {
    if (held === '') wrong[`day-${step}`] = 'Enter the day on which it was held.';
    if (step === 'preceptor' && held !== null && !typed['preceptor']?.trim())
      wrong.preceptor = 'Enter who the preceptor is, or choose “Not known”.';
  }
  return wrong;
}

interface HeldBeforeProps {
  /** Before the keys, in the ids of the fields. */
  id: string;
  passed: readonly PassedStep[];
  typed: Typed;
  problems: readonly Problem[];
  onType: (key: Key, value: string) => void;
}

/** Asks once what was held of that whose day has gone by; nothing where nothing has. */
export function HeldBefore({ id, passed, typed, problems, onType }: HeldBeforeProps) {
  if (passed.length === 0) return null;
  const fieldsOf = ({ step, name, due }: PassedStep): Field<Key>[] => {
    const told: Field<Key> = {
      key: `before-${step}`,
      label: `${name}, due ${dateText(due)}`,
      choices,
      none: 'Still to do',
    };
    if (typed[`before-${step}`] !== 'held') return [told];
    const day: Field<Key> = { key: `day-${step}`, label: `${name}: held on`, kind: 'date' };
    return step === 'preceptor' ? [told, day, { key: 'preceptor', label: 'Preceptor' }] : [told, day];
  };
  const shownOf = (one: PassedStep) =>
    ({
      preceptor: typed['preceptor'] ?? '',
      [`before-${one.step}`]: typed[`before-${one.step}`] ?? '',
      [`day-${one.step}`]: dayOf(one, typed),
    }) as Record<Key, string>;
  const tellAll = (told: string) => {
    for (const { step } of passed) onType(`before-${step}`, told);
  };
  return (
    <fieldset className="form__fieldset">
      <legend>What was held before today?</legend>
      <p>The day of each of these has gone by. What you leave at “Still to do” is overdue on the due list.</p>
      <p className="grid-tools">
        <Button onClick={() => tellAll('held')}>All held on the day they were due</Button>
        <Button onClick={() => tellAll('unknown')}>None of it is known</Button>
      </p>
      {passed.map((one) => (
        <Fields
          key={one.step}
          id={id}
          fields={fieldsOf(one)}
          typed={shownOf(one)}
          problems={problems}
          onType={onType}
        />
      ))}
    </fieldset>
  );
}
