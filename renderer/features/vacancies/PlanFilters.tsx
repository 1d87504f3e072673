import type { VacancyPlan, VacancyPost } from '#contract';
import { asNamed, Choose, titled } from '../../components/Choose.tsx';

export type Show = 'live' | 'all' | 'offered' | 'aged' | 'edited' | 'supernumerary';

export interface Filter {
  readonly show: Show;
  readonly group: string | null;
  readonly unit: string | null;
  readonly route: string | null;
  readonly search: string;
}

export const everything: Filter = { show: 'live', group: null, unit: null, route: null, search: '' };

const offered: ReadonlySet<string | null> = new Set([
  'conditional_offer',
  'checks',
  'unconditional_offer',
  'start_agreed',
]);

const shows: Record<Show, { title: string; has: (post: VacancyPost) => boolean }> = {
  live: { title: 'Live posts', has: ({ live }) => live },
  all: { title: 'All posts', has: () => true },
  offered: { title: 'Offered, not started', has: ({ stage }) => offered.has(stage) },
  aged: { title: 'Aged', has: ({ aged }) => aged },
  supernumerary: { title: 'Supernumerary at first', has: ({ supernumerary }) => supernumerary !== null },
  edited: { title: 'Changed or entered by hand', has: ({ edited, from }) => edited.length > 0 || from === null },
};

/** The posts that a filter leaves. */
export function filtered(posts: readonly VacancyPost[], { show, group, unit, route, search }: Filter): VacancyPost[] {
  const words = search.trim().toLowerCase();
  return posts.filter(
    (post) =>
      shows[show].has(post) &&
      (group === null || post.group === group) &&
      (unit === null || post.unit === unit) &&
      (route === null || (post.route ?? '') === route) &&
      (words === '' ||
        [
          post.vacancyRef,
          post.post,
          post.unit,
          post.candidate,
          post.cohort,
          post.university,
          post.stageName,
          post.reason,
        ]
          .join(' ')
          .toLowerCase()
          .includes(words)),
  );
}

interface PlanFiltersProps {
  plan: VacancyPlan;
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

/** Chooses the posts in view by state, staff group, unit, route and words. */
export function PlanFilters({ plan, filter, onFilter }: PlanFiltersProps) {
  const groups = new Map(plan.posts.map(({ group, groupName }) => [group, groupName]));
  const units = [...new Set(plan.posts.map(({ unit }) => unit))].filter((unit) => unit !== null).sort();
  const set = (part: Partial<Filter>) => onFilter({ ...filter, ...part });
  return (
    <span className="vacancy-filters">
      <Choose title="Show" value={filter.show} choices={titled(shows)} onChoose={(show) => set({ show })} />
      <Choose
        title="Staff group"
        all="All"
        value={filter.group ?? ''}
        choices={[...groups].flatMap(([key, name]) => (key === null ? [] : [{ key, name }]))}
        onChoose={(group) => set({ group: group || null })}
      />
      <Choose
        title="Unit"
        all="All"
        value={filter.unit ?? ''}
        choices={asNamed(units)}
        onChoose={(unit) => set({ unit: unit || null })}
      />
      <Choose
        title="Route"
        all="All"
        value={filter.route ?? ''}
        choices={plan.routes}
        onChoose={(route) => set({ route: route || null })}
      />
    </span>
  );
}
