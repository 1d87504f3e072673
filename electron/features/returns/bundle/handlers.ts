import { implementation } from '../../../context.ts';
import { makeBundle } from './service.ts';

const on = implementation.returns;

export const returnBundleHandlers = {
  bundle: on.bundle.handler(async ({ input, context, errors }) => {
    const outcome = await makeBundle(context, input);
    if (outcome.kind === 'draft') throw errors.NOT_SIGNED_OFF();
    if (outcome.kind === 'names somebody') {
      const { message, found } = outcome;
      throw errors.NAMES_SOMEBODY({ message, data: { found: [...found] } });
    }
    return { fileName: outcome.fileName, contents: outcome.bytes.toString('base64') };
  }),
};
