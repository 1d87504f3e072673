import type { VacancyPlan, VacancyPost } from '#contract';

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
      <label className="filter">
        Show
        <select value={filter.show} onChange={({ target }) => set({ show: target.value as Show })}>
          {Object.entries(shows).map(([key, { title }]) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="filter">
        Staff group
        <select value={filter.group ?? ''} onChange={({ target }) => set({ group: target.value || null })}>
          <option value="">All</option>
          {[...groups].map(
            ([key, name]) =>
              key !== null && (
                <option key={key} value={key}>
                  {name}
                </option>
              ),
          )}
        </select>
      </label>
      <label className="filter">
        Unit
        <select value={filter.unit ?? ''} onChange={({ target }) => set({ unit: target.value || null })}>
          <option value="">All</option>
          {units.map((unit) => (
            <option key={unit}>{unit}</option>
          ))}
        </select>
      </label>
      <label className="filter">
        Route
        <select value={filter.route ?? ''} onChange={({ target }) => set({ route: target.value || null })}>
          <option value="">All</option>
          {plan.routes.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </span>
  );
}
