import type { Context } from '../../context.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { givenMinutes } from './calculations/hours.ts';
import { preceptorOn, unitOn } from './calculations/living.ts';
import type { CurrentPreceptee } from './calculations/preceptors.ts';
import { livingPreceptees } from './living-service.ts';
import { nameOf } from './preceptee-shown.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;

/** Everybody who is in a programme or will be, with the preceptor's name and what that one was given and is owed. */
export function currentPreceptees(world: World, trust: TrustRow): CurrentPreceptee[] {
  const today = world.today();
  return livingPreceptees(world, trust)
    .preceptees.filter(({ isOver }) => !isOver)
    .map((preceptee) => {
      const { key, person, cells, hand, logged, programme, standing, course } = preceptee;
      const protectedTime = givenMinutes(
        ['protected_preceptor'],
        hand.hours,
        logged?.protected_preceptor ?? null,
        logged?.day ?? null,
        today,
      );
      return {
        key,
        person,
        name: nameOf(preceptee),
        unit: unitOn(cells, hand.events, today),
        start: cells.start,
        active: standing.state !== 'paused' && standing.state !== 'not_started',
        preceptor: preceptorOn(cells, hand.events, today),
        preceptorLeft: course.preceptorLeft,
        given: protectedTime.given,
        owed: programme.protectedHoursPreceptor * 60,
      };
    });
}
