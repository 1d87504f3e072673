import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import type { Screen } from './screens.ts';
import { again } from './again.ts';
import { useDueCounts } from './due-counts.ts';
import { useScreens } from './screens-in-view.ts';

const sections: Screen['section'][] = [
  'Today',
  'LMNS',
  'Workforce',
  'People',
  'Retention',
  'Training',
  'Returns',
  'Data',
];

/** The screens by job. */
export function Navigation() {
  const [location] = useLocation();
  const screens = useScreens();
  const counts = useDueCounts(location);
  const shown = sections.filter((section) => screens.some((screen) => screen.section === section));
  const list = useRef<HTMLDivElement>(null);
  // On a small window the list scrolls by itself: the screen in view is always in it.
  // Newer Chromium answers with a promise, which would be taken for the clean-up.
  useEffect(() => {
    if (location !== '') list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [location]);
  return (
    <nav className="frame__navigation" aria-label="Main">
      <div ref={list}>
        {shown.map((section) => (
          // No landmark: a screen may have a part of the same name.
          <div key={section} role="group" aria-label={section}>
            {section !== 'Today' && <h2>{section}</h2>}
            <ul>
              {screens
                .filter((screen) => screen.section === section)
                .map(({ path, title, fetch }) => (
                  <li key={path}>
                    <Link
                      href={path}
                      onClick={() => location === path && again(path)}
                      aria-description={counts[path] ? `${counts[path]} due or overdue` : undefined}
                      aria-current={isAt(location, path) ? 'page' : undefined}
                      onPointerEnter={fetch}
                      onFocus={fetch}
                    >
                      {title}
                      {counts[path] && (
                        <span className="frame__count" aria-hidden="true" title={`${counts[path]} due or overdue`}>
                          {counts[path]}
                        </span>
                      )}
                    </Link>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}

/** Also on a page of the screen: `/preceptorship/person` is at `/preceptorship`, and not at `/preceptors`. */
function isAt(location: string, path: string): boolean {
  return location === path || location.startsWith(`${path}/`) || location.startsWith(`${path}?`);
}
