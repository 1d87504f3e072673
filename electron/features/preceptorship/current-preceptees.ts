import type { Context } from '../../context.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { givenMinutes } from './calculations/hours.ts';
import { preceptorOn, unitOn } from './calculations/living.ts';
import { type CurrentPreceptee, keyOfName } from './calculations/preceptors.ts';
import { livingPreceptees } from './living-service.ts';
import { nameOf } from './preceptee-shown.ts';
import type { Preceptee } from './worked-out.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;

/** Everybody who is in a programme or will be, with the preceptor's name and what that one was given and is owed. */
export function currentPreceptees(world: World, trust: TrustRow): CurrentPreceptee[] {
  const today = world.today();
  return livingPreceptees(world, trust)
    .preceptees.filter(({ isOver }) => !isOver)
    .map((preceptee) => {
      const { key, person, cells, hand, programme, standing, course } = preceptee;
      return {
        key,
        person,
        name: nameOf(preceptee),
        unit: unitOn(cells, hand.events, today),
        start: cells.start,
        active: standing.state !== 'paused' && standing.state !== 'not_started',
        preceptor: preceptorOn(cells, hand.events, today),
        preceptorLeft: course.preceptorLeft,
        given: givenToPreceptor(preceptee, today),
        owed: programme.protectedHoursPreceptor * 60,
      };
    });
}

/**
 * Protected minutes that the preceptor of today was given: those of an entry where she was it on its day, those that a log
 * has without days where she was it on the day of the log.
 */
function givenToPreceptor({ cells, hand, logged }: Preceptee, today: string): number {
  const nameOn = (day: string) => keyOfName(preceptorOn(cells, hand.events, day) ?? '');
  const isHers = (day: string) => nameOn(day) === nameOn(today);
  const dated = hand.hours.filter(({ kind, day }) => kind === 'protected_preceptor' && day <= today);
  const sum = (rows: typeof dated) => rows.reduce((total, { minutes }) => total + minutes, 0);
  const hers = sum(dated.filter(({ day }) => isHers(day)));
  if (logged === null || !isHers(logged.day)) return hers;
  const { protected_preceptor: whole, day } = logged;
  return hers + givenMinutes(['protected_preceptor'], dated, whole, day, today).given - sum(dated);
}
