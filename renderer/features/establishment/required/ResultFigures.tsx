import type { AssessmentShown } from '#contract';
import { Figure, Figures } from '../../../components/Figure.tsx';
import { exactShown } from './amounts.ts';
import { assessmentMade } from './figures.ts';

/** The four results of an assessment, each with how it was made. */
export function ResultFigures({ shown, onWorking }: { shown: AssessmentShown; onWorking: () => void }) {
  const { result, head } = shown;
  const wte = (value: string | null) => (value === null ? 'Not known' : `${exactShown(value)} WTE`);
  const ratio = (key: string) => result.ratios.find((each) => each.key === key)?.value ?? null;
  const missing =
    head.basis === 'report' ? 'enter the WTE of the areas below' : 'enter the uplift, and cases and hours below';
  const remark = (value: string | null, how: string) => (value === null ? missing : how);
  const made = assessmentMade(shown);
  const mode = head.upliftMode === 'add_on' ? 'added on' : 'as a divisor';
  return (
    <Figures>
      <Figure
        name="Clinical total"
        value={wte(result.clinical)}
        making={made.clinical}
        remark={remark(
          result.clinical,
          `midwives ${exactShown(result.clinicalMidwives)} + support ${exactShown(result.support)}${
            head.basis === 'worked' && result.uplift !== null
              ? ` · uplift ${exactShown(result.uplift, 1)} % ${mode}`
              : ''
          }`,
        )}
        onRows={onWorking}
      />
      <Figure
        name="Recommended midwives"
        value={wte(result.midwives)}
        making={made.midwives}
        remark={remark(
          result.midwives,
          `who give care ${exactShown(result.clinicalMidwives)} + specialist and management ${exactShown(result.specialist)}`,
        )}
        onRows={onWorking}
      />
      <Figure
        name="Recommended total"
        value={wte(result.total)}
        making={made.total}
        remark={remark(
          result.total,
          `clinical ${exactShown(result.clinical)} + specialist and management ${exactShown(result.specialist)}`,
        )}
        onRows={onWorking}
      />
      <Figure
        name="Births per recommended midwife"
        value={ratio('midwives') === null ? 'Not known' : exactShown(ratio('midwives'))}
        making={made.births}
        remark={remark(
          ratio('midwives'),
          `${exactShown(result.births, 0)} births ÷ ${exactShown(result.midwives)} WTE · per clinical WTE ${exactShown(ratio('clinical'))}, per total WTE ${exactShown(ratio('total'))}`,
        )}
        onRows={onWorking}
      />
    </Figures>
  );
}
