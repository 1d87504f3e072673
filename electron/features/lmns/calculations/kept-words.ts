import type { LmnsAnsweredLine, LmnsKeptFigure, ReturnFigure, ReturnMeasure } from '../../../contract/index.ts';
import { dateInWords } from '../../../core/dates.ts';
import { valueInWords } from '../../returns/calculations/words.ts';

/** Figures that are known for a line and are not in its evidence. */
export const knownBeside = ({ figures, kept }: Pick<LmnsAnsweredLine, 'figures' | 'kept'>): ReturnFigure[] =>
  figures.filter(({ key }) => kept.every(({ figure }) => figure.key !== key));

const decisions = { accepted: 'Accepted', edited: 'In the LMNS’s words', overruled: 'Overruled' };

/** A value, and where the LMNS put another in its place what was worked out. */
export function measureInWords({ title, kind, value, workedOut }: ReturnMeasure): string {
  const said = `${title} ${valueInWords(kind, value)}`;
  return workedOut === undefined ? said : `${said}, worked out as ${valueInWords(kind, workedOut)}`;
}

/** What was decided of a figure, when and why: "Overruled on 20 October 2026: A ward was closed." */
export function decisionOf({ decision }: ReturnFigure): string {
  if (!decision) return '';
  return [`${decisions[decision.kind]} on ${dateInWords(decision.on)}`, decision.reason].filter(Boolean).join(': ');
}

/** A figure in the evidence as a paper tells it: its sentence, and where it was changed what was worked out, when and why. */
export function keptInWords(figure: ReturnFigure): string {
  const replaced = figure.measures.filter(({ workedOut }) => workedOut !== undefined).map(measureInWords);
  return [figure.sentence, replaced.length > 0 ? `${replaced.join('; ')}.` : '', `${decisionOf(figure)}.`]
    .filter(Boolean)
    .join(' ')
    .replace(/\.{2,}/g, '.');
}

/** "Staff rules 1 (RXA, RXC); Staff rules 2 (RXB)". */
export const packsInWords = (packs: LmnsKeptFigure['packs']): string =>
  packs.map(({ title, version, trusts }) => `${title} ${version} (${trusts.join(', ')})`).join('; ');
