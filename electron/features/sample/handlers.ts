import { implementation } from '../../context.ts';
import { loadSample, removeSample } from './service.ts';

const on = implementation.sample;

export const sampleHandlers = on.router({
  load: on.load.handler(({ context }) => loadSample(context)),
  remove: on.remove.handler(({ context: { database } }) => {
    removeSample(database);
    return null;
  }),
});
