import type { VacancyPostCells, VacancyPostField } from '#contract';

/** The stage that a post was put at, and the day on which. */
export interface StageKept {
  readonly day: string;
  readonly stage: string | null;
}

/** What each date of a post says of its stage from that day on, in the order of the stages. */
const reachedBy = [
  ['approved', 'approval'],
  ['advertised', 'advert'],
  ['shortlisted', 'shortlisting'],
  ['interviewed', 'interview'],
  ['offered', 'conditional_offer'],
  ['cleared', 'unconditional_offer'],
  ['start', 'started'],
] as const satisfies readonly (readonly [VacancyPostField, string])[];

/** Dates of what had not happened yet on a day; a start that was agreed by then stood in the plan already. */
const happened = ['approved', 'advertised', 'shortlisted', 'interviewed', 'offered', 'cleared'] as const;

/**
 * A post as it stood at the close of an earlier day: at the stage that it was put at last, or that a date of its own tells
 * where that is later; what came after that day is blank. Null where it was not in the plan yet. `kept` is in order of days.
 */
export function postOn(post: VacancyPostCells, kept: readonly StageKept[], day: string): VacancyPostCells | null {
  const since = post.since ?? post.approved ?? post.advertised ?? kept[0]?.day ?? day;
  if (since > day) return null;
  return { ...withoutLater(post, day), stage: stageOn(post, kept, day) };
}

/**
 * A post of a tracker with what was changed by hand, as it stood on a day after that tracker: `file` is its stage there, and
 * `kept` are the stages that it was put at since.
 */
export function trackedOn(
  post: VacancyPostCells,
  file: string | null,
  kept: readonly StageKept[],
  day: string,
): VacancyPostCells {
  const put = kept.filter((one) => one.day <= day).pop();
  return { ...withoutLater(post, day), stage: put ? put.stage : file };
}

function withoutLater(post: VacancyPostCells, day: string): VacancyPostCells {
  const later = happened.flatMap((field) => ((post[field] ?? '') > day ? [[field, null] as const] : []));
  return { ...post, ...Object.fromEntries(later) };
}

function stageOn(post: VacancyPostCells, kept: readonly StageKept[], day: string): string | null {
  const put = kept.filter((one) => one.day <= day).pop();
  const told = reachedBy
    .flatMap(([field, stage]) => {
      const date = post[field];
      return date !== null && date <= day ? [{ day: date, stage }] : [];
    })
    .reduce<StageKept | undefined>((last, one) => (last === undefined || one.day >= last.day ? one : last), undefined);
  if (put && (!told || put.day >= told.day)) return put.stage;
  // Neither a stage nor a date of by then: it was vacant and no more.
  return told?.stage ?? 'approval';
}
