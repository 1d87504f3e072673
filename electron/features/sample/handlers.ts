import { implementation } from '../../context.ts';
import { loadSample, removeSample } from './service.ts';
import { storyTold } from './story.ts';

const on = implementation.sample;

export const sampleHandlers = on.router({
  load: on.load.handler(({ context }) => loadSample(context)),
  progress: on.progress.handler(({ context }) => storyTold(context)),
  remove: on.remove.handler(({ context }) => {
    removeSample(context);
    return null;
  }),
});
