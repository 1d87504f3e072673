import type { NeedsAnalysis, NeedsTopic } from '#contract';
import type { Column } from '../../components/DataTable.tsx';
import { nameIn } from './words.ts';

/** The column by which topics are put together. */
export const moduleColumn = ({ modules }: NeedsAnalysis): Column<NeedsTopic> => ({
  key: 'module',
  title: 'Module',
  value: ({ module }) => nameIn(modules, module),
  inOrder: modules.map(({ name }) => name),
  means: 'The part of the core competency framework that the topic belongs to.',
});
