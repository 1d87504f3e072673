import { oc } from '@orpc/contract';
import { implement } from '@orpc/server';
import { z } from 'zod';

/** A contract with one procedure of each kind of outcome, so that a transport can be tried apart from the planner. */
export const smallContract = {
  echo: oc.input(z.unknown()).output(z.unknown()),
  double: oc.input(z.object({ hours: z.number().int().min(0, 'Use 0 or more.') })).output(z.number().int()),
  rename: oc
    .errors({ NAME_TAKEN: { status: 409, message: 'That name is already used here. Choose another.' } })
    .input(z.object({ name: z.string() }))
    .output(z.null()),
  explode: oc.output(z.null()),
  lie: oc.output(z.number()),
};

const small = implement(smallContract).$context<{ factor: number }>();

export const SECRET = 'SELECT secret FROM staff /home/midwife/planner.sqlite';

export const smallRouter = small.router({
  echo: small.echo.handler(({ input }) => input),
  double: small.double.handler(({ input, context }) => input.hours * context.factor),
  rename: small.rename.handler(({ errors }) => {
    throw errors.NAME_TAKEN();
  }),
  explode: small.explode.handler(() => {
    throw new Error(SECRET);
  }),
  lie: small.lie.handler(() => SECRET as unknown as number),
});
