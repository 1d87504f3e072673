import { type ReactNode, useRef } from 'react';
import type { RulePack } from '#contract';
import { printsPart, usePrinting } from '../../../components/printing.ts';
import { PackTable, type Rule, RuleTable } from './RuleTable.tsx';

interface RulesOnPaperProps {
  packs: RulePack[];
  rules: Rule[];
  /** Whether the values of all packs are shown. */
  isAll: boolean;
  /** The table of the values. */
  children: ReactNode;
}

const nothing = () => {};

/**
 * Values of all packs fill many sheets of paper that nobody reads: printed with the page are the packs in force and the
 * trust's own values. One pack, what is filtered, and the table printed by its own button are printed as they are shown.
 */
export function RulesOnPaper({ packs, rules, isAll, children }: RulesOnPaperProps) {
  const shown = useRef<HTMLDivElement>(null);
  const isFiltered = () => Boolean(shown.current?.querySelector<HTMLInputElement>('input[type=search]')?.value);
  const inShort = usePrinting(() => isAll && !printsPart() && !isFiltered());
  const own = rules.filter((rule) => rule.own !== null);
  return (
    <>
      <div ref={shown} hidden={inShort}>
        {children}
      </div>
      {inShort && (
        <>
          <h2>Values of the trust’s own</h2>
          {own.length > 0 ? <RuleTable rules={own} onChange={nothing} /> : <p>Every value is as published.</p>}
          <h2>Packs in force</h2>
          <p>
            The values of a pack are printed where it is chosen above them, and all of them by their table’s own Print.
          </p>
          <PackTable packs={packs} onChoose={nothing} />
        </>
      )}
    </>
  );
}
